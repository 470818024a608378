import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'

/** A mail in plain text; `at` is milliseconds since 1970. Without `from` it is a draft, for a person to look at and send. */
type Mail = {
  readonly from: string | null
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly key: string
  readonly at: number
  readonly attachment?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | undefined
}

/** The bytes of a mail, and the Message-ID in them. */
export type BuiltMail = { readonly messageId: string; readonly bytes: Buffer }

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/**
 * The mail as RFC 5322 has it. Its Message-ID comes from the key, so that a mail that was sent twice is one for the reader;
 * it says that no person wrote it (RFC 3834), so that nobody is answered by an absence notice, unless a person sends it. No part can add a header:
 * nodemailer puts every field into one line.
 */
export async function buildMail({ from, to, subject, text, key, at, attachment }: Mail): Promise<BuiltMail> {
  const domain = from?.split('@').at(-1) ?? 'localhost'
  const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`
  const { message } = await composer.sendMail({
    ...(from === null ? {} : { from: { name: '', address: from } }),
    to: { name: '', address: to },
    subject: oneLine(subject),
    text: text.replaceAll(/\r\n|\r|\n/gu, '\r\n'),
    textEncoding: 'base64',
    date: new Date(at),
    messageId,
    // Outlook opens a mail with this header as one that is still to be sent.
    headers: from === null ? { 'X-Unsent': '1' } : { 'Auto-Submitted': 'auto-generated' },
    attachments: attachment === undefined ? [] : [attached(attachment)],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (!Buffer.isBuffer(message)) throw new TypeError('a stream in place of a buffer')
  return { messageId, bytes: message }
}

function attached({ name, type, bytes }: NonNullable<Mail['attachment']>) {
  return { filename: oneLine(name), contentType: type, content: Buffer.from(bytes) }
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u{2028}\u{2029}]+/gu, ' ').trim()
}
