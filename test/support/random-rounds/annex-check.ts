import { expect } from 'vitest'
import { printableText } from '../../../src/documents/printable-text.ts'
import type { AnnexOpinion } from '../../../src/opinions/annex.ts'
import type { AnnexDocument } from '../../../src/opinions/annex-document.ts'
import type { Records } from '../../../src/opinions/records.ts'
import type { Names } from '../../../src/opinions/release.ts'
import { readCsv, readMarkdown, readWord } from './annex-files.ts'
import type { Readers } from './readers.ts'
import { type Given, itemsOf, type Sent, type Truth } from './truth.ts'

/** Blanks and bullets are layout. */
const bare = (text: string) => text.replaceAll(/[\s・]/gu, '')
/** A cell that looks like a formula begins with an apostrophe. */
const bareCsv = (text: string) => bare(text).replaceAll("'", '')
const heard = '（事務局聞き取り）'

/**
 * Compares an annex with what people did, in every format: each opinion that stands once, word for word and in its member's
 * order, the responses to them, and no name that was not chosen. `word`: in Word too, which takes its time.
 * @throws where anything differs.
 */
export async function checkAnnex(
  { truth, readers, records }: { readonly truth: Truth; readonly readers: Readers; readonly records: Records },
  { id, names }: { readonly id: string; readonly names: Names },
  document: AnnexDocument,
  word: boolean,
): Promise<void> {
  const { annex, release } = document
  const expected = truth.expectedIn(id)
  expect(annex.names).toBe(truth.given.get(id)?.names ?? names)
  const opinions = annex.blocks.flatMap((block) => block.opinions)
  const receipts = opinions.map(({ receipt }) => receipt)
  expect(receipts.toSorted()).toEqual(expected.map(({ receipt }) => receipt).toSorted())
  const sent = receipts.map((receipt) => truth.find(receipt))
  const speakers = speakersOf(sent, truth, annex.names, truth.given.get(id))
  for (const [at, one] of sent.entries()) checkOpinion(opinions[at], one, speakers[at] ?? '', truth)

  const answers = [...(await truth.answersTo(records, receipts)).values()]
  const responses = annex.blocks.flatMap((block) => block.responses)
  expect(responses.map(({ text }) => text).toSorted()).toEqual(answers.toSorted())
  if (release !== null) for (const receipt of receipts) await checkAnswered(receipt, truth, records)

  const printed = sent.map((one) => printableText(truth.words(one)))
  const left = bare(sent.map((one, at) => `${speakers[at]}${printed[at]}${one.heard ? heard : ''}`).join(''))
  const right = bare(responses.map(({ text }) => printableText(text)).join(''))
  const named = readers.namedIn({ names: annex.names, receipts })
  const files = [readMarkdown(document), ...(word ? [await readWord(document)] : [])]
  for (const file of files) {
    expect(bare(file.left)).toBe(left)
    expect(bare(file.right)).toBe(right)
    expect(file.draft).toBe(release === null)
    readers.checkNames(file.all, named)
  }
  const csv = readCsv(document)
  expect(bareCsv(csv.left).replaceAll(heard, '')).toBe(bareCsv(printed.join('')))
  expect(csv.left.split(heard).length - 1).toBe(sent.filter((one) => one.heard).length)
  for (const { text, answers: items } of responses)
    expect(bareCsv(csv.right).split(bareCsv(printableText(text))).length - 1).toBe(items.length)
  expect(new Set(csv.speakers)).toEqual(new Set(annex.names === 'none' ? [] : speakers))
  readers.checkNames(csv.all, named)
  for (const { all } of [...files, csv]) expect(all).not.toMatch(/R8-\d/u)
}

function checkOpinion(opinion: AnnexOpinion | undefined, one: Sent, speaker: string, truth: Truth): void {
  const said = opinion?.parts.map(({ text }) => text).join('') ?? ''
  expect(bare(said)).toBe(bare(truth.words(one)))
  expect(opinion?.heard).toBe(one.heard)
  expect(opinion?.speaker == null).toBe(speaker === '')
}

/** Names where they were chosen; letters in the order in which people come to be read, and then as they were given out. */
function speakersOf(sent: readonly Sent[], truth: Truth, names: Names, given: Given | undefined): readonly string[] {
  if (names === 'none') return sent.map(() => '')
  if (names === 'chosen')
    return sent.map((one) => {
      const { member } = one.sender
      return truth.newest(one).print ? `【${member?.name}${member?.title}】` : ''
    })
  const people = given?.letters ?? [...new Set(sent.map(({ sender }) => sender))]
  if (given !== undefined) given.letters = people
  return sent.map(({ sender }) => `【委員${String.fromCodePoint(65 + people.indexOf(sender))}】`)
}

/** In what was given to the members each item is answered by none, or by words that a colleague of their author has checked. */
async function checkAnswered(receipt: string, truth: Truth, records: Records): Promise<void> {
  for (const { item, disposition } of await itemsOf(records, receipt)) {
    if (disposition?.kind === 'none') continue
    const lead = disposition?.kind === 'with' ? disposition.item : item
    const response = truth.responses.get(lead)
    const check = truth.checks.get(lead)
    if (response === undefined) throw new Error(`${item} was given to the members without an answer (${lead})`)
    if (check?.text !== response.text) throw new Error(`${lead} was given to the members unchecked`)
    if (check.by === response.by) throw new Error(`${lead} was checked by its author`)
  }
}
