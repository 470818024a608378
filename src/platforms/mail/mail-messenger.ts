import * as z from 'zod'
import { undelivered } from '../../conversation/messages/undelivered.ts'
import type { Message } from '../../conversation/reply.ts'
import type { Clock, Messenger } from '../../ports.ts'
import { writeWhole } from '../../write-whole.ts'
import { buildMail } from './build-mail.ts'
import { hasMailFile, mailFileName } from './mail-file.ts'
import { sendMail } from './send-mail.ts'

/** By which way mails go: into a folder, from where somebody sends them, or by SMTP, with or without a copy there. */
type Way =
  | { readonly folder: string; readonly smtp: null }
  | {
      readonly folder: string | null
      /** `smtp://user:password@host:587` or `smtps://…`; it holds a password. */
      readonly smtp: string
    }

type Options = Way & {
  readonly from: string
  readonly subject: (message: Message) => string
  /** The body: plain text, lines parted by LF. */
  readonly lines: (message: Message) => string
  readonly clock: Clock
  /** Milliseconds for each step of sending; 10 seconds if not given. */
  readonly limit?: number
}

/** Writes to places `mail:ADDRESS`. In a folder a mail can be found again; what was sent by SMTP cannot. */
export function mailMessenger({
  folder,
  smtp,
  from,
  subject,
  lines,
  clock,
  limit = 10_000,
}: Options): Messenger<Message> {
  return {
    kind: 'mail',

    async post(place, key, message) {
      const to = addressOf(place)
      if (to === null) return { outcome: 'refused', reason: undelivered.noMailAddress }
      const name = mailFileName(key)
      const mail = await buildMail({ from, to, subject: subject(message), text: lines(message), key, at: clock.now() })
      // Before it is sent: a copy that cannot be written must not make the mail go twice.
      if (folder !== null) await writeWhole(folder, name, mail.bytes)
      return smtp === null ? { outcome: 'posted', ref: name } : await sendMail(smtp, { from, to }, mail, limit)
    },

    async find(_place, key) {
      if (smtp !== null) return 'cannot'
      const name = mailFileName(key)
      return (await hasMailFile(folder, name)) ? { ref: name } : 'none'
    },
  }
}

function addressOf(place: string): string | null {
  const parsed = z.email().safeParse(place.slice(place.indexOf(':') + 1))
  return parsed.success ? parsed.data : null
}
