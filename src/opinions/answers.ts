import type { Call } from './call.ts'
import type { Records } from './records.ts'
import type { Submission, Vote } from './submission.ts'

/** What a member asked has answered: null, nothing that stands. `vote` is null too where no approval is asked for. */
type MemberAnswer = {
  readonly member: string
  readonly answered: Submission['kind'] | null
  readonly vote: Vote | null
}

/**
 * The answers to a call, one for every member asked and in that order. What was withdrawn or erased does not count; an
 * opinion outweighs 「意見なし」; of several votes the one written last counts.
 */
export async function answersTo(records: Records, call: Call): Promise<readonly MemberAnswer[]> {
  const submissions = (await records.list('submissions', { call: call.id })).map(({ value }) => value).filter(isLive)
  const submitters = await Promise.all(submissions.map(({ receipt }) => records.find('submitters', receipt)))
  const byMember = Map.groupBy(submissions, (_, index) => submitters[index]?.value.member)
  return await Promise.all(
    call.asked.map(async (member) => {
      const own = byMember.get(member) ?? []
      const opinion = own.find(({ kind }) => kind === 'opinion')
      const answered = (opinion ?? own[0])?.kind ?? null
      return { member, answered, vote: call.approval ? await lastVote(records, own) : null }
    }),
  )
}

/** Whether a submission stands: neither withdrawn nor erased. */
export function isLive({ withdrawn, erased }: Submission): boolean {
  return withdrawn === null && erased === null
}

async function lastVote(records: Records, submissions: readonly Submission[]): Promise<Vote | null> {
  const versions = await Promise.all(
    submissions.map(({ receipt, version }) => records.find('versions', `${receipt}.${version}`)),
  )
  const votes = versions.flatMap((found) =>
    found === undefined || found.value.vote === null ? [] : [{ vote: found.value.vote, at: found.value.at }],
  )
  return votes.toSorted((a, b) => a.at - b.at).at(-1)?.vote ?? null
}
