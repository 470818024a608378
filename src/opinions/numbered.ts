import type { Found, Records, Value } from './records.ts'

/** What stands between a stem and its numbers: `R8-012-1`, `R8-012.1`, `R8-012-1.1`. */
const separators = { items: '-', versions: '.', questions: '.', responses: '.', notes: '.' } as const
type Numbered = keyof typeof separators

/**
 * The records that are numbered 1, 2, 3 … below a receipt or an item, in that order. They are found by their keys, so a
 * look at one submission costs the same however many there are; numbers have no holes.
 */
export async function listNumbered<C extends Numbered>(
  records: Records,
  collection: C,
  stem: string,
): Promise<readonly Found<Value<C>>[]> {
  const listed: Found<Value<C>>[] = []
  for (;;) {
    const found = await records.find(collection, `${stem}${separators[collection]}${listed.length + 1}`)
    if (found === undefined) return listed
    listed.push(found)
  }
}
