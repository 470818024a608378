import type { World } from './world.ts'

/** What `read` gives, once it gives something; it looks again whenever anything happened. */
export async function until<T>(world: World, read: () => T | undefined | null | false, withinMs = 10_000): Promise<T> {
  const first = read()
  if (first) return first
  return new Promise<T>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      world.waiting.delete(look)
    }
    const look = () => {
      const seen = read()
      if (!seen) return
      end()
      resolve(seen)
    }
    const timer = setTimeout(() => {
      end()
      reject(new Error(`Nothing of the kind within ${withinMs} ms. Faults: ${world.faults.join(' | ') || 'none'}`))
    }, withinMs)
    world.waiting.add(look)
  })
}
