import { type Bot, openBot, secretariatHere } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Message } from '../conversation/reply.ts'
import type { Outcome } from '../conversation/settle-turn.ts'
import type { Did } from '../conversation/turn.ts'
import { dayOf } from '../opinions/day.ts'
import { findPerson, roleOf } from '../opinions/read-roster.ts'
import { type LocalPerson, localGuest, localTurn } from '../platforms/terminal/local-turn.ts'
import { messageText } from '../platforms/terminal/message-lines.ts'
import type { TerminalMessenger } from '../platforms/terminal/terminal-messenger.ts'
import type { Language } from '../questions/normal-text.ts'
import { localMessengers } from './local-messengers.ts'
import { progressLine } from './progress-line.ts'
import { readLanguage } from './read-language.ts'
import type { Environment } from './run-command.ts'
import { UsageFault } from './usage-fault.ts'

/** What an act came to, and the same in words. */
export type Done = { readonly outcome: Outcome; readonly message: Message; readonly text: string }

/** Somebody at this machine with the bot open. */
export type Session = AsyncDisposable & {
  readonly bot: Bot
  readonly person: LocalPerson
  readonly terminal: TerminalMessenger
  /** Does something and puts what it came to into words; call `shown` once that has been printed. */
  readonly act: (did: Did) => Promise<Done>
  readonly shown: (done: Done) => Promise<void>
}

/** The options of whoever acts at this machine. */
export const actingOptions = {
  as: { type: 'string' },
  lang: { type: 'string' },
  committee: { type: 'string' },
} as const

export const actingHelp = `  --as NAME         act as this person of the roster (name or id)
  --lang ja|en      answer in this language
  --committee DIR   another committee's folder (else COMMITTEE_DIR)`

export type Acting = {
  readonly as?: string | undefined
  readonly lang?: string | undefined
  readonly committee?: string | undefined
}

/**
 * Opens the bot for somebody at this machine. Without `as` it is a guest, who may ask and draft.
 * @throws UsageFault where the name is not, or not clearly, on the roster; Fault of the record or the store.
 */
export async function openSession(env: Environment, values: Acting): Promise<Session> {
  const language = readLanguage(values.lang)
  const config = readConfig(env, values)
  const { terminal, all } = localMessengers(config)
  const bot = await openBot(config, {
    messengers: all,
    report: (message) => process.stderr.write(`kondankai-bot: ${message}\n`),
    progress: () => progressLine((done, all) => `notices delivered: ${done} of ${all}`),
  })
  try {
    const person = await signInAs(bot, values.as, language, config.stateDir)
    return {
      bot,
      person,
      terminal,
      async act(did) {
        const { outcome, message } = await bot.take(localTurn(bot.prepared.record.committee.id, person, did))
        return { outcome, message, text: messageText(message) }
      },
      shown: async ({ outcome }) => await bot.desk.shown(outcome),
      [Symbol.asyncDispose]: async () => await bot[Symbol.asyncDispose](),
    }
  } catch (fault) {
    await bot[Symbol.asyncDispose]()
    throw fault
  }
}

/** The places whose notices the person may read here: his own and, for staff, the secretariat's. */
export async function placesOf({ bot, person }: Pick<Session, 'bot' | 'person'>): Promise<readonly string[]> {
  const { kind } = await roleOf(bot.desk.records, person.account, dayOf(Date.now()))
  return [person.account, ...(kind === 'staff' ? [secretariatHere] : [])]
}

async function signInAs(
  bot: Bot,
  as: string | undefined,
  language: Language | undefined,
  stateDir: string,
): Promise<LocalPerson> {
  const guest = localGuest(language)
  if (as === undefined) return guest
  const [person, ...more] = await findPerson(bot.desk.records, as)
  if (person === undefined)
    throw new UsageFault(
      `--as ${as}: not on the roster in ${stateDir}; give the whole name or the id. "roster import FILE" brings a roster in`,
    )
  if (more.length > 0)
    throw new UsageFault(
      `--as ${as}: several are called so: ${[person, ...more].map(({ id }) => id).join(', ')}; give the id`,
    )
  return { ...guest, account: await bot.signIn(person, guest.user, language ?? 'ja') }
}
