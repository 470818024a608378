/** One of these, whatever the number; undefined where there are none. */
export function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)]
}
