import type { Config } from '../config.ts'
import type { Message } from '../conversation/reply.ts'
import { mailMessenger } from '../platforms/mail/mail-messenger.ts'
import { messageText } from '../platforms/terminal/message-lines.ts'
import { TerminalMessenger } from '../platforms/terminal/terminal-messenger.ts'

/** Characters of a mail's subject at most. */
const longestSubject = 60

/** The messengers that need nothing to be configured: the terminal and mail. */
export function localMessengers({ mail }: Pick<Config, 'mail'>) {
  const terminal = new TerminalMessenger()
  const letters = mailMessenger({
    ...mail,
    subject: (message: Message) => message.subject ?? subjectOf(message),
    lines: messageText,
    clock: { now: Date.now },
  })
  return { terminal, all: [terminal, letters] }
}

/** The first line of a message. */
function subjectOf(message: Message): string {
  return [...(messageText(message).split('\n')[0] ?? '')].slice(0, longestSubject).join('')
}
