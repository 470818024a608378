import { isLive } from './answers.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import type { Names, Release } from './release.ts'
import type { Subject, Submission, Version } from './submission.ts'

/** Who is named beside words: a member by name and title, or a letter. */
export type AnnexSpeaker =
  | { readonly kind: 'name'; readonly name: string; readonly title: string }
  | { readonly kind: 'letter'; readonly letter: string }

/** A piece of a member's text, in his order: an item with its words as they are printed, or what stands between items: headings. */
export type AnnexPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly item: string; readonly text: string }

/** One submission as one cell of the left column; `heard`: the secretariat took it down (事務局聞き取り). */
export type AnnexOpinion = {
  readonly receipt: string
  readonly subject: Subject
  readonly speaker: AnnexSpeaker | null
  readonly heard: boolean
  readonly parts: readonly AnnexPart[]
}

/** A response and all items that it answers, the one it was written for first. */
type AnnexResponse = { readonly item: string; readonly answers: readonly string[]; readonly text: string }

/** Submissions that responses tie together: cells of the left column beside one merged cell of the right. */
export type AnnexBlock = { readonly opinions: readonly AnnexOpinion[]; readonly responses: readonly AnnexResponse[] }

/** The content of an annex (別紙): what it says, before any layout. */
export type Annex = { readonly call: string; readonly names: Names; readonly blocks: readonly AnnexBlock[] }

/** A submission with all that an annex takes from it. */
type Read = {
  readonly submission: Submission
  readonly version: Version
  readonly items: readonly QueueItem[]
}

/** The annex of a release: its submissions as far as they stand, with the letters that were given out. */
export async function readReleasedAnnex(
  records: Records,
  { call, names, receipts, letters }: Pick<Release, 'call' | 'names' | 'receipts' | 'letters'>,
): Promise<Annex> {
  return await readAnnex(records, call, names, new Set(receipts), letters)
}

/**
 * The annex of a call as the records say it now: every live opinion of it, in the order of receipts, word for word in its
 * member's order, those answered together next to each other. `receipts` keeps it to these submissions, `given` are
 * letters that stand for their members already.
 */
export async function readAnnex(
  records: Records,
  call: string,
  names: Names,
  receipts: ReadonlySet<string> | null = null,
  given: Release['letters'] = undefined,
): Promise<Annex> {
  const submissions = (await records.list('submissions', { call, kind: 'opinion' }))
    .map(({ value }) => value)
    .filter((one) => isLive(one) && (receipts?.has(one.receipt) ?? true))
  const itemsBy = Map.groupBy(await records.list('items', { call }), ({ value }) => value.receipt)
  const read = await Promise.all(
    submissions.map(async (submission): Promise<Read | undefined> => {
      const { receipt } = submission
      const version = await records.find('versions', `${receipt}.${submission.version}`)
      return version && { submission, version: version.value, items: liveItems(itemsBy.get(receipt) ?? []) }
    }),
  )
  const opinions = read.filter((one) => one !== undefined)
  const responses = await readResponses(
    records,
    opinions.flatMap(({ items }) => items),
  )
  const blocks = blocksOf(opinions, responses)
  const readBy = new Map(opinions.map((one) => [one.submission.receipt, one]))
  const inOrder = blocks.flatMap((block) => block.opinions.flatMap(({ receipt }) => readBy.get(receipt) ?? []))
  const speakers = await readSpeakers(records, inOrder, names, given)
  return { call, names, blocks: speakers.size === 0 ? blocks : blocks.map((block) => withSpeakers(block, speakers)) }
}

function withSpeakers(block: AnnexBlock, speakers: ReadonlyMap<string, AnnexSpeaker>): AnnexBlock {
  const opinions = block.opinions.map((one) => ({ ...one, speaker: speakers.get(one.receipt) ?? null }))
  return { ...block, opinions }
}

/** A submission's items that are not gone, in the order of its text. */
export function liveItems(items: readonly Found<QueueItem>[]): readonly QueueItem[] {
  return items
    .map(({ value }) => value)
    .filter(({ gone }) => gone === null)
    .toSorted((a, b) => a.span[0] - b.span[0])
}

/** The item whose response an item shares: itself, unless it is answered together with another. */
export function leadOf({ item, disposition }: QueueItem): string {
  return disposition?.kind === 'with' ? disposition.item : item
}

/**
 * A submission's text in pieces, in order: its items, and what stands between them as headings, whatever it is. Together
 * they are all of the text but blanks, each once, also where items were split or joined by hand.
 */
export function partsOf({ text }: Pick<Version, 'text'>, items: readonly QueueItem[]): readonly AnnexPart[] {
  const parts: AnnexPart[] = []
  let told = 0
  const addHeading = (end: number) => {
    const heading = text.slice(told, end).trim()
    if (heading !== '') parts.push({ kind: 'heading', text: heading })
  }
  for (const { item, span, printed } of items.toSorted((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = span
    addHeading(Math.max(told, start))
    const words = printed ?? text.slice(Math.max(told, start), end).trim()
    if (words !== '') parts.push({ kind: 'item', item, text: words })
    told = Math.max(told, end)
  }
  addHeading(text.length)
  return parts
}

async function readResponses(records: Records, items: readonly QueueItem[]): Promise<readonly AnnexResponse[]> {
  const byLead = Map.groupBy(
    items.filter(({ disposition }) => disposition?.kind !== 'none'),
    leadOf,
  )
  const found = await Promise.all(
    [...byLead].map(async ([lead, answered]): Promise<AnnexResponse | undefined> => {
      const item = await records.find('items', lead)
      if (item === undefined || item.value.response === null) return undefined
      const response = await records.find('responses', `${lead}.${item.value.response}`)
      if (response === undefined) return undefined
      const answers = answered.map((one) => one.item).toSorted((a, b) => Number(b === lead) - Number(a === lead))
      return { item: lead, answers, text: response.value.text }
    }),
  )
  return found.filter((one) => one !== undefined)
}

/** Who speaks, by receipt; letters are those that were given out, else given in the order of these opinions. */
async function readSpeakers(records: Records, opinions: readonly Read[], names: Names, given: Release['letters']) {
  const speakers = new Map<string, AnnexSpeaker>()
  if (names === 'none') return speakers
  const letters = new Map<string, string>()
  for (const { submission, version } of opinions) {
    const { receipt } = submission
    const member = (await records.find('submitters', receipt))?.value.member
    if (member === undefined) continue
    if (names === 'letters') {
      const letter = given?.[receipt] ?? letters.get(member) ?? letterOf(letters.size)
      letters.set(member, letter)
      speakers.set(receipt, { kind: 'letter', letter })
    } else if (version.printName) {
      const known = await records.find('members', member)
      if (known !== undefined) {
        const { name, title } = known.value
        speakers.set(receipt, { kind: 'name', name, title })
      }
    }
  }
  return speakers
}

/** A, B … Z, AA, AB … */
function letterOf(index: number): string {
  const before = Math.floor(index / 26)
  return `${before === 0 ? '' : letterOf(before - 1)}${String.fromCodePoint(65 + (index % 26))}`
}

/** Submissions tied by a response stand together where the first of them stands. Nobody is named yet. */
function blocksOf(opinions: readonly Read[], responses: readonly AnnexResponse[]): readonly AnnexBlock[] {
  const receiptOf = new Map(
    opinions.flatMap(({ submission, items }) => items.map(({ item }) => [item, submission.receipt])),
  )
  const root = new Map<string, string>(opinions.map(({ submission: { receipt } }) => [receipt, receipt]))
  const order = new Map(opinions.map(({ submission: { receipt } }, index) => [receipt, index]))
  const rootOf = (receipt: string): string => {
    let found = receipt
    for (let next = root.get(found); next !== undefined && next !== found; next = root.get(found)) found = next
    root.set(receipt, found)
    return found
  }
  for (const { answers } of responses) {
    const tied = answers.flatMap((item) => receiptOf.get(item) ?? []).map(rootOf)
    const first = tied.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0]
    if (first !== undefined) for (const one of tied) root.set(one, first)
  }
  const members = Map.groupBy(opinions, ({ submission }) => rootOf(submission.receipt))
  const position = new Map<string, number>()
  for (const { items } of opinions) for (const { item } of items) position.set(item, position.size)
  const placeOf = ({ answers }: AnnexResponse) => Math.min(...answers.map((item) => position.get(item) ?? 0))
  const responsesBy = Map.groupBy(responses, ({ answers: [item = ''] }) => rootOf(receiptOf.get(item) ?? ''))
  return [...members].map(([key, group]) => ({
    opinions: group.map(({ submission: { receipt, onBehalf }, version, items }) => ({
      receipt,
      subject: version.subject,
      speaker: null,
      heard: onBehalf?.means === 'telephone' || onBehalf?.means === 'meeting',
      parts: partsOf(version, items),
    })),
    responses: (responsesBy.get(key) ?? []).toSorted((a, b) => placeOf(a) - placeOf(b)),
  }))
}
