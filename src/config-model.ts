import * as z from 'zod'
import { isLoopback } from './is-loopback.ts'

/**
 * The endpoint of a language model and how it is used. `api` is which of OpenAI's two interfaces it speaks; `key` is a secret:
 * print it nowhere. `patience` is the time in milliseconds that an answer waits in all, the calls are those of a day in Japan.
 */
export type ModelConfig = {
  readonly endpoint:
    | { readonly kind: 'openai'; readonly url: string; readonly key: string | null }
    | { readonly kind: 'azure'; readonly url: string; readonly key: string; readonly version: string }
  /** Its name; at Azure, that of the deployment. */
  readonly model: string
  readonly api: 'responses' | 'chat'
  readonly patience: number
  readonly maySeeOpinions: boolean
  readonly callsPerPerson: number
  readonly callsPerDay: number
}

const ofOpenAi = 'https://api.openai.com/v1'

/** The variables of a language model. Those of OpenAI's SDK are looked at only where the model is on: other programs have them too. */
export const modelVariables = {
  MODEL: z.enum(['on', 'off'], 'MODEL is on or off').default('off'),
  MODEL_API: z.enum(['responses', 'chat'], 'MODEL_API is responses or chat, or empty').optional(),
  MODEL_PATIENCE: z
    .string()
    .regex(/^\d{3,5}$/u, patienceHint())
    .transform(Number)
    .refine((patience) => patience >= 500 && patience <= 20_000, patienceHint())
    .default(10_000),
  MODEL_MAY_SEE_OPINIONS: z.enum(['on', 'off'], 'MODEL_MAY_SEE_OPINIONS is on or off').default('off'),
  MODEL_CALLS_PER_PERSON: calls('MODEL_CALLS_PER_PERSON').default(100),
  MODEL_CALLS_PER_DAY: calls('MODEL_CALLS_PER_DAY').default(1000),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().default(ofOpenAi),
  OPENAI_MODEL: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: z.string().optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  OPENAI_API_VERSION: z.string().optional(),
}

type Set = z.infer<z.ZodObject<typeof modelVariables>>

function patienceHint(): string {
  return 'MODEL_PATIENCE is not a time: write milliseconds, from 500 to 20000'
}

function calls(name: string) {
  return z
    .string()
    .regex(/^[1-9]\d{0,6}$/u, `${name} is not a number of calls: write 1 to 9999999`)
    .transform(Number)
}

/** What is wrong with the settings of a model that is on: the variable, and what to do. No value is repeated: it may be a secret. */
export function modelFaults(set: Set): readonly (readonly [name: keyof Set, says: string])[] {
  if (set.MODEL === 'off') return []
  const faults: [keyof Set, string][] = []
  if (set.OPENAI_MODEL === undefined)
    faults.push([
      'OPENAI_MODEL',
      'OPENAI_MODEL is empty, but MODEL is on: set it to the name of a model (at Azure, of a deployment)',
    ])
  for (const name of ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'] as const)
    if (!/^[\x21-\x7e]*$/u.test(set[name] ?? ''))
      faults.push([name, `${name} has a blank or a sign that no key has: copy it again`])
  return [...faults, ...(set.AZURE_OPENAI_ENDPOINT === undefined ? openAiFaults(set) : azureFaults(set))]
}

function openAiFaults({ OPENAI_BASE_URL: url, OPENAI_API_KEY: key }: Set): readonly [keyof Set, string][] {
  if (!isSafe(url))
    return [
      [
        'OPENAI_BASE_URL',
        'OPENAI_BASE_URL is not an address that a key may go to: write https://HOST/v1, or http://127.0.0.1:PORT/v1 for a server on this machine, without a password or a "?"',
      ],
    ]
  if (key === undefined && isOpenAi(url))
    return [
      [
        'OPENAI_API_KEY',
        'OPENAI_API_KEY is empty, but OpenAI asks for one: copy it from the page API keys, or set OPENAI_BASE_URL to a server of your own',
      ],
    ]
  return []
}

function azureFaults(set: Set): readonly [keyof Set, string][] {
  const { AZURE_OPENAI_ENDPOINT: url = '', AZURE_OPENAI_API_KEY: key, OPENAI_API_VERSION: version } = set
  const faults: [keyof Set, string][] = []
  if (!isSafe(url) || new URL(url).pathname !== '/')
    faults.push([
      'AZURE_OPENAI_ENDPOINT',
      'AZURE_OPENAI_ENDPOINT is not the address of a resource: write https://NAME.openai.azure.com and no more',
    ])
  if (key === undefined)
    faults.push([
      'AZURE_OPENAI_API_KEY',
      'AZURE_OPENAI_API_KEY is empty: copy it from your resource, Keys and Endpoint',
    ])
  if (version === undefined || !/^\d{4}-\d{2}-\d{2}(?:-preview)?$/u.test(version))
    faults.push([
      'OPENAI_API_VERSION',
      'OPENAI_API_VERSION is not a version of the API at Azure: write it as 2025-04-01-preview',
    ])
  if (set.OPENAI_BASE_URL !== ofOpenAi)
    faults.push(['OPENAI_BASE_URL', 'OPENAI_BASE_URL and AZURE_OPENAI_ENDPOINT are both set: leave one of them out'])
  return faults
}

/** The model, where it is on and nothing is wrong with it. */
export function modelOf(set: Set): ModelConfig | null {
  const { MODEL, MODEL_API, OPENAI_MODEL: model, AZURE_OPENAI_ENDPOINT, AZURE_OPENAI_API_KEY, OPENAI_API_VERSION } = set
  if (MODEL === 'off' || model === undefined) return null
  const isAzure = AZURE_OPENAI_ENDPOINT !== undefined
  const url = AZURE_OPENAI_ENDPOINT ?? set.OPENAI_BASE_URL
  return {
    endpoint: isAzure
      ? { kind: 'azure', url, key: AZURE_OPENAI_API_KEY ?? '', version: OPENAI_API_VERSION ?? '' }
      : { kind: 'openai', url, key: set.OPENAI_API_KEY ?? null },
    model,
    api: MODEL_API ?? (isAzure || isOpenAi(url) ? 'responses' : 'chat'),
    patience: set.MODEL_PATIENCE,
    maySeeOpinions: set.MODEL_MAY_SEE_OPINIONS === 'on',
    callsPerPerson: set.MODEL_CALLS_PER_PERSON,
    callsPerDay: set.MODEL_CALLS_PER_DAY,
  }
}

/** OpenAI's own servers, those of its regions among them. */
function isOpenAi(url: string): boolean {
  return /(?:^|\.)api\.openai\.com$/u.test(new URL(url).hostname)
}

function isSafe(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || `${url.username}${url.password}${url.search}${url.hash}` !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
