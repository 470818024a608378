import type { News } from './notice.ts'
import type { Found, Records } from './records.ts'

/**
 * The notices of some news, those that wait and those that were delivered: both name a place, and so a person. Not those of
 * the secretariat's boards: what stands there is brought up to date.
 */
export async function listNotices(
  records: Records,
  isMeant: (news: News) => boolean,
): Promise<readonly Found<unknown>[]> {
  const [waiting, posted] = await Promise.all([records.list('outbox'), records.list('posts')])
  return [...waiting, ...posted].filter(({ value: { news } }) => !isOfBoard(news) && isMeant(news))
}

function isOfBoard({ kind }: News): boolean {
  return kind === 'submission-card' || kind === 'submission-act'
}
