import type { OpinionForm } from '../../../src/conversation/turn.ts'
import { opinionForm } from '../front-office.ts'
import { keepAnswers, sharersOf } from './going.ts'
import type { Person } from './people.ts'
import { pick } from './pick.ts'
import type { Came } from './round-office.ts'
import { calls, clerk, type Scene } from './scene.ts'
import type { Step } from './steps.ts'
import type { Sent } from './truth.ts'
import { write } from './writing.ts'

const subjects = [null, 'whole', '40', '19', '34'] as const

/** A member sends an opinion, or one of the staff for him. */
export async function fileOpinion(
  scene: Scene,
  step: Extract<Step, { readonly do: 'file' | 'file-on-behalf' }>,
): Promise<void> {
  const text = write(step.text, scene.tokens, 'an opinion')
  const { print: printName, confirmed } = step
  const call = pick(calls, step.call) ?? null
  const form = opinionForm(text, {
    ...{ call, subject: pick(subjects, step.subject) ?? null, printName, split: !step.whole, confirmed },
  })
  if (step.do === 'file') {
    const who = pick(scene.senders(), step.who)
    return await sendForm(scene, who, form)
  }
  const means = pick(['fax', 'telephone', 'meeting', 'mail', 'post'], step.who) ?? 'fax'
  const member = pick(scene.members(), step.who)?.member?.id ?? ''
  await sendForm(scene, scene.person(clerk(step.who)), {
    ...form,
    onBehalf: { member, means, day: '今日', original: null },
  })
}

async function sendForm(scene: Scene, who: Person | undefined, form: OpinionForm): Promise<void> {
  if (who === undefined) return
  // What is shown to be confirmed, or refused, is kept as a draft.
  if (form.text !== null)
    scene.truth.drafts.set(who.account, `${scene.truth.drafts.get(who.account) ?? ''}${form.text}`)
  const came = await scene.take(who.account, { kind: 'form', form })
  await noteSent(scene, came, form)
  const offered = came.outcome.offered.find(({ name }) => name === 'file')
  if (offered?.about !== undefined) scene.waiting.set(who.account, { about: offered.about, form })
}

/** Files the draft that was shown to somebody, or does so once more. */
export async function pressFile(scene: Scene, who: Person | undefined): Promise<void> {
  const draft = who && scene.waiting.get(who.account)
  if (who === undefined || draft === undefined) return
  await noteSent(scene, await scene.take(who.account, { kind: 'action', name: 'file', about: draft.about }), draft.form)
}

/** What was taken in is true from now on. */
export async function noteSent(scene: Scene, { told }: Came, form: OpinionForm): Promise<void> {
  for (const { kind, receipt } of told) {
    if (typeof receipt !== 'string') continue
    if (kind === 'receipt' && !scene.truth.sent.some((one) => one.receipt === receipt))
      scene.truth.sent.push(await newlySent(scene, receipt, form))
    if (kind === 'edited') {
      const one = scene.truth.find(receipt)
      const before = scene.truth.newest(one)
      one.versions.push({ text: form.text ?? before.text, print: form.printName ?? before.print })
    }
  }
}

async function newlySent(
  scene: Scene,
  receipt: string,
  { text, call, printName, onBehalf, none }: OpinionForm,
): Promise<Sent> {
  const member = (await scene.office.records.find('submitters', receipt))?.value.member
  const sender = scene.people.find((one) => one.member?.id === member)
  if (sender === undefined || call === null) throw new Error(`${receipt} is nobody's`)
  return {
    ...{
      receipt,
      sender,
      call,
      kind: none === true ? 'none' : 'opinion',
      state: 'live',
      besides: [],
      proof: null,
    },
    heard: onBehalf?.means === 'telephone' || onBehalf?.means === 'meeting',
    onBehalf: onBehalf !== null,
    versions: [{ text: text ?? '', print: printName ?? false }],
  }
}

/** Its sender, or now and then somebody else, sends other words. */
export async function editOpinion(
  scene: Scene,
  { who, of, text, print }: Extract<Step, { readonly do: 'edit' }>,
): Promise<void> {
  const one = pick(scene.truth.sent, of)
  if (one === undefined) return
  const by = who % 6 === 0 ? pick(scene.senders(), who) : scene.handOf(one, who)
  const words = text === null ? null : write(text, scene.tokens, `an edit of ${one.receipt}`)
  const form = { ...opinionForm('', { call: null, printName: print }), edits: one.receipt, text: words }
  await sendForm(scene, by, form)
}

/** Its sender, or now and then somebody else, takes an opinion back. */
export async function withdrawOpinion(scene: Scene, one: Sent | undefined, who: number): Promise<void> {
  if (one === undefined) return
  const by = who % 6 === 0 ? pick(scene.senders(), who) : scene.handOf(one, who)
  if (by === undefined) return
  const sharers = await sharersOf(scene, one)
  const came = await scene.take(by.account, { kind: 'action', name: 'withdraw-now', about: one.receipt })
  if (came.told[0]?.kind !== 'withdrawn' || one.state !== 'live') return
  one.state = 'withdrawn'
  await keepAnswers(scene, sharers)
}
