import { minuteOf } from '../opinions/day.ts'
import type { Translation } from '../opinions/translation.ts'
import { sameNumbers } from '../questions/same-facts.ts'
import type { ModelTold } from './model-acts.ts'
import { personNamed } from './office-names.ts'
import { type Block, notes, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Translations that a list shows; of more it is said how many there are. */
const mostListed = 20
/** Characters by which a quote is recognised in a list. */
const startLength = 40

/** What came of an act about the language model, in words. */
export async function modelBlocks(told: ModelTold, view: View): Promise<readonly Block[]> {
  const { model: say } = sayIn(view)
  switch (told.kind) {
    case 'model':
      return texts(...(await stateLines(told, view)))
    case 'model-switched':
      return texts(say.switched[told.on ? 'on' : 'off'], ...(told.configured ? [] : [say.noneYet]))
    case 'translations':
      return texts(...listLines(told, view))
    case 'translation':
      return await translationBlocks(told.translation, view)
    case 'translation-reviewed': {
      const found = (await view.records.find('translations', told.id))?.value
      const differs = found?.correction != null && !sameNumbers(found.ja, found.correction)
      return [...texts(say.reviewed[told.as](told.id)), ...(differs ? notes(say.numbersDiffer) : [])]
    }
    case 'refused':
      return texts(await refusalText(told, view))
  }
}

async function stateLines(
  { configured, switch: put }: Extract<ModelTold, { readonly kind: 'model' }>,
  view: View,
): Promise<readonly string[]> {
  const { model: say } = sayIn(view)
  const by = put === null ? [] : [say.switchedBy(put.on, await personNamed(view, put.by), minuteOf(put.at))]
  if (configured === null) return [say.none, ...by]
  const { facts, patience, maySeeOpinions, calls } = configured
  const name = facts?.name ?? null
  return [
    put?.on === false ? say.off(name) : say.on(name),
    ...by,
    ...(facts === null ? [] : [say.host(facts.host)]),
    maySeeOpinions ? say.seesOpinions : say.seesNoOpinions,
    say.patience(patience / 1000),
    say.today(calls, facts?.callsPerDay ?? null),
    put?.on === false ? say.onHint : say.offHint,
  ]
}

function listLines(
  { translations, all }: Extract<ModelTold, { readonly kind: 'translations' }>,
  view: View,
): readonly string[] {
  const { model: say } = sayIn(view)
  if (translations.length === 0) return [say.translationsNone(all)]
  const shown = translations.slice(0, mostListed)
  return [
    say.translations(translations.length),
    ...shown.map(({ id, state, ja }) => {
      const signs = [...visibleText(ja).replaceAll('\n', ' ')]
      return say.translationLine(id, say.state[state], signs.slice(0, startLength).join(''), signs.length > startLength)
    }),
    ...(shown.length < translations.length ? [say.translationsMore(translations.length - shown.length)] : []),
    say.showHint,
  ]
}

async function translationBlocks(translation: Translation, view: View): Promise<readonly Block[]> {
  const { model: say } = sayIn(view)
  const { id, passage, ja, en, correction, state, misfit, made, by, at } = translation
  return [
    ...texts(say.translation(id, say.state[state], passage)),
    { kind: 'words', text: ja },
    ...(en === '' ? texts(say.noWords) : [...texts(say.machine), { kind: 'words', text: en } as const]),
    ...(correction === null ? [] : [...texts(say.correction), { kind: 'words', text: correction } as const]),
    ...(state === 'withheld' && misfit !== null ? texts(say.withheldFor(say.misfits[misfit])) : []),
    ...(by === null ? [] : texts(say.readBy(await personNamed(view, by), minuteOf(at)))),
    ...notes(say.made(made.model, made.prompt, made.version), say.reviewHint(id)),
  ]
}

async function refusalText(told: Extract<ModelTold, { readonly kind: 'refused' }>, view: View): Promise<string> {
  const { refused } = sayIn(view).model
  switch (told.why) {
    case 'not-staff':
      return refused[told.why]
    case 'unknown-translation':
      return refused[told.why](visibleText(told.id))
    case 'withheld':
      return refused[told.why](told.translation.id)
    case 'already-reviewed': {
      const { id, state, by } = told.translation
      return refused[told.why](id, sayIn(view).model.state[state], by === null ? null : await personNamed(view, by))
    }
    case 'switched-already':
      return refused[told.why](told.on, await personNamed(view, told.by), minuteOf(told.at))
  }
}
