import { answersTo } from '../opinions/answers.ts'
import type { Call } from '../opinions/call.ts'
import { openCalls } from '../opinions/filing.ts'
import type { Language } from '../questions/normal-text.ts'
import { ownOffers } from './own-offers.ts'
import { type Block, notes, type Offer, texts } from './reply.ts'
import type { Scene } from './scene.ts'
import { viewOf } from './scene-view.ts'
import { submissionLine } from './submission-blocks.ts'
import { sayIn } from './view.ts'
import { visibleText } from './visible-text.ts'

/** A part of somebody's own page, with what can be done about it. */
export type HomeSection = {
  readonly title: string | null
  readonly blocks: readonly Block[]
  readonly offers: readonly Offer[]
}

export type Home = { readonly language: Language; readonly sections: readonly HomeSection[] }

/** Submissions that are shown, the newest ones. */
const mostShown = 12

/** Characters of a draft by which it is recognised. */
const startLength = 40

/** Somebody's own page: what the bot does, the calls that are open to him, what he has begun and what was accepted, as of now. */
export async function buildHome(scene: Scene): Promise<Home> {
  const { language } = scene.actor
  const { forms, opinions } = sayIn({ language })
  const lead: HomeSection = {
    title: null,
    blocks: texts(...forms.home.lead),
    offers: [
      { label: opinions.choice.ask, action: { name: 'ask' } },
      { label: opinions.choice.opinion, action: { name: 'opinion' } },
    ],
  }
  const own = await ownSections(scene)
  return { language, sections: [lead, ...own] }
}

async function ownSections(scene: Scene): Promise<readonly HomeSection[]> {
  const { role } = scene.actor
  switch (role.kind) {
    case 'member': {
      const { id } = role.member
      return [
        ...(await callSections(scene, id, role.inTerm)),
        ...draftSections(scene),
        ...(await filedSections(scene, id)),
      ]
    }
    case 'staff':
      return [...(await staffSections(scene)), ...draftSections(scene)]
    case 'guest':
      return [...(await guestSections(scene)), ...draftSections(scene)]
  }
}

async function callSections(scene: Scene, member: string, inTerm: boolean): Promise<readonly HomeSection[]> {
  const { records, actor } = scene
  const { forms, opinions } = sayIn(actor)
  if (!inTerm) return [{ title: null, blocks: texts(opinions.refused['term-ended']), offers: [] }]
  const open = await openCalls(records, member, actor.at)
  if (open.length === 0) return [{ title: forms.home.calls, blocks: texts(forms.home.noCalls), offers: [] }]
  return await Promise.all(open.map(async (call, at) => await callSection(scene, call, member, at === 0)))
}

async function callSection(
  { records, actor }: Scene,
  call: Call,
  member: string,
  first: boolean,
): Promise<HomeSection> {
  const { forms, opinions } = sayIn(actor)
  const answered = (await answersTo(records, call)).find((one) => one.member === member)?.answered ?? null
  return {
    title: first ? forms.home.calls : null,
    blocks: texts(forms.home.call(call.name, call.deadline, answered)),
    offers: [
      { label: opinions.choice.opinion, action: { name: 'opinion', about: call.id } },
      ...(answered === null
        ? [{ label: opinions.choice.none, action: { name: 'none', about: call.id } } as const]
        : []),
    ],
  }
}

async function staffSections({ records, actor }: Scene): Promise<readonly HomeSection[]> {
  const { forms } = sayIn(actor)
  const open = await openCalls(records, null, actor.at)
  const lines = open.map(({ name, deadline }) => forms.home.staffCall(name, deadline))
  return [{ title: forms.home.calls, blocks: [...texts(...lines), ...notes(forms.home.staff)], offers: [] }]
}

/** How to be confirmed, for whom the roster does not know yet. */
async function guestSections({ records, actor }: Scene): Promise<readonly HomeSection[]> {
  const { forms } = sayIn(actor)
  const claimed = (await records.find('accounts', actor.account))?.value.claimed ?? null
  const said = claimed === null ? forms.home.guest : forms.home.claimed(visibleText(claimed))
  return [{ title: null, blocks: texts(said), offers: [{ label: forms.home.claim, action: { name: 'claim' } }] }]
}

function draftSections({ draft, actor }: Scene): readonly HomeSection[] {
  if (draft === undefined) return []
  const { forms } = sayIn(actor)
  const { home } = forms
  const line = visibleText(draft.value.text.trim().split('\n')[0] ?? '')
  const start = [...line].slice(0, startLength).join('')
  return [
    {
      title: home.draft,
      blocks: texts(home.draftLine(start === '' ? null : `${start}${start === line ? '' : '…'}`)),
      offers: [
        { label: home.goOn, action: { name: 'continue' } },
        {
          label: home.discard,
          action: { name: 'discard' },
          sure: { question: home.discardAsk, yes: home.discard, no: home.keepDraft },
        },
      ],
    },
  ]
}

async function filedSections(scene: Scene, member: string): Promise<readonly HomeSection[]> {
  const { records, actor } = scene
  const { forms, opinions } = sayIn(actor)
  const submitters = await records.list('submitters', { member })
  const receipts = submitters.map(({ value }) => value.receipt).toReversed()
  if (receipts.length === 0) return [{ title: forms.home.mine, blocks: texts(opinions.mineNone), offers: [] }]
  const shown = await Promise.all(
    receipts.slice(0, mostShown).map(async (receipt, at): Promise<HomeSection> => {
      const title = at === 0 ? forms.home.mine : null
      return {
        title,
        blocks: texts(await submissionLine(receipt, viewOf(scene))),
        offers: await ownOffers(viewOf(scene), receipt),
      }
    }),
  )
  const more = receipts.length - shown.length
  return more === 0 ? shown : [...shown, { title: null, blocks: notes(forms.home.more(more)), offers: [] }]
}
