import { type Act, type Decision, decide, type Refused, tell } from '../opinions/decision.ts'
import { findTarget, type NoTarget, type Target } from '../opinions/queue-target.ts'
import { type NotAnswered, refuseNotAnswered } from '../opinions/respond-item.ts'
import { modelOf } from '../opinions/switch-model.ts'
import type { ModelUse } from '../ports.ts'
import { numbersOfItsOwn } from '../questions/same-facts.ts'
import type { CitablePassage } from '../record/public-record.ts'
import { findItemWords, findLikeItems, type ItemWords } from './like-items.ts'
import { modelForTurn } from './model-for-turn.ts'
import { findPrecedents } from './precedents.ts'
import type { Scene } from './scene.ts'
import { Assisted, readAssisted, type Suggestion } from './suggestion.ts'

/** Milliseconds that a person of the staff waits for a draft; well within the minute for which a conversation is held. */
const longest = 20_000
/** Other items that a model is shown. */
const mostItems = 12

export type SuggestTold =
  /** `suggestion` is shown once and kept nowhere: null where it is told again. */
  | { readonly kind: 'draft-suggested'; readonly item: string; readonly suggestion: Suggestion | null }
  | Refused<'not-staff'>
  | (Refused<'no-model' | 'may-not-see' | 'no-suggestion' | 'over-budget'> & { readonly item: string })
  | NoTarget
  | NotAnswered

/**
 * Asks the language model for a draft of a response to an item, because a person of the staff has asked for it. Nothing is stored
 * but that it was asked for; the opinion goes to a model only where it may see opinions, and never whose it is.
 */
export async function suggestResponse(scene: Scene, target: Target): Promise<Decision<SuggestTold>> {
  const { records, actor, configured } = scene
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTarget(records, target)
  if ('why' in open) return tell(open)
  const notAnswered = refuseNotAnswered(open)
  if (notAnswered !== null) return tell(notAnswered)
  const { item, receipt } = open.item.value
  const use = await modelOf(records, configured)
  if (use === null) return tell({ kind: 'refused', why: 'no-model', item })
  // A turn that is only looked at, or has waited, asks nothing.
  if (scene.model === null) return tell({ kind: 'refused', why: 'no-suggestion', item })
  if (!use.maySeeOpinions) return tell({ kind: 'refused', why: 'may-not-see', item })
  const own = await findItemWords(records, item)
  if (own === undefined) return tell({ kind: 'refused', why: 'unknown-item', item })
  const version = (await records.find('versions', `${receipt}.${open.submission.value.version}`))?.value
  const subject = version?.subject ?? null
  const project = subject?.kind === 'project' ? subject : null
  const passages = findPrecedents(scene.prepared, own.words, project)
  const { act, told } = await askFor(scene, modelForTurn({ ...use, patience: longest }), {
    own,
    passages,
    items: await findLikeItems(records, own, mostItems),
  })
  // What was withdrawn or erased meanwhile is shown no more.
  const now = await findTarget(records, { item, seen: null })
  if ('why' in now) return decide([], { changes: [], acts: [act], told: [now] })
  return decide([now.submission], { changes: [], acts: [act], told: [told] })
}

type Shown = {
  readonly own: ItemWords
  readonly passages: readonly CitablePassage[]
  readonly items: readonly ItemWords[]
}

/** What came of asking, and the entry of the audit log that it was asked: with what, and no text. */
async function askFor(
  { actor }: Scene,
  use: ModelUse,
  { own, passages, items }: Shown,
): Promise<{ readonly act: Act; readonly told: SuggestTold }> {
  const { item, words } = own
  const [passageIds, itemIds] = [passages.map((_, at) => `p${at + 1}`), items.map((_, at) => `i${at + 1}`)]
  const answer = await use.model.ask({
    ...{ job: 'assist', language: 'ja', schema: Assisted, person: actor.account, patience: longest },
    variables: {
      opinion: words,
      precedents: JSON.stringify(
        passages.map(({ speaker, text }, at) => ({ id: passageIds[at], speaker, words: text })),
      ),
      items: JSON.stringify(items.map((one, at) => ({ id: itemIds[at], words: one.words }))),
    },
  })
  if (answer.outcome === 'none') {
    const why = answer.why === 'over-budget' ? 'over-budget' : 'no-suggestion'
    return {
      act: { did: 'draft-asked', about: item, detail: { outcome: answer.why } },
      told: { kind: 'refused', why, item },
    }
  }
  const { prompt, model, sent } = answer.trace
  const act = { did: 'draft-asked', about: item, detail: { prompt: `${prompt.id}@${prompt.version}`, model, sent } }
  const read = readAssisted(
    answer.value,
    new Map(passages.map(({ key }, at) => [passageIds[at] ?? '', key])),
    new Map(items.map((one, at) => [itemIds[at] ?? '', one.item])),
    [words, ...passages.map(({ text }) => text), ...items.map((one) => one.words)].join('\n'),
  )
  if (read === undefined) return { act, told: { kind: 'refused', why: 'no-suggestion', item } }
  const shown = passages.filter(({ key }) => read.precedents.includes(key)).map(({ text }) => text)
  const numbers = numbersOfItsOwn(read.draft, [words, ...shown])
  const made = { prompt: prompt.id, version: prompt.version, model }
  return { act, told: { kind: 'draft-suggested', item, suggestion: { ...read, numbers, made } } }
}
