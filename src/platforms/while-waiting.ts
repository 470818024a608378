/** Milliseconds after which somebody who waits wants to know that something goes on. */
const soon = 1000

/**
 * Shows that an answer is on its way, if that takes longer: once, or again and again where it passes away after so many
 * milliseconds. Call what it returns once the answer is there. That it cannot be shown is no failure.
 */
export function whileWaiting(show: () => Promise<unknown>, passes?: number): () => void {
  const attempt = (next: number | undefined) => {
    show().catch(() => {})
    if (next !== undefined) timer = setTimeout(attempt, next, next)
  }
  let timer = setTimeout(attempt, soon, passes)
  return () => clearTimeout(timer)
}
