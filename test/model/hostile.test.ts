import { afterEach, describe, expect, it } from 'vitest'
import { hostileBehaviours, openHostileModel } from '../support/hostile-model.ts'
import { languageModelAt, pointCall, testKey } from '../support/language-model.ts'

/** Milliseconds after its patience in which a call has ended. */
const grace = 200
const question = '豊平館の秘密の合言葉はなぜ×ですか'

const unhandled: unknown[] = []
process.on('unhandledRejection', (error) => void unhandled.push(error))
afterEach(() => expect(unhandled).toEqual([]))

/** What comes of each behaviour; what keeps to the schema is an answer, and for those who asked to judge. */
const outcomes: Readonly<Record<(typeof hostileBehaviours)[number], string>> = {
  'huge-text': 'malformed',
  'endless-stream': 'malformed',
  'endless-event': 'malformed',
  'stalled-stream': 'late',
  silent: 'late',
  'slow-drip': 'late',
  nothing: 'unreachable',
  'empty-body': 'unreachable',
  'empty-text': 'malformed',
  'broken-off': 'unreachable',
  'redirects-away': 'refused',
  'html-page': 'malformed',
  'wrong-content-type': 'malformed',
  'giant-headers': 'unreachable',
  'broken-json': 'malformed',
  'deep-json': 'malformed',
  'broken-events': 'malformed',
  'strange-events': 'malformed',
  'error-body': 'malformed',
  'error-in-stream': 'unreachable',
  'invented-ids': 'answered',
  'wrong-order': 'answered',
  'every-id-twice': 'answered',
  'other-language': 'answered',
  'leaks-prompt': 'malformed',
  'leaks-secrets': 'answered',
  'contradicts-itself': 'answered',
  'gives-orders': 'answered',
  'other-numbers': 'answered',
}

describe.each(['responses', 'chat'] as const)('a hostile server of %s', (api) => {
  it.each(hostileBehaviours)('that does %s makes nobody wait, and is followed nowhere', async (behaviour) => {
    await using server = await openHostileModel({ behaviour })
    const { model, lines } = languageModelAt({ url: server.url, api })
    const patience = 1500
    const began = performance.now()

    const answered = await model.ask(pointCall({ question, patience }))

    expect(performance.now() - began).toBeLessThan(patience + grace)
    expect(answered.outcome === 'none' ? answered.why : 'answered').toBe(outcomes[behaviour])
    expect(server.redirected()).toBe(0)
    expect(server.asked.length).toBeGreaterThan(0)
    expect(server.asked.length).toBeLessThanOrEqual(3)
    expect(lines.filter((line) => !line.startsWith('model: '))).toEqual([])
    expect(lines.join('\n')).not.toMatch(new RegExp(`${testKey}|合言葉|情報共有`, 'u'))
  })
})

describe('the log', () => {
  it.each([
    ['deep-json', 'malformed: too-deep'],
    ['leaks-prompt', 'malformed: unknown-mask'],
    ['endless-stream', 'malformed: too-long'],
    ['endless-event', 'malformed: too-long'],
    ['redirects-away', 'refused: http-307'],
    ['error-body', 'malformed: no-stream'],
    ['broken-json', 'malformed: no-json'],
    ['strange-events', 'malformed: TypeError'],
  ] as const)('says of %s: %s', async (behaviour, word) => {
    await using server = await openHostileModel({ behaviour })
    const { model, lines } = languageModelAt({ url: server.url })

    await model.ask(pointCall())

    expect(lines.at(-1)).toMatch(new RegExp(`^model: point\\.ja: ${word} after \\d+ ms$`, 'u'))
  })
})
