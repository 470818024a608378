import type { News } from '../opinions/notice.ts'

/** What kind of error it is, without its words: they may hold a text, an address or a password. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return /^[\w-]{1,40}$/u.test(code) ? code : 'unknown'
}

/**
 * A place as an operator may read it: its platform, of a mail address what stands behind the @. The rest is somebody: at the
 * terminal, and where nobody can be reached, his id on the roster.
 */
export function maskPlace(place: string): string {
  const [, platform = '', host = ''] = /^([^:@]*:)?.*?(@[^@]*)?$/su.exec(place) ?? []
  return `${platform}…${host}`
}

/** A notice's id as an operator may read it: what it is about, without whom it is for or whose turn it came from. */
export function maskNotice(id: string, news: News): string {
  // These are named after a turn, and turns after people and places.
  if (/^(?:reply|act|claim)\//u.test(id)) return 'receipt' in news ? `${news.kind}/${news.receipt}` : news.kind
  const whom = 'member' in news ? news.member : news.kind === 'account-confirmed' ? news.account : null
  return whom === null ? id : id.split(whom).join('…')
}

/** Where an error comes from, without its message, which may quote a text. */
export function errorFrames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line))
  return [errorKind(error), ...frames.slice(0, 5).map((line) => line.trim())].join(' ')
}
