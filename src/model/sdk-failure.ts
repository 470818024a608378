import { APIConnectionError, APIError } from 'openai'
import { ModelFailure, NotTaken } from './model-failure.ts'

const busy: ReadonlySet<number> = new Set([408, 409, 425, 429])
/** What OpenAI and Azure call a request whose words they do not take. */
const unwelcome: ReadonlySet<string> = new Set(['content_filter', 'context_length_exceeded', 'invalid_prompt'])

/** What the SDK or the network threw, without its words: they may quote what was sent. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error
  const cause = causeOf(error)
  if (cause !== undefined) return cause
  if (error instanceof APIConnectionError)
    return new ModelFailure('unreachable', 'connection', { again: true, health: 'ill' })
  if (!(error instanceof APIError))
    return new ModelFailure('malformed', error instanceof Error ? error.name : 'unknown')
  const { status, headers, code, param } = error
  // An error that comes in the middle of a stream has no status.
  if (status === undefined) return new ModelFailure('unreachable', 'stream-error', { again: true, health: 'doubtful' })
  const word = `http-${status}`
  if (busy.has(status) || status >= 500) {
    const health = busy.has(status) ? 'ill' : 'doubtful'
    return new ModelFailure('unreachable', word, { again: true, health, after: retryAfter(headers) })
  }
  if (typeof code === 'string' && unwelcome.has(code)) return new ModelFailure('refused', code)
  if (status === 400 || status === 422) return new NotTaken(status, typeof param === 'string' ? param : error.message)
  return new ModelFailure('refused', word, { health: 'ill' })
}

/** A failure of our own that the SDK has wrapped. */
function causeOf(error: unknown): ModelFailure | undefined {
  let at = error
  for (let depth = 0; depth < 5 && at instanceof Error; depth++, at = at.cause)
    if (at instanceof ModelFailure) return at
  return undefined
}

/** Milliseconds; a date is not read. */
function retryAfter(headers: Headers | undefined): number | null {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
