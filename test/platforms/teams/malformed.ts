import fc from 'fast-check'
import type { Inbound } from '../../support/fake-teams/delivery.ts'

const names = ['__proto__', 'constructor', 'toString', 'type', 'value', 'kondankai', 'desk', 'deliveryMode', 'callerId']
/** Objects with keys that reach for prototypes, as JSON makes them. */
const prototypes = ['{"__proto__":{"type":"message"}}', '{"constructor":{"prototype":{"type":1}}}'].map(
  (text) => JSON.parse(text) as object,
)

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { kondankai: value }
  return value
}

/** What may stand where something else is expected. */
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...[null, true, 0, -1, 1e308, 0.5, '', ' ', '\0', '\ud800', 'a\udfff', '\u202e', ...names]),
  fc.constantFrom<unknown>(...[[], {}, [[]], [null], ['x', 1], [{}], ...prototypes, nested(500)]),
  fc.constantFrom<unknown>(
    ...['message', 'invoke', 'conversationUpdate', 'trace', 'delay', 'handoff', 'expectReplies'],
  ),
  fc.constantFrom<unknown>(...['あ'.repeat(30_000), '19:x', '28:', 'http://[', 'data:,x', 'http://127.0.0.1:1/teams/']),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
)

type Change = {
  readonly steps: readonly number[]
  readonly act: 'replace' | 'remove' | 'add' | 'wrap'
  readonly value: unknown
  readonly name: string
}
const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(50), { maxLength: 6 }),
  act: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap'),
  value: values,
  name: fc.constantFrom(...names),
})

/** The activity with one thing in it changed. */
function changed(activity: unknown, { steps, act, value, name }: Change): unknown {
  const whole = { whole: structuredClone(activity) } as Record<string, unknown>
  let parent = whole
  let key = 'whole'
  for (const step of steps) {
    const child = parent[key]
    if (typeof child !== 'object' || child === null || Object.keys(child).length === 0) break
    parent = child as Record<string, unknown>
    const keys = Object.keys(parent)
    key = keys[step % keys.length] as string
  }
  const child = parent[key]
  const put = (at: string, given: unknown) =>
    Object.defineProperty(parent, at, { value: given, enumerable: true, configurable: true, writable: true })
  if (act === 'remove') delete parent[key]
  else if (act === 'wrap') put(key, [child])
  else put(act === 'add' && parent !== whole ? name : key, value)
  return whole.whole ?? null
}

/** The activity given, each of its texts in turn ending with a character that no store keeps. */
function spoiled(activity: Inbound): readonly string[] {
  const text = JSON.stringify(activity)
  return [...text.matchAll(/:"(?:[^"\\]|\\.)*"/gu)].map(({ 0: leaf, index }, at) => {
    const end = at % 2 === 0 ? '\\ud800' : '\\u0000'
    return `${text.slice(0, index)}${leaf.slice(0, -1)}${end}"${text.slice(index + leaf.length)}`
  })
}

const deep = '['.repeat(60_000)
const bare = ['null', 'true', '1', '-0', '"text"', '[]', '{}', '[null]', '', ' ', '{', '}', '\0', '[1,', '{"type":}']

/** Bodies that are whole JSON but for one thing that is nested as deep as a body is long. */
function deepened(activity: Inbound): readonly string[] {
  const text = JSON.stringify({ ...activity, value: 'HERE', text: '', entities: 'THERE' })
  const inner = `${deep}${']'.repeat(60_000)}`
  return [`{"kondankai":${inner}}`, `{"desk":${inner}}`, inner].flatMap((value) => [
    text.replace('"HERE"', value).replace('"THERE"', '[]'),
    text.replace('"HERE"', '{}').replace('"THERE"', value),
  ])
}

/** Bodies that Teams does not send: changed activities, broken JSON, bytes that are no text. */
export function malformedBodies(
  samples: readonly Inbound[],
  count: number,
  seed: number,
): readonly (string | Buffer)[] {
  const first = [
    ...[...bare, '\ufeff{}', deep, `${deep}${']'.repeat(60_000)}`],
    ...samples.slice(0, 3).flatMap(deepened),
    ...samples.flatMap(spoiled),
  ].slice(0, count / 2)
  const run = { numRuns: count - first.length, seed }
  const changes = fc.sample(fc.array(change, { minLength: 1, maxLength: 3 }), run)
  const cuts = fc.sample(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 })), run)
  const later = changes.map((several, at) => {
    const whole = Buffer.from(JSON.stringify(several.reduce<unknown>(changed, samples[at % samples.length])))
    // Every fourth is broken as text, too.
    if (at % 4 !== 0) return whole
    const [where, bytes] = cuts[at] as (typeof cuts)[number]
    const cut = where % (whole.length + 1)
    const rest = where % 2 === 0 ? Buffer.alloc(0) : whole.subarray(cut)
    return Buffer.concat([whole.subarray(0, cut), bytes, rest])
  })
  return [...first, ...later]
}
