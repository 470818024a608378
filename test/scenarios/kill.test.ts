import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openBot, openState } from '../../src/app.ts'
import { mailFileName } from '../../src/platforms/mail/mail-file.ts'
import { mailMessenger } from '../../src/platforms/mail/mail-messenger.ts'
import { putBotRoster } from '../support/bot-roster.ts'
import { sapporo } from '../support/record-folder.ts'

const rounds = process.env.LONG ? 200 : 6
const program = join(import.meta.dirname, '../support/bot-child.ts')
const committee = 'sapporo-vision'

/** Runs the bot until it is killed; the lines that it had said. */
async function runAndKill(folder: string, name: string, again: readonly object[]): Promise<readonly string[][]> {
  const child = spawn(process.execPath, [program, folder, name, JSON.stringify(again)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  // It may be killed while it delivers the last turns again, or long after that; in the first round not before a draft.
  const enough = randomInt(400)
  const goesOn = () => said.split('\n').length <= enough || (name === '0' && !said.includes('\ndraft '))
  while (goesOn() && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), closed])
  await wait(randomInt(20))
  child.kill('SIGKILL')
  await closed
  if (!said.startsWith('open')) throw new Error(`the bot did not open: ${said}`)
  // The last line may be cut short by the kill.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
}

it(`a bot that is killed ${rounds} times loses and doubles nothing`, { timeout: 1_200_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-bot-'))
  const receipts = new Map<string, string>()
  const begun = new Map<string, string>()
  const shown = new Set<string>()
  const drafts = new Map<string, string>()
  let redelivered = 0
  let changed = 0
  let last: readonly { readonly person: string; readonly id: string }[] = []
  await putBotRoster(folder)

  for (let round = 0; round < rounds; round++) {
    const turns: { person: string; id: string }[] = []
    redelivered += last.length
    for (const [kind, ...words] of await runAndKill(folder, `${round}`, last)) {
      const [first = '', second = '', third = ''] = words
      if (kind === 'turn') {
        begun.set(second, first)
        turns.push({ person: first, id: second })
      }
      if (kind === 'receipt') {
        if (receipts.has(third) && receipts.get(third) !== first) changed += 1
        receipts.set(third, first)
      }
      if (kind === 'shown') shown.add(first)
      if (kind === 'draft') drafts.set(first, second)
    }
    // What the platform had not heard of is delivered again, and some that it had.
    last = [...new Map(turns.slice(-24).map((turn) => [turn.id, turn])).values()]
  }

  const mail = mailMessenger({
    folder: join(folder, 'mail'),
    smtp: null,
    from: 'office@example.jp',
    subject: () => '受付',
    lines: () => '',
    clock: Date,
  })
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const config = { committeeDir: sapporo, stateDir: join(folder, 'state') }
  await (await openState(config, { acceptTornTail: true })).close()
  await using bot = await openBot(config, { messengers: [mail], report: () => {}, clock })
  // What was not shown goes through the outbox a minute later.
  ahead = 600_000
  await bot.tick()

  const { records } = bot.desk
  const submissions = (await records.list('submissions')).map(({ value }) => value)
  const byTurn = new Map(submissions.map((one) => [one.draft, one.receipt]))
  const mails = new Set(readdirSync(join(folder, 'mail')))
  const isThere = (id: string) => mails.has(mailFileName(`${committee}/${id}`))
  const behalf = submissions.filter(({ onBehalf }) => onBehalf !== null).map(({ receipt }) => `receipt/${receipt}`)
  const unshown = submissions.filter(({ draft }) => !shown.has(draft)).map(({ draft }) => `reply/${draft}.0`)
  const waiting = await records.list('outbox')
  const notices = [...behalf, ...unshown]
  const numbers = submissions.map(({ receipt }) => Number(receipt.split('-')[1]))
  const figures = {
    filed: submissions.length,
    acknowledged: receipts.size,
    redelivered,
    mails: mails.size,
    drafts: drafts.size,
  }
  if (process.env.LONG) process.stdout.write(`${JSON.stringify(figures)}\n`)

  expect([...receipts].filter(([turn, receipt]) => byTurn.get(turn) !== receipt)).toEqual([])
  expect({ changed, doubled: submissions.length - byTurn.size }).toEqual({ changed: 0, doubled: 0 })
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(waiting).toEqual([])
  expect(notices.filter((id) => !isThere(id))).toEqual([])
  expect([...mails].filter((name) => !name.endsWith('.eml'))).toEqual([])
  for (const [person, text] of drafts)
    expect((await records.find('drafts', `mail:${person}@example.jp`))?.value.text).toBe(text)
  expect(drafts.size).toBeGreaterThan(0)
  expect(receipts.size).toBeGreaterThan(rounds)
  rmSync(folder, { recursive: true })
})
