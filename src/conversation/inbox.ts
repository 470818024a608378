import * as z from 'zod'
import { Notice } from '../opinions/notice.ts'
import type { Change, Json, Key, Store, Stored } from '../ports.ts'
import type { CleanTurn } from './clean-turn.ts'
import { isView } from './office-acts.ts'
import { areaOf, type Told } from './told.ts'
import { Turn } from './turn.ts'

/** Milliseconds that it is remembered what a turn came to: 30 days. A platform repeats a turn within hours. */
const turnLife = 30 * 24 * 60 * 60 * 1000

/**
 * A turn that was taken in. `turn` is null once it is settled: its words are not kept; `removed` counts what was cleaned
 * out of them; `told` is what it came to, `answered` whether an answer from the record was part of that.
 */
const Taken = z.strictObject({
  conversation: z.string(),
  turn: Turn.nullable(),
  removed: z.int(),
  told: z.custom<readonly Told[]>(Array.isArray).nullable(),
  answered: z.boolean(),
  at: z.number(),
})
export type Taken = z.infer<typeof Taken>

/** The durable inbox: what is in it survives the process, and is settled once. */
export class Inbox {
  readonly #store: Store
  readonly #committee: string

  constructor(store: Store, committee: string) {
    this.#store = store
    this.#committee = committee
  }

  /**
   * Takes a turn in: once this returns it will be settled, also if the process ends. The same turn again changes nothing.
   * @returns whether it is new
   * @throws Fault of the store: then nothing was taken in.
   */
  async accept(clean: CleanTurn, at: number): Promise<boolean> {
    const key = this.#key(clean.turn.id)
    if ((await this.#store.find(key)) !== undefined) return false
    const committed = await this.#store.commit([this.accepted(clean, at)], { expected: [{ key, version: 0 }] })
    return committed.outcome === 'committed'
  }

  /** The change that takes a turn in. */
  accepted({ turn, removed }: CleanTurn, at: number): Change {
    const taken: Taken = { conversation: turn.conversation, turn, removed, told: null, answered: false, at }
    return { kind: 'put', key: this.#key(turn.id), value: taken as unknown as Json }
  }

  async find(id: string): Promise<{ readonly key: Key; readonly version: number; readonly value: Taken } | undefined> {
    const stored = await this.#store.find(this.#key(id))
    return stored && { ...stored, value: Taken.parse(stored.value) }
  }

  /** The turns that wait, of one conversation or of all, in the order in which they came. */
  async waiting(conversation?: string): Promise<readonly Turn[]> {
    const stored = await this.#store.list({
      committee: this.#committee,
      collection: 'turns',
      where: { told: null, ...(conversation === undefined ? {} : { conversation }) },
      order: 'inserted',
    })
    return stored.flatMap(({ value }) => Taken.parse(value).turn ?? [])
  }

  /** The change that settles a turn. Answers and looks at the records are not kept, they are given again; nor are words. */
  settled({ id, conversation }: Turn, told: readonly Told[], at: number): Change {
    const kept = told.filter((one) => one.kind !== 'answer' && !isLook(one)).map(withoutWords)
    const answered = told.some(({ kind }) => kind === 'answer')
    const taken: Taken = { conversation, turn: null, removed: 0, told: kept, answered, at }
    return { kind: 'put', key: this.#key(id), value: taken as unknown as Json }
  }

  /**
   * Settled turns that told of these receipts or their items: nothing is left of them but that they were settled. What is still
   * to be posted of them goes too.
   */
  async forgetting(receipts: readonly string[]): Promise<readonly Change[]> {
    // What is told of an item, R8-012-1, is told of its submission.
    const isOf = (said: string) =>
      receipts.some((receipt) => said.includes(`"${receipt}"`) || said.includes(`"${receipt}-`))
    const notices = await this.#store.list({ committee: this.#committee, collection: 'outbox' })
    const replies = notices.filter(({ value }) => {
      const { reply } = Notice.parse(value)
      return reply !== undefined && isOf(JSON.stringify(reply))
    })
    const stored = await this.#store.list({ committee: this.#committee, collection: 'turns' })
    const turns = stored.flatMap(({ key, value }): readonly Change[] => {
      const { told, at } = Taken.parse(value)
      if (!isOf(JSON.stringify(told))) return []
      const nothing: readonly Told[] = [{ kind: 'refused', why: 'unknown-receipt' }]
      const bare: Taken = { conversation: '', turn: null, removed: 0, told: nothing, answered: false, at }
      return [
        { kind: 'erase', key },
        { kind: 'put', key, value: bare as unknown as Json },
      ]
    })
    return [...replies.map(({ key }) => ({ kind: 'erase', key }) as const), ...turns]
  }

  /** The settled turns whose life is over. */
  async over(now: number): Promise<readonly Stored[]> {
    const stored = await this.#store.list({ committee: this.#committee, collection: 'turns' })
    return stored.filter(({ value }) => {
      const { told, at } = Taken.parse(value)
      return told !== null && now - at > turnLife
    })
  }

  #key(id: string): Key {
    return { committee: this.#committee, collection: 'turns', id }
  }
}

/** Whether it shows words that are not sent yet: they stand in what the conversation remembers. */
export function hasWords(one: Told): one is Extract<Told, { readonly kind: 'ask-reply' | 'ask-correction' }> {
  return one.kind === 'ask-reply' || one.kind === 'ask-correction'
}

/** What is kept of what was told: neither words that are not sent yet nor a draft that a model has proposed. */
function withoutWords(one: Told): Told {
  if (hasWords(one)) return { ...one, text: '' }
  if (one.kind !== 'queue' || one.told.kind !== 'draft-suggested') return one
  return { kind: 'queue', told: { ...one.told, suggestion: null } }
}

/** Whether it is only a look at the records. */
export function isLook(one: Told): boolean {
  if (one.kind === 'usage' || one.kind === 'menu') return true
  const area = areaOf(one)
  return area !== undefined && (area.kind === 'office' ? isView(area.told) : 'view' in area.told)
}
