import type { Minute } from '../../src/opinions/day.ts'
import type { Actor, Decision } from '../../src/opinions/decision.ts'
import { itemsOf } from '../../src/opinions/filing.ts'
import { newQueueItem, type QueueItem } from '../../src/opinions/queue-item.ts'
import type { Target } from '../../src/opinions/queue-target.ts'
import type { Records } from '../../src/opinions/records.ts'
import type { ProjectSubject, Subject, Submission } from '../../src/opinions/submission.ts'
import { callWith, fileSubmission, now, openOffice } from './office.ts'

/** Divisions of fiscal year 2026. */
export const divisions = [
  { id: 'nosei', name: '農政課', mail: null },
  { id: 'kankyo', name: '環境政策課', mail: null },
  { id: 'fukushi', name: '福祉総務課', mail: null },
]

export const project34: ProjectSubject = { kind: 'project', document: '2024-2-annex', number: 34 }

type Filed = Partial<Submission> & { readonly text: string; readonly subject?: Subject; readonly whole?: boolean }
type Office = Pick<Awaited<ReturnType<typeof openOffice>>, 'records' | 'put'>

/** Puts an opinion with its items as a filing leaves it behind. */
async function fileOpinion(office: Office, receipt: string, { text, subject, whole, ...change }: Filed) {
  const { records, put } = office
  await fileSubmission(office as never, receipt, 'sato', { ...change, text })
  const submission = (await records.find('submissions', receipt))?.value
  const id = `${receipt}.${submission?.version}`
  const version = (await records.find('versions', id))?.value
  if (submission === undefined || version === undefined) throw new Error(receipt)
  const items = itemsOf(text, whole ?? false)
  await put(
    records.put('versions', id, { ...version, items, subject: subject ?? version.subject }),
    ...items.map((item, index) => {
      const queued = newQueueItem(receipt, submission.call, index + 1, item)
      return records.put('items', queued.item, queued)
    }),
  )
}

/** An office with a call, divisions of 2026 and these opinions, by receipt; `act` decides and writes as one of the staff. */
export async function openQueueOffice(opinions: Readonly<Record<string, Filed>>) {
  const office = await openOffice()
  const { records, put, commit, actor } = office
  await put(
    records.put('calls', '2026-1', callWith()),
    records.put('divisions', '2026', { fiscalYear: 2026, divisions }),
  )
  for (const [receipt, filed] of Object.entries(opinions)) await fileOpinion(office, receipt, filed)

  return {
    ...office,
    async act<Input, Told>(
      decide: (records: Records, actor: Actor, input: Input) => Promise<Decision<Told>>,
      input: Input,
      { who = 'yamada', at = now }: { readonly who?: 'yamada' | 'kimura' | 'sato'; readonly at?: Minute } = {},
    ): Promise<Told> {
      const { told } = await commit(await decide(records, await actor(who, at), input))
      const [first] = told
      if (first === undefined) throw new Error('overtaken')
      return first
    },
    async item(id: string): Promise<QueueItem> {
      const found = await records.find('items', id)
      if (found === undefined) throw new Error(`no ${id}`)
      return found.value
    },
    async seen(id: string): Promise<number> {
      return (await records.find('items', id))?.version ?? 0
    },
    [Symbol.asyncDispose]: () => office[Symbol.asyncDispose](),
  }
}

export function target(item: string, seen: number | null = null): Target {
  return { item, seen }
}
