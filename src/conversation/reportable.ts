/** What kind of error it is, without its words: they may hold a text, an address or a password. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return /^[\w-]{1,40}$/u.test(code) ? code : 'unknown'
}

/** A place as an operator may read it: `mail:…@example.jp`, without the name before the @. */
export function maskPlace(place: string): string {
  return place.replace(/^([^:@]*:)?.*@/su, '$1…@')
}

/** Where an error comes from, without its message, which may quote a text. */
export function errorFrames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line))
  return [errorKind(error), ...frames.slice(0, 5).map((line) => line.trim())].join(' ')
}
