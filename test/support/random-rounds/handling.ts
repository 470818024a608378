import type { OpinionForm } from '../../../src/conversation/turn.ts'
import { addDays } from '../../../src/opinions/day.ts'
import type { QueueItem } from '../../../src/opinions/queue-item.ts'
import { opinionForm } from '../front-office.ts'
import { assignItem, checkResponse, inquire, respondTo, settleAll, takeAnswers } from './answering.ts'
import { keepAnswers, sharersOf } from './going.ts'
import { clerks } from './people.ts'
import { pick } from './pick.ts'
import { answerProof, publishAnnex, sendProofs } from './releasing.ts'
import { calendar } from './round-office.ts'
import { calls, clerk, type Scene } from './scene.ts'
import { noteSent, pressFile, withdrawOpinion } from './sending.ts'
import type { Plain } from './steps.ts'
import { tokensIn } from './tokens.ts'
import { itemsOf, receiptOfItem, type Sent } from './truth.ts'

/** Does what needs no more than who does it, and to what. */
export async function actPlainly(scene: Scene, what: Plain, who: number, of: number): Promise<void> {
  const one = pick(scene.truth.sent, of)
  const by = clerk(who)
  const item = await scene.item(of)
  const target = { item: item?.item ?? 'R8-999-1', seen: null }
  const targets = [target]
  const release = pick(['standing', ...scene.truth.given.keys()], of) ?? ''
  switch (what) {
    case 'none': {
      const member = pick(scene.senders(), who)
      if (member === undefined) return
      const came = await scene.take(member.account, { kind: 'action', name: 'none', about: '2026-1' })
      const form: OpinionForm = { ...opinionForm(''), call: '2026-1', none: true, onBehalf: null }
      return await noteSent(scene, came, form)
    }
    case 'press':
      return await pressFile(scene, pick([...scene.senders(), scene.person(by)], who))
    case 'withdraw':
      return await withdrawOpinion(scene, one, who)
    case 'erase':
      return await eraseOpinion(scene, one)
    case 'split':
      return void (await scene.queue(by, { do: 'split', input: { target, at: [] } }))
    case 'cut':
      return await cutItem(scene, by, item, who)
    case 'join':
      return await joinItem(scene, by, of, who)
    case 'answer-none':
    case 'answer-own': {
      const as = what === 'answer-own' ? 'answer' : 'none'
      return void (await scene.queue(by, { do: 'dispose', input: { targets, as } }))
    }
    case 'group': {
      const named = (await pickOthers(scene, item, who)).map((id) => ({ item: id, seen: null }))
      const came = await scene.queue(by, { do: 'group', input: { lead: target, targets: named } })
      if (came.told[0]?.kind === 'items-grouped') scene.truth.checks.delete(String(came.told[0].lead))
      return
    }
    case 'assign': {
      return await assignItem(scene, by, target.item, of)
    }
    case 'note': {
      const text = `${scene.tokens.next('an internal note')}と課長が申しております`
      return void (await scene.queue(by, { do: 'note', input: { target, text } }))
    }
    case 'ask-back': {
      const text = `${scene.tokens.next('a question back')}とはどの点でしょうか`
      const came = await scene.queue(by, { do: 'ask', target, text, until: null })
      const { kind, receipt } = came.told[0] ?? { kind: '' }
      if (kind === 'question-asked') scene.truth.find(String(receipt)).besides.push(text)
      return
    }
    case 'reply': {
      const text = `${scene.tokens.next('a reply')}のことです`
      if (one === undefined || one.sender.account === '') return
      one.besides.push(text)
      const form = { name: 'reply', receipt: one.receipt, text } as const
      return void (await scene.take(one.sender.account, { kind: 'form', form }))
    }
    case 'keep':
      return await respondTo(scene, item, who, null)
    case 'check':
      return await checkResponse(scene, item, by)
    case 'inquire':
      return await inquire(scene, by, pick(calls, of) ?? '')
    case 'take':
      return await takeAnswers(scene, by, of)
    case 'proof':
      return await sendProofs(scene, by, pick(calls, of) ?? '', [])
    case 'agree':
    case 'correct':
      return one && (await answerProof(scene, one, what === 'agree', who))
    case 'settle':
      return await settleAll(scene, pick(calls, of) ?? '', of)
    case 'publish':
      return await publishAnnex(scene, release)
    case 'undo': {
      const came = await scene.act(by, { name: 'release', act: { do: 'undo', call: release, reason: '誤記のため' } })
      const { kind, release: id } = came.told[0] ?? { kind: '' }
      const given = scene.truth.given.get(String(id))
      if (kind === 'share-undone') scene.truth.given.delete(String(id))
      if (kind === 'publish-undone' && given !== undefined) given.published = false
      return
    }
    case 'close':
      return void (await scene.act(by, { name: 'close-call', input: { call: '2026-1' } }))
    case 'extend': {
      const day = calendar.workingDayFrom(addDays(scene.office.today, 2))
      const input = { call: '2026-1', deadline: `${day}T12:00` as const }
      return void (await scene.act(by, { name: 'extend-call', input }))
    }
  }
}

/** Parts an item before a word of its own, or before one that is not there. */
async function cutItem(scene: Scene, by: string, item: QueueItem | undefined, who: number): Promise<void> {
  const [, ...words] = item === undefined ? [] : tokensIn(scene.wordsOf(item))
  const at = [pick(words, who) ?? scene.tokens.next('nothing')]
  await scene.queue(by, { do: 'split', input: { target: { item: item?.item ?? 'R8-999-1', seen: null }, at } })
}

/** Joins an item with the next ones of its submission, now and then with one that is no neighbour. */
async function joinItem(scene: Scene, by: string, of: number, who: number): Promise<void> {
  const all = (await scene.office.records.list('items', { gone: null })).map(({ value }) => value)
  const parted = all.filter((one) => all.some((other) => other.receipt === one.receipt && other !== one))
  const item = pick(parted.length === 0 ? all : parted, of)
  if (item === undefined) return
  const own = await itemsOf(scene.office.records, item.receipt)
  const at = Math.min(
    own.findIndex((one) => one.item === item.item),
    Math.max(0, own.length - 2),
  )
  const others = who % 5 === 0 ? [pick(all, who)] : own.slice(at + 1, at + 2 + (who % 2))
  const targets = [own[at], ...others].flatMap((one) => (one === undefined ? [] : [{ item: one.item, seen: null }]))
  await scene.queue(by, { do: 'join', input: { targets } })
}

/** Items of the same call, rather of other submissions; now and then any. */
async function pickOthers(scene: Scene, item: QueueItem | undefined, who: number): Promise<readonly string[]> {
  const all = (await scene.office.records.list('items', { gone: null })).map(({ value }) => value)
  const same = all.filter(({ call, receipt }) => call === item?.call && receipt !== item.receipt)
  const from = who % 5 === 0 || same.length === 0 ? all : same
  return [pick(from, who), ...(who % 3 === 0 ? [pick(from, who + 1)] : [])].map((one) => one?.item ?? 'R8-999-1')
}

async function eraseOpinion(scene: Scene, one: Sent | undefined): Promise<void> {
  if (one === undefined) return
  const sharers = await sharersOf(scene, one)
  const input = { receipt: one.receipt, reason: '御本人の申出', confirmed: true }
  for (const by of clerks) {
    const came = await scene.act(by, { name: 'erase-submission', input })
    if (came.told[0]?.kind === 'erased') one.state = 'erased'
  }
  if (one.state !== 'erased') return
  for (const lead of scene.truth.responses.keys())
    if (receiptOfItem(lead) === one.receipt) scene.truth.responses.delete(lead)
  await keepAnswers(scene, sharers)
}
