/**
 * Works on all items, at most `most` at a time, each begun in order.
 * @throws what the first of them threw, when all are at rest.
 */
export async function eachAtOnce<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const ended = await Promise.allSettled(
    Array.from({ length: Math.min(most, items.length) }, async () => {
      for (const item of queue) await work(item)
    }),
  )
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
