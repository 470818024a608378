/**
 * The same events; `stop` is called where none comes for `idle` milliseconds after the first. Before the first a model may
 * think, and the call's own time is the limit.
 */
export async function* watchIdle<T>(events: AsyncIterable<T>, idle: number, stop: () => void): AsyncIterable<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    for await (const event of events) {
      clearTimeout(timer)
      timer = setTimeout(stop, idle)
      yield event
    }
  } finally {
    clearTimeout(timer)
  }
}
