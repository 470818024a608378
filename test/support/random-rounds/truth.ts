import { leadOf, liveItems } from '../../../src/opinions/annex.ts'
import type { QueueItem } from '../../../src/opinions/queue-item.ts'
import type { Records } from '../../../src/opinions/records.ts'
import type { Names } from '../../../src/opinions/release.ts'
import type { Person } from './people.ts'

/** One submission as its member sent it; what was said about it besides is words of his and the secretariat's alone. */
export type Sent = {
  readonly receipt: string
  readonly sender: Person
  readonly call: string
  readonly kind: 'opinion' | 'none'
  readonly heard: boolean
  readonly onBehalf: boolean
  readonly versions: { readonly text: string; readonly print: boolean }[]
  state: 'live' | 'withdrawn' | 'erased'
  /** Questions back, replies and corrections. */
  readonly besides: string[]
  /** His words as they would be printed when the member was last shown them; what he would have corrected in them is open. */
  proof: { readonly words: string; readonly corrects: boolean } | null
}

/** An annex that was given to the members. */
export type Given = {
  readonly id: string
  readonly call: string
  readonly names: Names
  readonly receipts: readonly string[]
  published: boolean
  /** Whose letter is which, as the annex had them when it was first read. */
  letters?: readonly Person[]
}

export type Response = { readonly text: string; readonly by: string }

/** What people did in a round, told by what they were told, in the plainest way: what must be printed, and who may see what. */
export class Truth {
  readonly sent: Sent[] = []
  readonly drafts = new Map<string, string>()
  readonly given = new Map<string, Given>()
  /** By item. */
  readonly responses = new Map<string, Response>()
  readonly checks = new Map<string, Response & { readonly words: string }>()
  readonly #printed = new Map<string, { readonly receipt: string; readonly written: string; readonly text: string }>()

  find(receipt: string): Sent {
    const found = this.sent.find((one) => one.receipt === receipt)
    if (found === undefined) throw new Error(`nobody sent ${receipt}`)
    return found
  }

  newest({ versions }: Sent): Sent['versions'][number] {
    return versions.at(-1) ?? { text: '', print: false }
  }

  /** Opinions of a call that stand. */
  standing(call: string): readonly Sent[] {
    return this.sent.filter((one) => one.call === call && one.kind === 'opinion' && one.state === 'live')
  }

  releaseOf(receipt: string): Given | undefined {
    return [...this.given.values()].find(({ receipts }) => receipts.includes(receipt))
  }

  /** What must be in an annex: of a release all that still stands of it, else all of a call that was not given before. */
  expectedIn(id: string): readonly Sent[] {
    const release = this.given.get(id)
    if (release !== undefined)
      return release.receipts.map((receipt) => this.find(receipt)).filter(({ state }) => state === 'live')
    return this.standing(id).filter(({ receipt }) => this.releaseOf(receipt) === undefined)
  }

  /** A submission as it must be printed: word for word, but for what staff have set otherwise. */
  words(one: Sent): string {
    let { text } = this.newest(one)
    for (const { receipt, written, text: printed } of this.#printed.values())
      if (receipt === one.receipt) text = text.split(written).join(printed)
    return text
  }

  setPrint(item: string, written: string, text: string): void {
    if (text === written) this.#printed.delete(item)
    else this.#printed.set(item, { receipt: receiptOfItem(item), written, text })
  }

  printedFor(item: string): string | null {
    return this.#printed.get(item)?.text ?? null
  }

  /** What was set for other words than an item has now is no more. */
  letGo(words: ReadonlyMap<string, string>): void {
    for (const [item, { written }] of this.#printed) if (words.get(item) !== written) this.#printed.delete(item)
    for (const [item, check] of this.checks) if (words.get(item) !== check.words) this.checks.delete(item)
  }

  /** The responses that answer submissions, by the item that each was written for. */
  async answersTo(records: Records, receipts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const answers = new Map<string, string>()
    for (const receipt of receipts)
      for (const item of await itemsOf(records, receipt)) {
        const lead = leadOf(item)
        const response = this.responses.get(lead)
        if (item.disposition?.kind !== 'none' && response !== undefined) answers.set(lead, response.text)
      }
    return answers
  }
}

/** The items of a submission that are not gone, in the order of its text. */
export async function itemsOf(records: Records, receipt: string): Promise<readonly QueueItem[]> {
  return liveItems(await records.list('items', { receipt }))
}

export function receiptOfItem(item: string): string {
  return item.slice(0, item.lastIndexOf('-'))
}
