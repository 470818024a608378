import * as z from 'zod'
import type { Translation } from '../opinions/translation.ts'
import type { ModelUse } from '../ports.ts'
import { findMisfit, type Misfit } from '../questions/check-translation.ts'
import type { Untranslated } from './untranslated.ts'

/** Quotes that are asked for at once, and UTF-16 units of one and of all. */
const most = { quotes: 12, one: 1500, all: 6000 }

const Translations = z.object({ translations: z.array(z.object({ id: z.string(), en: z.string() })) })

/** What a machine made of a quote; `misfit` is why code does not let it be shown. */
export type Made = Untranslated & { readonly en: string; readonly misfit: Misfit | null } & Pick<Translation, 'made'>

type Asking = {
  readonly use: ModelUse
  /** Every sign that a rating of the record uses. */
  readonly scale: ReadonlySet<string>
  readonly person: string
  readonly patience: number
}

/** The quotes that a model may be shown, each once. */
export function translatable(quotes: readonly Untranslated[], { maySeeOpinions }: ModelUse): readonly Untranslated[] {
  const each = [...new Map(quotes.map((one) => [one.id, one])).values()]
  return each.filter(({ citation: { document, quote } }) => {
    const isPublic = document.release === null || document.release.published !== null
    return (isPublic || maySeeOpinions) && quote.length <= most.one
  })
}

/** As many of them as are asked for at once: the rest is asked for the next time. */
export function atOnce(quotes: readonly Untranslated[]): readonly Untranslated[] {
  let all = 0
  return quotes.slice(0, most.quotes).filter(({ citation: { quote } }) => (all += quote.length) <= most.all)
}

/** Asks a model for the English of quotes, under ids of this once. Ids that were not given are dropped; of two the first counts. */
export async function askTranslations(
  quotes: readonly Untranslated[],
  { use, scale, person, patience }: Asking,
): Promise<readonly Made[]> {
  if (quotes.length === 0 || patience <= 0) return []
  const numbered = quotes.map((quote, at) => ({ id: `q${at + 1}`, quote }))
  const answer = await use.model.ask({
    ...{ job: 'translate', language: 'en', schema: Translations, person, patience },
    variables: { quotes: JSON.stringify(numbered.map(({ id, quote }) => ({ id, ja: quote.citation.quote }))) },
  })
  if (answer.outcome === 'none') return []
  const { prompt, model, sent } = answer.trace
  const made = { prompt: prompt.id, version: prompt.version, model, sent }
  return numbered.flatMap(({ id, quote }): readonly Made[] => {
    const given = answer.value.translations.find((one) => one.id === id)
    if (given === undefined) return []
    const misfit = findMisfit(quote.citation.quote, oneLine(given.en), scale)
    // What is no text of a likely length is not worth keeping.
    const isText = misfit === null || misfit === 'numbers' || misfit === 'signs'
    return [{ ...quote, en: isText ? oneLine(given.en) : '', misfit, made }]
  })
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
