import { openApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { runChat } from '../platforms/terminal/chat.ts'
import type { Command } from './run-command.ts'
import { readOptions } from './usage-fault.ts'

const help = `Chats in the terminal. Piped input is answered line by line.

Usage: npm run -s bot -- chat [OPTIONS]

Options:
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

In the chat: help (ヘルプ), source (出典) for the full passage behind the last answer, exit (終了) or Ctrl-D to leave.
Exit codes: 0 ended; 1 the record is faulty; 2 wrong options.
`

/** Chats in the terminal. */
export const chat: Command = {
  help,
  async run(args, env) {
    const { values } = readOptions(args, { committee: { type: 'string' } }, 'no words')
    return await runChat(openApp(readConfig(env, values)), process.stdin, process.stdout)
  },
}
