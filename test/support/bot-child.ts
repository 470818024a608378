import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openBot, openState } from '../../src/app.ts'
import type { Did, Turn } from '../../src/conversation/turn.ts'
import { mailMessenger } from '../../src/platforms/mail/mail-messenger.ts'
import { sapporo } from './record-folder.ts'

/**
 * A bot to be killed. Eight members at a time file and eight of the staff file on behalf, the outbox is delivered all the
 * while into a folder of mails. It first delivers again the turns given (as JSON, by number). One line for each turn that
 * has begun (`turn`), each that was taken (`receipt`), each whose reply is shown (`shown`), each draft that was kept
 * (`draft`); a turn's id is its person and number.
 */
const [folder = '', name = '', again = '[]'] = process.argv.slice(2)
const say = (...words: readonly string[]) => void writeSync(1, `${words.join(' ')}\n`)
const committee = 'sapporo-vision'

const mail = mailMessenger({
  folder: join(folder, 'mail'),
  smtp: null,
  from: 'office@example.jp',
  subject: () => '受付',
  lines: (message) => JSON.stringify(message),
  clock: Date,
})
const config = { committeeDir: sapporo, stateDir: join(folder, 'state') }
// As an operator does after a crash: a write that it cut short was never acknowledged.
await (await openState(config, { acceptTornTail: true })).close()
const report = (message: string) => void process.stderr.write(`${message}\n`)
await using bot = await openBot(config, { messengers: [mail], report })
say('open')

function turnOf(person: string, id: string, did: Did): Turn {
  const account = `mail:${person}@example.jp`
  return { id, committee, person: account, conversation: account, place: account, did }
}

function formTurn(person: string, id: string): Turn {
  const behalf = { member: person.replace('staff', 'member'), means: 'fax', day: '今日', original: null }
  const onBehalf = person.startsWith('staff') ? behalf : null
  const form = { name: 'opinion', edits: null, call: 'standing', subject: null, vote: null, printName: false } as const
  const text = `${id}：${'御意見'.repeat(50)}`
  return turnOf(person, id, { kind: 'form', form: { ...form, text, split: false, onBehalf, confirmed: true } })
}

async function file(person: string, id: string): Promise<void> {
  say('turn', person, id)
  const { outcome } = await bot.take(formTurn(person, id))
  const [told] = outcome.told
  if (told?.kind !== 'receipt') throw new Error(JSON.stringify(outcome.told))
  say('receipt', told.receipt, person, id)
  // Half of the people read the reply.
  if (!/[02468]$/u.test(person) || outcome.news.length === 0) return
  say('shown', id)
  await bot.desk.shown(outcome)
}

/** Others write drafts, each one of his own, and are in the middle of them for good. */
async function write(person: string, text: string): Promise<void> {
  await bot.take(turnOf(person, `${text}-opinion`, { kind: 'action', name: 'opinion' }))
  await bot.take(turnOf(person, `${text}-call`, { kind: 'action', name: 'call', about: 'standing' }))
  await bot.take(turnOf(person, `${text}-subject`, { kind: 'action', name: 'subject', about: 'whole' }))
  const { outcome } = await bot.take(turnOf(person, `${text}-text`, { kind: 'say', text }))
  if (outcome.told[0]?.kind === 'text-taken') say('draft', person, text)
}

const redelivered: readonly { readonly person: string; readonly id: string }[] = JSON.parse(again)
await Promise.all(redelivered.map(({ person, id }) => file(person, id)))
say('redelivered')
const people = Array.from({ length: 8 }, (_, at) => [`member${at}`, `staff${at}`]).flat()
await Promise.all([
  ...people.map(async (person) => {
    for (let n = 0; ; n++) await file(person, `${person}/${name}/${n}`)
  }),
  ...[0, 1, 2].map(async (at) => {
    for (let n = 0; ; n++) await write(`writer${at}-${name}-${n}`, `writer${at}/${name}/${n}`)
  }),
  (async () => {
    for (;;) {
      await bot.tick()
      await setImmediate()
    }
  })(),
])
