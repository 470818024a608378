/**
 * The same events; `stop` is called where none comes for `idle` milliseconds after the first that says something. Before that a
 * model may think, also where its stream is open already, and the call's own time is the limit.
 */
export async function* watchIdle<T>(
  events: AsyncIterable<T>,
  says: (event: T) => boolean,
  idle: number,
  stop: () => void,
): AsyncIterable<T> {
  let timer: NodeJS.Timeout | undefined
  let speaking = false
  try {
    for await (const event of events) {
      speaking ||= says(event)
      clearTimeout(timer)
      if (speaking) timer = setTimeout(stop, idle)
      yield event
    }
  } finally {
    clearTimeout(timer)
  }
}
