import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import { findTranslation, type ReviewTold, reviewTranslation } from '../opinions/review-translation.ts'
import { findModelSwitch, type ModelSwitch, type SwitchTold, switchModel } from '../opinions/switch-model.ts'
import type { Translation } from '../opinions/translation.ts'
import type { ModelFacts } from '../ports.ts'
import type { ModelAct } from './model-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act about the language model. A look at the records (`view`) is not kept, but read again. */
export type ModelTold =
  | {
      readonly kind: 'model'
      readonly view: true
      /** Null where none is configured. */
      readonly configured: {
        readonly facts: ModelFacts | null
        readonly patience: number
        readonly maySeeOpinions: boolean
        /** Calls made today. */
        readonly calls: number
      } | null
      /** Null where nobody has touched the switch. */
      readonly switch: ModelSwitch | null
    }
  | SwitchTold
  | {
      readonly kind: 'translations'
      readonly view: true
      readonly translations: readonly Translation[]
      /** All that are kept, whatever was asked for. */
      readonly all: number
    }
  | { readonly kind: 'translation'; readonly view: true; readonly translation: Translation }
  | ReviewTold
  | Refused<'not-staff'>

/** Decides an act about the language model. Each says itself who may do it. */
export async function actOnModel(scene: Scene, act: ModelAct): Promise<Decision<ModelTold>> {
  const { records, actor, configured } = scene
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'show':
      return tell(await showModel(scene))
    case 'switch':
      return await switchModel(records, actor, act.on, configured !== null)
    case 'list-translations': {
      const all = (await records.list('translations')).map(({ value }) => value)
      const isMeant = ({ state }: Translation) =>
        act.state === null ? state === 'machine' || state === 'withheld' : act.state === 'all' || act.state === state
      return tell({ kind: 'translations', view: true, translations: all.filter(isMeant), all: all.length })
    }
    case 'show-translation': {
      const found = await findTranslation(records, act.id)
      if (found === undefined) return tell({ kind: 'refused', why: 'unknown-translation', id: act.id })
      return tell({ kind: 'translation', view: true, translation: found.value })
    }
    case 'review':
      return await reviewTranslation(records, actor, act.input)
  }
}

async function showModel({ records, configured, actor }: Scene): Promise<ModelTold> {
  const put = (await findModelSwitch(records)) ?? null
  if (configured === null) return { kind: 'model', view: true, configured, switch: put }
  const { facts, patience, maySeeOpinions } = configured
  const calls = (await records.find('modelDays', actor.today))?.value.calls ?? 0
  const known = { facts: facts ?? null, patience, maySeeOpinions, calls }
  return { kind: 'model', view: true, configured: known, switch: put }
}
