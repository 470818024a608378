import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSession } from '../../src/commands/session.ts'
import { runInSession } from '../../src/commands/slash.ts'
import { splitWords } from '../../src/commands/split-words.ts'
import { openCliOffice, soon } from '../support/cli-office.ts'

describe('a line that begins with /', () => {
  it('does what the command does, as the person who chats', async () => {
    using office = await openCliOffice()
    await using session = await openSession({ STATE_DIR: office.folder.path }, { as: 'yamada' })

    const opened = await runInSession(`/call open --id 2026-1 --name 「令和８年度 第１回」 --deadline ${soon}`, session)
    const listed = await runInSession('／call　list --json', session)
    const help = await runInSession('/call --help', session)
    const filed = await runInSession(
      '/opinion submit --text 橋 --on-behalf sato --means fax --day 今日 --call 2026-1 --yes --json',
      session,
    )

    expect(opened).toContain('令和８年度 第１回（2026-1）の意見照会を始めました')
    expect(JSON.parse(listed)).toMatchObject({ told: [{ calls: [{ call: '2026-1', asked: 2 }] }] })
    expect(help).toContain('Usage: npm run -s bot -- call open')
    const waiting = await session.bot.desk.records.list('outbox')
    expect(JSON.parse(filed)).toMatchObject({ told: [{ kind: 'receipt' }] })
    expect(waiting.map(({ key }) => key.id)).toEqual([`receipt/${JSON.parse(filed).receipt}`])
  })

  it('shows what would be filed with the choices that the chat takes', async () => {
    using office = await openCliOffice()
    await using session = await openSession({ STATE_DIR: office.folder.path }, { as: 'sato', lang: 'en' })

    const shown = await runInSession('/opinion submit --text "a bridge"', session)
    const filed = await session.act({ kind: 'say', text: '1' })

    expect(shown).toMatch(/Nothing has been received yet[\s\S]*「a bridge」[\s\S]*［1 /u)
    expect(filed.outcome.told).toMatchObject([{ kind: 'receipt' }])
  })

  it.each([
    [
      '/',
      '"/": known are /opinion, /call, /queue, /inquiry, /release, /annex, /ledger, /digest, /explain, /roster, /erase, /retention, /translation, /model',
    ],
    ['/quit', '"/quit": known are /opinion'],
    ['/call lst', '"call lst": known are "call open"'],
    ['/call list --as kimura', '--as is set when the chat starts; leave it out here'],
    ['/call list --committee x', '--committee is set when the chat starts'],
    ['/call list --lang en', '--lang is set when the chat starts'],
    ['/call show "2026-1', 'the quote is not closed; add "'],
    ['/roster import /no/such/file', '/no/such/file cannot be read: there is no such file'],
    ['/opinion submit', 'no text given'],
  ])('answers %j with what is so', async (line, says) => {
    using office = await openCliOffice()
    await using session = await openSession({ STATE_DIR: office.folder.path }, {})

    expect(await runInSession(line, session)).toContain(says)
  })
})

describe('the words of a line', () => {
  it.each([
    ['', []],
    ['a  b\u{3000}c', ['a', 'b', 'c']],
    [`"a b" 'c "d' 「e f」`, ['a b', 'c "d', 'e f']],
    ['--name="a b" --name=「第 １」', ['--name=a b', '--name=第 １']],
    ['「外「内 側」外」', ['外「内 側」外']],
    [`don't 次の「評価」`, [`don't`, '次の「評価」']],
    ['"" x', ['', 'x']],
  ])('of %j are %j', (line, words) => {
    expect(splitWords(line)).toEqual(words)
  })

  it('are those that were quoted, whatever they hold', () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('"'))

    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitWords(words.map((one) => `"${one}"`).join(' '))).toEqual(words)
      }),
    )
  })
})
