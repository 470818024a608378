import type { Call } from '../../src/opinions/call.ts'
import { dayOf, type Minute, momentOf } from '../../src/opinions/day.ts'
import type { Actor, Decision } from '../../src/opinions/decision.ts'
import { roleOf } from '../../src/opinions/read-roster.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Submission, Version } from '../../src/opinions/submission.ts'
import type { Change, Stored } from '../../src/ports.ts'
import { commitDecision } from './commit-decision.ts'
import { JournalFolder } from './journal-folder.ts'

export const committee = 'sapporo-vision'

const collections = [
  ...['members', 'staff', 'divisions', 'accounts', 'calls', 'submissions', 'versions', 'submitters', 'questions'],
  ...['items', 'responses', 'notes', 'proofs', 'charges', 'inquiries', 'releases', 'sheets'],
  ...['outbox', 'reminders', 'erasures', 'translations', 'switches'],
]

/** Thursday. */
export const now: Minute = '2026-08-20T10:00'

const term = { from: '2025-04-01', to: '2027-03-31' }
const members = [
  { id: 'sato', name: '佐藤　一郎', title: '座長', terms: [term], mail: null },
  { id: 'suzuki', name: '鈴木　花子', title: '委員', terms: [term], mail: 'suzuki@example.jp' },
  { id: 'ito', name: '伊藤　次郎', title: '委員', terms: [term], mail: null },
  { id: 'tanaka', name: '田中　三郎', title: '委員', terms: [{ from: '2023-04-01', to: '2025-03-31' }], mail: null },
] as const
const staff = [
  { id: 'yamada', name: '山田　太郎', posts: [{ post: '係長', from: '2025-04-01', to: null }] },
  { id: 'kimura', name: '木村　桜', posts: [{ post: '主任', from: '2026-04-01', to: null }] },
  { id: 'mori', name: '森　一', posts: [{ post: '課長', from: '2023-04-01', to: '2026-03-31' }] },
] as const
const holders = [
  ...(['sato', 'tanaka'] as const).map((id) => ({ kind: 'member', id }) as const),
  ...staff.map(({ id }) => ({ kind: 'staff', id }) as const),
]

/** Who is not of the staff today, although some have been or are of the committee. */
export const notStaff = ['guest', 'sato', 'tanaka', 'mori'] as const

type Who = 'guest' | 'sato' | 'tanaka' | 'yamada' | 'kimura' | 'mori'

/** A committee of three members and two of the staff, with a former one of each, over a real store. `sato` has an account. */
export async function openOffice({ empty = false } = {}) {
  const folder = new JournalFolder()
  const store = await folder.open()
  const records = new Records(store, committee)
  const commit = <Told>(decision: Decision<Told>) => commitDecision(store, committee, decision)

  async function put(...changes: readonly Change[]): Promise<void> {
    await store.commit(changes)
  }

  /** Everything stored, to see that a refusal has left it as it was. */
  async function stored(): Promise<readonly Stored[]> {
    const lists = collections.map((collection) => store.list({ committee, collection }))
    return (await Promise.all(lists)).flat()
  }

  async function actor(who: Who, minute: Minute = now, local: string | null = null): Promise<Actor> {
    const account = `slack:${who}`
    const at = momentOf(minute)
    const today = dayOf(at)
    const role = await roleOf(records, account, today)
    return { account, place: `slack:dm-${who}`, language: 'ja', role, local, at, today }
  }

  if (!empty) {
    await put(
      ...members.map((member) => records.put('members', member.id, { ...member, terms: [...member.terms] })),
      ...staff.map((one) => records.put('staff', one.id, { ...one, posts: [...one.posts] })),
      ...holders.map((holder, since) => {
        const account = `slack:${holder.id}`
        const place = `slack:dm-${holder.id}`
        return records.put('accounts', account, { account, holder, claimed: null, place, language: 'ja', since })
      }),
    )
  }
  return {
    folder,
    store,
    records,
    commit,
    put,
    stored,
    actor,
    async [Symbol.asyncDispose]() {
      await store.close()
      folder[Symbol.dispose]()
    },
  }
}
type Office = Awaited<ReturnType<typeof openOffice>>

/** An open call that asks three members until Friday. */
export function callWith(change: Partial<Call> = {}): Call {
  return {
    id: '2026-1',
    name: '令和８年度第１回',
    form: 'meeting',
    approval: false,
    agenda: ['評価について'],
    documents: ['資料1'],
    deadline: '2026-08-28T17:00',
    asked: ['sato', 'suzuki', 'ito'],
    opened: momentOf('2026-08-17T09:00'),
    closed: null,
    ...change,
  }
}

/** Puts a submission of a member's as a filing leaves it behind. */
export async function fileSubmission(
  { records, put }: Office,
  receipt: string,
  member: string,
  change: Partial<Submission> & Partial<Pick<Version, 'text' | 'vote'>> = {},
): Promise<void> {
  const { text = '御意見の文面', vote = null, ...rest } = change
  const filed = rest.filed ?? momentOf('2026-08-18T12:00')
  const submission: Submission = {
    receipt,
    call: '2026-1',
    kind: 'opinion',
    draft: receipt,
    version: 1,
    stage: 'received',
    filed,
    late: false,
    withdrawn: null,
    erased: null,
    onBehalf: null,
    ...rest,
  }
  const words = { receipt, text, items: [], subject: { kind: 'whole' }, vote, printName: false, at: filed } as const
  const versions = Array.from({ length: submission.version }, (_, index) => ({
    ...words,
    items: [],
    version: index + 1,
  }))
  await put(
    records.put('submissions', receipt, submission),
    ...versions.map((version) => records.put('versions', `${receipt}.${version.version}`, version)),
    records.put('submitters', receipt, { receipt, member, place: `slack:dm-${member}`, language: 'ja' }),
  )
}
