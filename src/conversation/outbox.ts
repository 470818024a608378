import type { Notice } from '../opinions/notice.ts'
import type { Found, Records } from '../opinions/records.ts'
import { recallOfPosted } from '../opinions/undo-release.ts'
import type { Change, Clock, Lease, Messenger, Store } from '../ports.ts'
import { type Attempt, afterAttempt, attempt, type Before, type Render } from './attempt.ts'
import { eachAtOnce } from './each-at-once.ts'
import { Queues } from './queues.ts'
import type { Message } from './reply.ts'
import { errorKind, maskNotice, maskPlace } from './reportable.ts'

/** What the outbox works with. `holder` names this outbox and no other, in this process or another. */
export type Parts = {
  readonly store: Store
  readonly records: Records
  readonly messengers: readonly Messenger<Message>[]
  readonly clock: Clock
  readonly render: Render
  /** For the operator: what a notice is about and the kind of an error, never a text, a person or a mail address. */
  readonly report: (message: string) => void
  /** Called for each delivery; what it returns is told how many of the notices that were due have been seen to. */
  readonly progress?: () => (done: number, all: number) => void
  readonly holder: string
}

/**
 * What one delivery came to: `delivered` are the notices that were found or posted; of those that are still there,
 * `waiting` will be tried again, `refused` will not.
 */
export type Delivered = { readonly delivered: number; readonly waiting: number; readonly refused: number }

const leaseTime = 60_000
const placesAtOnce = 8

/**
 * Delivers the notices of the collection `outbox`: in order at each place, each at least once, and exactly once where
 * the messenger can find a notice that it has posted.
 */
export class Outbox {
  readonly #parts: Parts
  /** Ids of the notices that may have been posted without our knowing: they are looked for before they are posted. */
  #doubtful = new Set<string>()
  /** The fence of the lease under which `doubtful` was gathered. */
  #fence: number | null = null
  #lease: Lease | null = null
  /** A place at a time, whichever delivery comes to it. */
  readonly #lanes = new Queues()
  #running: Promise<unknown> = Promise.resolve()
  #following: Promise<Delivered> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Goes once through what is due. While one delivery runs, all further calls share the one that follows it.
   * @throws Fault of the store; what was posted but not noted is then looked for by the next delivery.
   */
  deliver(): Promise<Delivered> {
    if (this.#following !== null) return this.#following
    const following = this.#running.then(() => {
      this.#following = null
      return this.#pass()
    })
    this.#following = following
    this.#running = following.catch(() => {})
    return following
  }

  /** Delivers what is due at one place, beside the deliveries that run elsewhere. */
  async deliverAt(place: string): Promise<void> {
    await this.#lanes.run(place, async () => {
      if (!(await this.#begin())) return
      await this.#deliverInOrder(await this.#parts.records.list('outbox', { place, refused: null }))
    })
  }

  async #pass(): Promise<Delivered> {
    const { records } = this.#parts
    const mine = await this.#begin()
    const delivered = mine ? await this.#deliverAll(await records.list('outbox', { refused: null })) : 0
    const left = await records.list('outbox')
    const waiting = left.filter(({ value }) => value.refused === null).length
    return { delivered, waiting, refused: left.length - waiting }
  }

  async #deliverAll(notices: readonly Found<Notice>[]): Promise<number> {
    const places = Map.groupBy(notices, ({ value }) => value.place)
    const tell = this.#parts.progress?.()
    const start = this.#parts.clock.now()
    const due = notices.filter(({ value: { from, next } }) => from <= start && next <= start).length
    let delivered = 0
    let seen = 0
    const passing = { stopped: false }
    await eachAtOnce([...places.entries()], placesAtOnce, async ([place, atPlace]) => {
      await this.#lanes.run(place, async () => {
        const got = await this.#deliverInOrder(atPlace, passing, () => {
          seen += 1
          tell?.(seen, due)
        })
        delivered += got
      })
    })
    return delivered
  }

  /** Delivers notices of one place until one holds the others up; returns how many got there. */
  async #deliverInOrder(
    atPlace: readonly Found<Notice>[],
    passing = { stopped: false },
    tell: () => void = () => {},
  ): Promise<number> {
    let delivered = 0
    for (const found of atPlace) {
      const now = this.#parts.clock.now()
      if (found.value.from > now) continue
      if (passing.stopped || found.value.next > now) break
      try {
        const done = await this.#deliverOne(found)
        tell()
        if (done === 'posted') delivered += 1
        if (done === 'holds-up') break
      } catch (fault) {
        // The other places would post what the store cannot note.
        passing.stopped = true
        throw fault
      }
    }
    return delivered
  }

  /** @throws Fault of the store */
  async #deliverOne(found: Found<Notice>): Promise<'posted' | 'passed' | 'holds-up'> {
    const { store, records, messengers, clock, render } = this.#parts
    const { key, version, value: notice } = found
    const lease = await this.#hold()
    if (lease === null || lease.fence !== this.#fence) return 'holds-up'
    // Another delivery may have come to this place before.
    if ((await records.find('outbox', key.id))?.version !== version) return 'passed'
    const look = notice.failures > 0 || this.#doubtful.has(key.id)
    this.#doubtful.add(key.id)
    const tried = await attempt(found, messengers, render, { look, ...(await this.#postsBefore(found)) })
    this.#tell(found, tried)
    if (tried.outcome === 'away') return 'holds-up'
    const now = clock.now()
    const after = afterAttempt(notice, tried, now)
    const changes: Change[] = [after === null ? { kind: 'delete', key } : records.put('outbox', key.id, after)]
    if (tried.outcome === 'posted' && notice.news.kind !== 'turn-reply')
      changes.push(records.put('posts', key.id, { place: notice.place, news: notice.news, ref: tried.ref, at: now }))
    const committed = await store.commit(changes, { expected: [{ key, version }], lease })
    // Else somebody has changed the notice or taken the lease: the next delivery sees it as it is then.
    if (committed.outcome !== 'committed') {
      if (tried.outcome === 'posted') await this.#recall(found, lease)
      return 'holds-up'
    }
    if (after === null) this.#doubtful.delete(key.id)
    if (tried.outcome === 'posted') return 'posted'
    return after === null || after.refused !== null ? 'passed' : 'holds-up'
  }

  /** The post that a notice brings up to date, and the one that it stands under. */
  async #postsBefore({ key, value: { place, news, under } }: Found<Notice>): Promise<Before> {
    const { records } = this.#parts
    const refAt = async (id: string) => {
      const post = (await records.find('posts', id))?.value
      return post?.place === place ? post.ref : undefined
    }
    const isKept = news.kind === 'submission-card' || news.kind === 'account-claim'
    const posted = isKept ? await refAt(key.id) : undefined
    return { posted, under: under === undefined ? null : await refAt(under) }
  }

  /** What was posted while somebody took it back is taken back with whoever has read it. */
  async #recall(found: Found<Notice>, lease: Lease): Promise<void> {
    const { store, records, clock } = this.#parts
    const recall = await recallOfPosted(records, found, clock.now())
    if (recall !== null) await store.commit([recall.change], { expected: recall.expected, lease })
  }

  /** Whether the lease is ours; whoever held another before may have ended between a post and its commit. */
  async #begin(): Promise<boolean> {
    const lease = await this.#hold()
    if (lease === null) return false
    if (lease.fence !== this.#fence)
      this.#doubtful = new Set((await this.#parts.records.list('outbox')).map(({ key }) => key.id))
    this.#fence = lease.fence
    return true
  }

  /** Our lease, renewed when less than half of it is left; null when somebody else has it. */
  async #hold(): Promise<Lease | null> {
    const { store, records, clock, holder } = this.#parts
    if (this.#lease !== null && this.#lease.until - clock.now() > leaseTime / 2) return this.#lease
    const leased = await store.lease({ committee: records.committee, name: 'outbox' }, holder, leaseTime)
    this.#lease = leased.outcome === 'held' ? leased.lease : null
    return this.#lease
  }

  #tell({ key, value: { place, failures, news } }: Found<Notice>, tried: Attempt): void {
    const notice = `outbox: notice ${maskNotice(key.id, news)} to ${maskPlace(place)}`
    if (tried.outcome === 'failed')
      this.#parts.report(`${notice} failed (${errorKind(tried.error)}), attempt ${failures + 1}`)
    if (tried.outcome === 'refused') this.#parts.report(`${notice} was refused; the secretariat is shown why`)
  }
}
