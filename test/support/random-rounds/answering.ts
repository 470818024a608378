import { expect } from 'vitest'
import { readInquiryPaper } from '../../../src/conversation/inquiry-paper.ts'
import { writeInquiryWorkbook } from '../../../src/documents/inquiry-workbook.ts'
import { addDays } from '../../../src/opinions/day.ts'
import type { QueueItem } from '../../../src/opinions/queue-item.ts'
import type { TakenFile } from '../../../src/opinions/taken-file.ts'
import { clerks } from './people.ts'
import { pick } from './pick.ts'
import { answerProof, sendProofs } from './releasing.ts'
import { calendar, committee, divisions } from './round-office.ts'
import { calls, clerk, type Scene } from './scene.ts'
import { itemsOf } from './truth.ts'

const [first, second] = clerks

/** Writes a response; without a text, says that the draft holds. */
export async function respondTo(
  scene: Scene,
  item: QueueItem | undefined,
  who: number,
  text: string | null,
): Promise<void> {
  const by = clerk(who)
  const target = { item: item?.item ?? 'R8-999-1', seen: null }
  const { told } = await scene.queue(by, { do: 'respond', input: { target, text } })
  if (told[0]?.kind !== 'item-responded' || item === undefined) return
  const words = text ?? scene.truth.responses.get(item.item)?.text
  if (words === undefined) throw new Error(`${item.item} was kept, and there was nothing`)
  scene.truth.responses.set(item.item, { text: words, by })
  scene.truth.checks.delete(item.item)
}

/** Checks the response that counts, as the queue shows it. */
export async function checkResponse(scene: Scene, item: QueueItem | undefined, by: string): Promise<void> {
  if (item === undefined) return
  const target = { item: item.item, seen: null }
  const { told } = await scene.queue(by, { do: 'check', input: { target, response: item.response ?? 1 } })
  const response = scene.truth.responses.get(item.item)
  if (told[0]?.kind !== 'response-checked') return
  if (response === undefined) throw new Error(`${item.item} was checked, and there was nothing`)
  scene.truth.checks.set(item.item, { text: response.text, by, words: scene.wordsOf(item) })
}

/** Puts an item into the hands of a division. */
export async function assignItem(scene: Scene, by: string, item: string, of: number): Promise<void> {
  const [lead = '', other = ''] = [of, of + 1].map((n) => pick(divisions, n)?.name)
  const named = { lead, others: of % 5 === 4 ? [other] : [] }
  await scene.queue(by, { do: 'assign', input: { targets: [{ item, seen: null }], divisions: named } })
}

/** Asks divisions about all items of a call, and looks into the papers that go out. */
export async function inquire(scene: Scene, by: string, call: string): Promise<void> {
  const all = await scene.office.records.list('items', { call, gone: null })
  for (const [at, { value }] of all.entries())
    if (value.lead === null && at % 3 !== 2) await assignItem(scene, by, value.item, at)
  const due = `${calendar.workingDayFrom(addDays(scene.office.today, 7))}T17:00` as const
  const order = { call, due, divisions: [], contact: '企画課（内線1234）', accept: true }
  const came = await scene.act(by, { name: 'inquiry', act: { do: 'write', input: order } })
  const { kind, inquiries } = came.told[0] ?? { kind: '' }
  if (kind !== 'inquiries-written' || !Array.isArray(inquiries)) return
  for (const id of inquiries.map(String)) {
    const { records, shelf } = scene.office
    const paper = await readInquiryPaper({ records, prepared: await shelf.recordFor('staff') }, id)
    if (paper === undefined) throw new Error(`no paper of ${id}`)
    scene.readers.checkNames(JSON.stringify(paper))
    expect(paper.sheet.rows.length).toBeGreaterThan(0)
    if (!scene.thorough) continue
    const bytes = await writeInquiryWorkbook(paper.sheet)
    scene.readers.checkNames(Buffer.from(bytes).toString('utf8'))
  }
}

/** A division's file comes back, where need be of an inquiry that goes out now, with an answer in every other row. */
export async function takeAnswers(scene: Scene, by: string, of: number): Promise<void> {
  if ((await scene.office.records.list('inquiries')).length === 0) await inquire(scene, by, pick(calls, of) ?? '')
  const inquiry = pick(
    (await scene.office.records.list('inquiries')).map(({ value }) => value),
    of,
  )
  if (inquiry === undefined) return
  scene.files += 1
  const answers = new Map(
    inquiry.items.map(({ item }, at) => [
      item,
      (at + of) % 3 === 2 ? '' : `${scene.tokens.next('an answer of a division')}である。`,
    ]),
  )
  const file: TakenFile = {
    ...{ kind: 'rows', sha256: scene.files.toString(16).padStart(64, '0') },
    tokens: [{ committee, inquiry: inquiry.id }],
    rows: [...answers].map(([receipt, answer], at) => ({
      ...{ cell: `照会票!E${at + 10}`, receipt, answer, opinion: null, remark: null, number: null },
      ...{ formula: false, merged: false },
    })),
  }
  const input = { file, accept: true, replace: [] }
  const { told } = await scene.act(by, { name: 'inquiry', act: { do: 'take', input } })
  const [{ kind, answers: taken } = { kind: '', answers: [] }] = told
  if (kind !== 'inquiry-taken' || !Array.isArray(taken)) return
  for (const { item, fate } of taken as { readonly item: string; readonly fate: { readonly kind: string } }[]) {
    if (fate.kind !== 'new' && fate.kind !== 'changed') continue
    scene.truth.responses.set(item, { text: answers.get(item) ?? '', by: inquiry.division })
    scene.truth.checks.delete(item)
  }
}

/** Answers everything of a call that is still open, as the office does before it shares; `of` leaves some out. */
export async function settleAll(scene: Scene, call: string, of = 0): Promise<void> {
  const { records } = scene.office
  for (const one of scene.truth.expectedIn(call)) {
    for (const { item: id } of await itemsOf(records, one.receipt)) {
      const before = (await records.find('items', id))?.value
      const target = { item: id, seen: null }
      if (before === undefined || before.disposition?.kind === 'with' || before.disposition?.kind === 'none') continue
      if (before.disposition === null && before.response === null && (before.number + of) % 3 === 0) {
        const { told } = await scene.queue(first, { do: 'dispose', input: { targets: [target], as: 'none' } })
        if (told[0]?.kind === 'items-disposed') continue
      }
      // It was to go with another that has gone since: somebody says that it is answered by its own.
      if (before.disposition === null && before.response !== null)
        await scene.queue(first, { do: 'dispose', input: { targets: [target], as: 'answer' } })
      if (before.response === null)
        await respondTo(scene, before, 0, `${scene.tokens.next(`a response to ${id}`)}について検討してまいりたい。`)
      else if (before.outdated || before.inquired !== null) await respondTo(scene, before, 0, null)
      const written = (await records.find('items', id))?.value
      if (written?.checked === null)
        await checkResponse(scene, written, scene.truth.responses.get(id)?.by === second ? first : second)
    }
  }
  const unseen = scene.truth.expectedIn(call).map(({ receipt }) => receipt)
  if (unseen.length > 0) await sendProofs(scene, first, call, unseen)
  for (const receipt of unseen) await answerProof(scene, scene.truth.find(receipt), true, of)
}
