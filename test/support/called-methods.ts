import { WebClient } from '@slack/web-api'

/** Every method of Slack's Web API that the SDK knows, as `chat.postMessage`. */
const known: ReadonlySet<string> = new Set(namesIn(new WebClient(), ''))

/** What a method of the SDK calls besides or in place of one of its own name. */
const inside: Readonly<Record<string, readonly string[]>> = {
  filesUploadV2: ['files.getUploadURLExternal', 'files.completeUploadExternal'],
  'files.uploadV2': ['files.getUploadURLExternal', 'files.completeUploadExternal'],
}

/** The Web API methods that a source calls: `call('chat.postMessage', …)`, `apiCall(…)` or `client.chat.postMessage(…)`. */
export function calledMethods(source: string): ReadonlySet<string> {
  const code = source.replaceAll(/^\s*\/\*[\s\S]*?\*\//gmu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '$1')
  const named = [...code.matchAll(/\b(?:call|apiCall)(?:<[^()]*>)?\(\s*(['"`])([\w.]+)\1/gu)].map(
    ([, , name = '']) => name,
  )
  const chained = [...code.matchAll(/((?:\s*\??\.\s*\w+)+)(?:<[^()]*>)?\(/gu)].map(([, chain = '']) => endOf(chain))
  return new Set([...named, ...chained].flatMap((name) => inside[name] ?? (known.has(name) ? [name] : [])))
}

/** The longest end of a chain of properties that is the name of a method: `.client.admin.users.list` has two. */
function endOf(chain: string): string {
  const parts = chain.replaceAll(/[\s?]/gu, '').split('.').slice(1)
  const ends = parts.map((_, from) => parts.slice(from).join('.'))
  return ends.find((end) => known.has(end) || Object.hasOwn(inside, end)) ?? ''
}

function namesIn(group: object, prefix: string): readonly string[] {
  return Object.entries(group).flatMap(([key, value]) => {
    const name = `${prefix}${key}`
    if (typeof value === 'function') return prefix === '' ? [] : [name]
    return isNamespace(value) ? namesIn(value, `${name}.`) : []
  })
}

function isNamespace(value: unknown): value is object {
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false
  const parts = Object.values(value)
  return parts.length > 0 && parts.every((part) => typeof part === 'function' || isNamespace(part))
}
