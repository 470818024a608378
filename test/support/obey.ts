import type { AskedOfModel } from './hostile-model.ts'

/**
 * What a model says that does whatever it reads: it repeats the data, what it was told, or both, and names ids that are there and
 * others.
 */
export function obey({ data, instructions }: AskedOfModel): object {
  const plain = instructions.replaceAll(/[^\p{L}\p{N}\s、。,.]/gu, '').slice(0, 400)
  const says = [data, `${data}\n${instructions}`.slice(0, 4000), plain]
  return sayEverywhere(says[data.length % says.length] ?? plain, data)
}

/** An answer to any job with a text wherever it takes one, and every id of the data among others. */
export function sayEverywhere(text: string, data: string): object {
  const given = [...data.matchAll(/"id":"([^"]*)"/gu)].map(([, id = '']) => id)
  const ids = [text.slice(0, 200), 'p1', 'R8-001-1', '2024-2-annex/a1', ...given.toReversed(), ...given]
  if (data.includes('<before>'))
    return { words: [text, ...text.split(/\s/u).slice(0, 20)], cues: ['rating'], continues: true }
  if (data.includes('<passages>')) return { passages: ids, extent: 'wholly' }
  if (data.includes('<quotes>')) return { translations: ids.map((id) => ({ id, en: text })) }
  return { draft: text, precedents: ids, similar: ids, questions: [text.slice(0, 300)] }
}
