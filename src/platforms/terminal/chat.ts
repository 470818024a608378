import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Taken } from '../../conversation/take-turn.ts'
import type { Turn } from '../../conversation/turn.ts'
import { localTurn } from './local-turn.ts'
import { messageLines } from './message-lines.ts'

/** What the chat needs of the bot. */
type Bot = {
  readonly prepared: { readonly record: { readonly committee: { readonly id: string } } }
  readonly take: (turn: Turn) => Taken
}

const leave = /^(?:exit|quit|bye|終了|おわり|終わり)$/iu

/** Chats until the input ends, the person leaves, or Ctrl-C. Returns the exit code. */
export async function runChat(
  bot: Bot,
  input: NodeJS.ReadStream | ReadStream,
  output: NodeJS.WriteStream | WriteStream,
): Promise<number> {
  const live = input.isTTY === true && output.isTTY === true
  const colours = live && output.hasColors?.() === true
  const lines = createInterface({
    input,
    output: live ? output : undefined,
    terminal: live,
    prompt: '> ',
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let count = 0
  const say = (text: string) => {
    count += 1
    const { reply } = bot.take(localTurn(bot.prepared.record.committee.id, String(count), text))
    for (const message of reply.show) output.write(`${messageLines(message, colours).join('\n')}\n\n`)
  }
  const ended = once(lines, 'close')
  let open = true
  lines.on('close', () => {
    open = false
  })
  // Each line is answered as it comes, before what is pasted behind it is shown.
  lines.on('line', (line) => {
    if (!open) return
    if (leave.test(line.trim())) return lines.close()
    say(line)
    if (live) lines.prompt()
  })
  lines.on('SIGCONT', () => lines.prompt(true))
  if (live) {
    say('こんにちは')
    lines.prompt()
  }
  await ended
  if (live) output.write('\n')
  return 0
}
