import { texts } from '../conversation/reply.ts'
import { errorFrames } from '../conversation/reportable.ts'
import { sayIn } from '../conversation/view.ts'
import { Fault } from '../fault.ts'
import { runChat } from '../platforms/terminal/chat.ts'
import type { Command } from './run-command.ts'
import { actingHelp, actingOptions, type Done, openSession, placesOf, type Session } from './session.ts'
import { runInSession } from './slash.ts'
import { readOptions } from './usage-fault.ts'

const help = `Chats in the terminal. Piped input is answered line by line.

Usage: npm run -s bot -- chat [OPTIONS]

Options:
${actingHelp}
  --help            this text

In the chat: help (ヘルプ), source (出典) for the full passage behind the last answer, opinion (意見) to give an opinion,
status (状況) for what was received, stop (やめる), continue (続き); exit (終了) or Ctrl-D to leave. A line that begins with
/ is a command of the secretariat's, such as /call list or /opinion mine (/call --help explains it).
Without --as it is the chat of whoever is logged in here as this system user: a guest, who may ask and draft, until the
secretariat has confirmed who that is.
Exit codes: 0 ended; 1 the record or the run-time data is faulty, or in use by another process; 2 wrong options.
`

/** Milliseconds between two looks at what is to be done as time goes by. */
const often = 60_000

/** Chats in the terminal. */
export const chat: Command = {
  help,
  async run(args, env) {
    const { values } = readOptions(args, actingOptions, 'no words')
    await using session = await openSession(env, values)
    return await chatIn(session, process.stdin, process.stdout)
  },
}

/** Chats in an open session until the person leaves. Returns the exit code. */
export async function chatIn(session: Session, input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<number> {
  const { bot, person, terminal, act, shown } = session
  const places = await placesOf(session)
  // A fault of the disk must not end the chat here: the next turn will say so.
  const tried = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (fault) {
      process.stderr.write(`kondankai-bot: ${errorFrames(fault)}\n`)
    }
  }
  const saidOf = (done: Done) => ({
    message: done.message,
    collecting: done.outcome.told.some(
      (one) => one.kind === 'text-taken' || (one.kind === 'part' && one.part === 'text'),
    ),
    async shown() {
      const { fault } = done.outcome
      // What the disk did not confirm once it will not confirm again: start anew.
      if (fault?.code === 'store-failed') throw fault
      await shown(done)
      await tried(bot.deliver)
    },
  })
  // All of the run-time data is looked through: not after every line.
  await tried(bot.tick)
  const clock = setInterval(() => void tried(bot.tick), often)
  try {
    await runChat(
      {
        greet: async () => saidOf(await act({ kind: 'action', name: 'greeting' })),
        async say(text) {
          if (/^\s*[/／]/u.test(text)) {
            const lines = (await runInSession(text, session)).split('\n')
            return { message: { blocks: texts(...lines) }, collecting: false, shown: () => tried(bot.deliver) }
          }
          return saidOf(await act({ kind: 'say', text }))
        },
        waiting: sayIn({ language: person.language ?? 'ja' }).faces.working,
        listen: (write) => terminal.show(write === null ? null : { places, write }),
      },
      input,
      output,
    )
    return 0
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    process.stderr.write(`kondankai-bot: ${fault.message}\n`)
    return 1
  } finally {
    clearInterval(clock)
  }
}
