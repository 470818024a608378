/**
 * The endpoint of a language model and how it is used. `api` is which of OpenAI's two interfaces it speaks; `key` is a secret:
 * print it nowhere. `patience` is the time in milliseconds that an answer waits in all, the limits are calls a day in Japan.
 */
export type ModelSettings = {
  readonly endpoint:
    | { readonly kind: 'openai'; readonly url: string; readonly key: string | null }
    | { readonly kind: 'azure'; readonly url: string; readonly key: string; readonly version: string }
  /** Its name; at Azure, that of the deployment. */
  readonly model: string
  readonly api: 'responses' | 'chat'
  readonly patience: number
  readonly callsPerPerson: number
  readonly callsPerDay: number
}
