import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Message } from '../../conversation/reply.ts'
import { endsText } from '../../conversation/words.ts'
import { GatedInput } from './gated-input.ts'
import { messageLines } from './message-lines.ts'
import { spin } from './spinner.ts'

/** What was said back; `collecting`: what comes next is more of a longer text. */
type Said = { readonly message: Message; readonly collecting: boolean; readonly shown: () => Promise<void> }

/** What the chat needs of the bot: an answer to each line, in order. */
export type Partner = {
  readonly greet: () => Promise<Said>
  readonly say: (text: string) => Promise<Said>
  /** What stands there while that lasts. */
  readonly waiting: string
  /** Whoever else has something to show meanwhile shows it by this. */
  readonly listen: (write: ((message: Message) => void) | null) => void
}

const leave = /^(?:exit|quit|bye|終了|おわり|終わり)$/iu

/**
 * Chats until the input ends, the person leaves, or Ctrl-C.
 * @throws what `say` throws: the terminal is given back first
 */
export async function runChat(
  partner: Partner,
  input: NodeJS.ReadStream | ReadStream,
  output: NodeJS.WriteStream | WriteStream,
): Promise<void> {
  const live = input.isTTY === true && output.isTTY === true
  const colours = live && output.hasColors?.() === true
  const gate = new GatedInput(input, live)
  const lines = createInterface({
    input: gate,
    output: live ? output : undefined,
    terminal: live,
    prompt: '> ',
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  const write = (message: Message) => void output.write(`${messageLines(message, colours).join('\n')}\n\n`)
  let collecting = false
  const answer = async (line: string) => {
    const more = collecting && !endsText(line) ? gate.takeLines((one) => endsText(one) || leave.test(one.trim())) : []
    await show(partner.say([line, ...more].join('\n')))
  }
  const show = async (saying: Promise<Said>) => {
    const stop = spin(output, partner.waiting)
    const said = await saying.finally(stop)
    collecting = said.collecting
    write(said.message)
    await said.shown()
  }
  partner.listen((message) => {
    if (live) output.write('\r\x1b[K')
    write(message)
    if (live) lines.prompt(true)
  })
  const ended = once(lines, 'close')
  let open = true
  lines.on('close', () => {
    open = false
  })
  let last: Promise<void> = Promise.resolve()
  lines.on('line', (line) => {
    if (!open) return
    if (leave.test(line.trim())) return lines.close()
    last = last
      .then(() => answer(line))
      .then(() => {
        if (live && open) lines.prompt()
        gate.next()
      })
    last.catch(() => lines.close())
  })
  lines.on('SIGCONT', () => lines.prompt(true))
  if (live) {
    await show(partner.greet())
    lines.prompt()
  }
  gate.next()
  await ended
  gate.stop()
  partner.listen(null)
  await last
  if (live) output.write('\n')
}
