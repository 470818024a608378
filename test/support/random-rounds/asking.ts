import { expect } from 'vitest'
import type { Did, Form } from '../../../src/conversation/turn.ts'
import { opinionForm } from '../front-office.ts'
import { strangers } from './people.ts'
import { pick } from './pick.ts'
import type { Scene } from './scene.ts'
import { tokensIn } from './tokens.ts'

/** Asks with words that were written, whether or not whoever asks may read them. */
export async function askAbout(scene: Scene, who: number, what: number, of: number): Promise<void> {
  const asker = pick([...strangers, ...strangers, ...scene.senders().map(({ account }) => account)], who)
  if (asker === undefined) return
  const one = pick(scene.truth.sent, of)
  const texts = [
    ...(one === undefined ? [] : [scene.truth.newest(one).text]),
    ...[...scene.truth.responses.values()].map(({ text }) => text),
  ]
  const words = tokensIn(texts.join('\n'))
  const word = pick(words, of) ?? 'さとらんど'
  const questions = [
    ...[`${word}について教えてください`, `${word}への考え方は`, `「${word}」`, 'No.40についての御意見を全部'],
    ...['令和８年度第１回ではどのような意見がありましたか', '別紙', '出典', one?.receipt ?? 'R8-001'],
    ...[`${one?.sender.member?.name ?? '佐藤'}さんの御意見は`, `What did members say about No.19?`, '随時の御意見は'],
    ...[`No.34の${word}の評価は`, `${word}はだれの御意見ですか`, '状況'],
  ]
  await scene.take(asker, { kind: 'say', text: pick(questions, what) ?? '' })
}

/** Everybody who is not of the committee asks, and members look at what they sent. */
export async function askAll(scene: Scene): Promise<void> {
  for (const { sender, receipt } of scene.truth.sent)
    if (sender.account !== '') await scene.take(sender.account, { kind: 'action', name: 'submission', about: receipt })
  const of = scene.files
  for (const who of strangers.keys())
    for (const what of [who % 3, 3 + (who % 2), 5]) await askAbout(scene, who, what, of + who)
}

/** Somebody tries what is not his to do; it is refused, and says nothing. */
export async function tryInVain(scene: Scene, who: number, what: number, of: number): Promise<void> {
  const outsiders = [...strangers, ...scene.senders().map(({ account }) => account)]
  const account = pick(outsiders, who) ?? ''
  const one = pick(scene.truth.sent, of)
  if (one === undefined || one.sender.account === account) return
  const { receipt } = one
  const item = `${receipt}-1`
  const target = { item, seen: null }
  const form = (form: Form): Did => ({ kind: 'form', form })
  const tried: readonly Did[] = [
    form({ name: 'queue', act: { do: 'show', about: receipt } }),
    form({ name: 'queue', act: { do: 'list', ...anything } }),
    form({ name: 'queue', act: { do: 'respond', input: { target, text: 'そうではない。' } } }),
    form({ name: 'annex', act: { do: 'show', call: '2026-1', names: 'chosen' } }),
    form({ name: 'annex', act: { do: 'ledger', call: null } }),
    form({ name: 'release', act: { do: 'show', call: '2026-1' } }),
    form({ name: 'release', act: { do: 'print', item, text: '別の文' } }),
    form({ name: 'inquiry', act: { do: 'list', call: null } }),
    form({ name: 'digest', act: { do: 'show', day: null } }),
    form({ name: 'list-roster' }),
    form({ name: 'show-call', call: '2026-1' }),
    form({ name: 'proof', receipt, text: '直してください' }),
    form({ ...opinionForm('別の文'), edits: receipt }),
    form({ name: 'reply', receipt, text: '返信' }),
    { kind: 'action', name: 'submission', about: receipt },
    { kind: 'action', name: 'withdraw-now', about: receipt },
    { kind: 'action', name: 'proof-agree', about: receipt },
    { kind: 'action', name: 'edit-filed', about: receipt },
  ]
  const did = pick(tried, what)
  if (did === undefined) return
  const { told } = await scene.take(account, did)
  expect(['refused', 'no-proof']).toContain(told[0]?.kind)
}

const anything = {
  ...{ call: null, state: null, division: null, project: null, disposition: null, until: null, overdue: false },
} as const
