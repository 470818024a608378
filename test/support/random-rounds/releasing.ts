import { expect } from 'vitest'
import type { Did } from '../../../src/conversation/turn.ts'
import type { AnnexDocument } from '../../../src/opinions/annex-document.ts'
import type { QueueItem } from '../../../src/opinions/queue-item.ts'
import type { Names } from '../../../src/opinions/release.ts'
import { checkAnnex } from './annex-check.ts'
import { settleAll } from './answering.ts'
import { checkItems } from './items-check.ts'
import { clerks } from './people.ts'
import { calendar } from './round-office.ts'
import type { Scene } from './scene.ts'
import { tokensIn } from './tokens.ts'
import type { Sent } from './truth.ts'

const [first, second] = clerks

/** Sets an item to be printed in other words, in fewer, or as it was written. */
export async function rewordItem(scene: Scene, of: number, how: 'other' | 'shorter' | 'as-written'): Promise<void> {
  const item = await scene.item(of)
  if (item === undefined) return
  const written = scene.wordsOf(item)
  const words = [scene.tokens.next(`a wording of ${item.item}`), ...tokensIn(written)]
  const kept = how === 'shorter' ? words.slice(0, 2) : words
  const text = how === 'as-written' ? null : `（整文）${kept.join('、')}。`
  await setPrint(scene, item, text)
}

async function setPrint(scene: Scene, queued: QueueItem, text: string | null): Promise<void> {
  const { item } = queued
  const written = scene.wordsOf(queued)
  const came = await scene.act(first, { name: 'release', act: { do: 'print', item, text } })
  if (came.told[0]?.kind === 'print-set') scene.truth.setPrint(item, written, text ?? written)
}

/** Sends members their words as they will be printed: all that are open, or these. */
export async function sendProofs(scene: Scene, by: string, call: string, receipts: readonly string[]): Promise<void> {
  const until = calendar.workingDayFrom(scene.office.today)
  const round = { call, until, receipts: [...receipts] }
  const came = await scene.act(by, { name: 'release', act: { do: 'check', ...round } })
  const { kind, receipts: sent } = came.told[0] ?? { kind: '' }
  if (kind !== 'proofs-sent' || !Array.isArray(sent)) return
  for (const one of sent.map((receipt) => scene.truth.find(String(receipt)))) showProof(scene, one)
}

/** Its member says that his words may be printed so, or what he would have corrected. */
export async function answerProof(scene: Scene, one: Sent, agrees: boolean, who: number): Promise<void> {
  const by = scene.handOf(one, who)
  if (by === undefined) return
  const text = `${scene.tokens.next('a correction')}に直してください。`
  if (!agrees) one.besides.push(text)
  const did: Did = agrees
    ? { kind: 'action', name: 'proof-agree', about: one.receipt }
    : { kind: 'form', form: { name: 'proof', receipt: one.receipt, text } }
  const { told } = await scene.take(by.account, did)
  if (told[0]?.kind === 'proof-changed') showProof(scene, one)
  if (told[0]?.kind === 'proof-answered') showProof(scene, one, !agrees)
}

function showProof({ truth }: Scene, one: Sent, corrects = false): void {
  one.proof = { words: truth.words(one), corrects }
}

/** Shares an annex, now and then after all that it needs was done. */
export async function shareWhenReady(scene: Scene, call: string, names: Names, ready: boolean): Promise<void> {
  if (ready) {
    if (call !== 'standing') scene.office.waitUntil('2026-08-31T10:00')
    await settleAll(scene, call)
  }
  await shareAnnex(scene, call, names)
}

/** Shares an annex; what is in it is given to the members from now on. */
export async function shareAnnex(scene: Scene, call: string, names: Names): Promise<void> {
  const expected = scene.truth.expectedIn(call)
  const decree = { decided: scene.office.today, number: '札まち第123号', post: '政策局長' }
  const came = await scene.act(first, { name: 'release', act: { do: 'share', call, ...decree, names } })
  const { kind, release, submissions } = came.told[0] ?? { kind: '' }
  if (kind !== 'annex-shared') return
  expect(submissions).toBe(expected.length)
  for (const one of expected) checkSeen(scene, one)
  const receipts = expected.map(({ receipt }) => receipt)
  scene.truth.given.set(String(release), { id: String(release), call, names, receipts, published: false })
  await readAnnexFiles(scene, String(release), names)
}

/** Nothing is given to the members in words that its member has not seen, or would have corrected. */
function checkSeen({ truth }: Scene, one: Sent): void {
  const words = truth.words(one)
  const isSeen = one.proof?.words === words
  if (words !== truth.newest(one).text && !isSeen) throw new Error(`${one.receipt} is printed in words nobody has seen`)
  if (isSeen && one.proof?.corrects === true) throw new Error(`${one.receipt} was to be corrected`)
}

/** Publishes what was shared. */
export async function publishAnnex(scene: Scene, release: string): Promise<void> {
  const act = {
    do: 'publish',
    call: release,
    day: scene.office.today,
    address: 'https://www.example.jp/annex',
  } as const
  const came = await scene.act(second, { name: 'release', act })
  const { kind, release: id } = came.told[0] ?? { kind: '' }
  const given = scene.truth.given.get(String(id))
  if (kind === 'annex-published' && given !== undefined) given.published = true
}

/** Takes an annex out as its files are, and compares them with what people did. */
export async function readAnnexFiles(scene: Scene, id: string, names: Names): Promise<void> {
  await checkItems(scene.truth, scene.office.records)
  const { told } = await scene.act(second, { name: 'annex', act: { do: 'show', call: id, names } })
  if (told[0]?.kind !== 'annex') return
  const { records } = scene.office
  const document = told[0] as unknown as AnnexDocument
  await checkAnnex({ truth: scene.truth, readers: scene.readers, records }, { id, names }, document, scene.thorough)
}
