import fc from 'fast-check'
import type { Delivery } from '../../support/fake-slack/delivery.ts'
import { written } from '../../support/fake-slack/http-app.ts'
import type { Request } from '../../support/slack-requests.ts'

/** Objects with keys that reach for prototypes, as JSON makes them. */
const prototypes = ['{"__proto__":{"type":"message"}}', '{"constructor":{"prototype":{"type":1}}}'].map(
  (text) => JSON.parse(text) as object,
)
const names = ['__proto__', 'constructor', 'toString', 'type', 'command', 'payload', 'event', 'ssl_check', 'challenge']

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { type: value }
  return value
}

/** What may stand where something else is expected. */
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...[null, true, 0, -1, 1e308, 0.5, '', ' ', '\0', '\ud800', 'a\udfff', '\u202e', ...names]),
  fc.constantFrom<unknown>(...[[], {}, [[]], [null], ['x', 1], [{}], ...prototypes, nested(500)]),
  fc.constantFrom<unknown>(...['url_verification', 'event_callback', 'block_actions', 'view_submission', 'unknown']),
  fc.constantFrom<unknown>(...['あ'.repeat(70_000), 'C'.repeat(41), 'slack:T1:C1', '1.2', 'http://[', 'data:,x']),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
)

type Change = {
  readonly at: number
  readonly steps: readonly number[]
  readonly act: 'replace' | 'remove' | 'add' | 'wrap'
  readonly value: unknown
  readonly name: string
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  steps: fc.array(fc.nat(50), { maxLength: 6 }),
  act: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap'),
  value: values,
  name: fc.constantFrom(...names),
})

/** The payload with one thing in it changed. */
function changed(payload: unknown, { steps, act, value, name }: Change): unknown {
  const copy = structuredClone(payload) as Record<string, unknown>
  let parent: Record<string, unknown> = { whole: copy }
  let key = 'whole'
  for (const step of steps) {
    const child = parent[key]
    if (typeof child !== 'object' || child === null || Object.keys(child).length === 0) break
    parent = child as Record<string, unknown>
    const keys = Object.keys(parent)
    key = keys[step % keys.length] as string
  }
  const child = parent[key]
  const put = (name: string, value: unknown) =>
    Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true })
  if (act === 'remove') delete parent[key]
  else if (act === 'wrap') put(key, [child])
  else put(act === 'add' ? name : key, value)
  return key === 'whole' ? (parent.whole ?? null) : copy
}

/** The payload given, each of its texts in turn ending with a character that no store keeps. */
function spoiled({ delivery: { kind, payload } }: Request): readonly Delivery[] {
  const leaves = [...JSON.stringify(payload).matchAll(/:"(?:[^"\\]|\\.)*"/gu)]
  return leaves.flatMap(({ 0: leaf, index }, at) => {
    const text = JSON.stringify(payload)
    const end = at % 2 === 0 ? '\\ud800' : '\\u0000'
    const spoilt = `${text.slice(0, index)}${leaf.slice(0, -1)}${end}"${text.slice(index + leaf.length)}`
    return [{ kind, payload: JSON.parse(spoilt) as Delivery['payload'] }]
  })
}

/** Payloads that Slack does not send: those given, each with something in it changed. */
export function malformedPayloads(samples: readonly Request[], count: number, seed: number): readonly Delivery[] {
  const first = samples.flatMap(spoiled).slice(0, count / 2)
  const changes = fc.sample(fc.array(change, { minLength: 1, maxLength: 3 }), { numRuns: count - first.length, seed })
  const later = changes.map((several, at) => {
    const { delivery } = samples[at % samples.length] as Request
    return { kind: delivery.kind, payload: several.reduce<unknown>(changed, delivery.payload) as Delivery['payload'] }
  })
  return [...first, ...later]
}

type Body = { readonly body: string | Buffer; readonly contentType: string }

const form = 'application/x-www-form-urlencoded'
const bare = [
  'null',
  'true',
  '1',
  '-0',
  '"text"',
  '[]',
  '{}',
  '[null]',
  '',
  ' ',
  '{',
  '}',
  '\0',
  '[1,',
  '{"type":}',
  '\ufeff{}',
]

/** Bodies that Slack does not send: malformed payloads, broken JSON and forms, bytes that are no text. */
export function malformedBodies(samples: readonly Request[], count: number, seed: number): readonly Body[] {
  const deep = '['.repeat(100_000)
  const fixed: readonly Body[] = [...bare, deep, `${deep}${']'.repeat(100_000)}`].flatMap((body) => [
    { body, contentType: 'application/json' },
    { body: `payload=${encodeURIComponent(body)}`, contentType: form },
    { body, contentType: form },
    { body, contentType: '' },
    { body, contentType: 'application/json; charset=shift_jis' },
    { body: `payload=${encodeURIComponent(body)}`, contentType: 'application/json' },
  ])
  const cuts = fc.sample(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 })), { numRuns: count, seed })
  const payloads = malformedPayloads(samples, count - fixed.length, seed)
  const changed = payloads.map((delivery, at): Body => {
    const one = textOf(delivery)
    const [where, bytes] = cuts[at] as (typeof cuts)[number]
    // Every fourth is broken as text, too.
    if (at % 4 !== 0) return one
    const whole = Buffer.from(one.body)
    const cut = where % (whole.length + 1)
    const rest = where % 2 === 0 ? Buffer.alloc(0) : whole.subarray(cut)
    return { ...one, body: Buffer.concat([whole.subarray(0, cut), bytes, rest]) }
  })
  return [...fixed, ...changed]
}

/** What is no form of fields any more is sent as the text of one. */
function textOf(delivery: Delivery): Body & { readonly body: string } {
  const { kind, payload } = delivery
  const isForm =
    typeof payload === 'object' && payload !== null && Object.values(payload).every((one) => typeof one === 'string')
  if (kind === 'slash_commands' && !isForm) return { body: JSON.stringify(payload), contentType: form }
  if (kind !== 'slash_commands') return written({ kind, payload })
  const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)])
  return { body: new URLSearchParams(fields).toString(), contentType: form }
}
