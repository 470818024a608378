import type * as z from 'zod'
import type { Change, Json, Key, Store } from '../ports.ts'
import { LoggedAct } from './act.ts'
import { Call } from './call.ts'
import { Charge } from './charge.ts'
import { Digest } from './digest.ts'
import { Draft } from './draft.ts'
import { Erasure } from './erasure.ts'
import { Inquiry } from './inquiry.ts'
import { MadeAnswer } from './made-answer.ts'
import { Miss } from './miss.ts'
import { ModelDay } from './model-day.ts'
import { Notice } from './notice.ts'
import { Post } from './post.ts'
import { Proof } from './proof.ts'
import { Note, QueueItem, Response } from './queue-item.ts'
import { Release } from './release.ts'
import { Reminded } from './reminded.ts'
import { Account, Divisions, Member, Staff } from './roster.ts'
import { Sheet } from './sheet.ts'
import { QuestionBack, Submission, Submitter, Version } from './submission.ts'
import { ModelSwitch } from './switch-model.ts'
import { Translation } from './translation.ts'

/** What is kept, by collection. */
const schemas = {
  acts: LoggedAct,
  members: Member,
  staff: Staff,
  divisions: Divisions,
  accounts: Account,
  calls: Call,
  drafts: Draft,
  submissions: Submission,
  versions: Version,
  submitters: Submitter,
  questions: QuestionBack,
  items: QueueItem,
  responses: Response,
  notes: Note,
  proofs: Proof,
  charges: Charge,
  inquiries: Inquiry,
  releases: Release,
  sheets: Sheet,
  outbox: Notice,
  reminders: Reminded,
  erasures: Erasure,
  posts: Post,
  misses: Miss,
  digests: Digest,
  translations: Translation,
  switches: ModelSwitch,
  answers: MadeAnswer,
  modelDays: ModelDay,
} satisfies Record<string, z.ZodType>

type Schemas = typeof schemas
type Collection = keyof Schemas
export type Value<C extends Collection> = z.infer<Schemas[C]>

/** A record as it was found; `version` is what a decision on it expects. */
export type Found<T> = { readonly key: Key; readonly version: number; readonly value: T }

/** Values of a store never change, and the embedded one gives the same object again: each is parsed once. */
const parsed = new WeakMap<object, unknown>()

/** One committee's records, each parsed when it is first read. */
export class Records {
  readonly #store: Store
  readonly committee: string

  constructor(store: Store, committee: string) {
    this.#store = store
    this.committee = committee
  }

  key(collection: Collection, id: string): Key {
    return { committee: this.committee, collection, id }
  }

  async find<C extends Collection>(collection: C, id: string): Promise<Found<Value<C>> | undefined> {
    const stored = await this.#store.find(this.key(collection, id))
    return stored && { ...stored, value: this.#parse(collection, stored.value) }
  }

  /** In the order in which they were first put. */
  async list<C extends Collection>(
    collection: C,
    where: Readonly<Record<string, null | boolean | number | string>> = {},
  ): Promise<readonly Found<Value<C>>[]> {
    const stored = await this.#store.list({ committee: this.committee, collection, where, order: 'inserted' })
    return stored.map((one) => ({ ...one, value: this.#parse(collection, one.value) }))
  }

  put<C extends Collection>(collection: C, id: string, value: Value<C>): Change {
    return { kind: 'put', key: this.key(collection, id), value: value as Json }
  }

  #parse<C extends Collection>(collection: C, value: Json): Value<C> {
    if (typeof value !== 'object' || value === null) return schemas[collection].parse(value) as Value<C>
    const known = parsed.get(value)
    if (known !== undefined) return known as Value<C>
    const result = schemas[collection].parse(value) as Value<C>
    parsed.set(value, result as object)
    return result
  }
}
