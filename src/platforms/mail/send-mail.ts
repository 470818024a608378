import { createTransport } from 'nodemailer'
import { undelivered } from '../../conversation/messages/undelivered.ts'
import { Fault } from '../../fault.ts'
import type { Posted } from '../../ports.ts'
import type { BuiltMail } from './build-mail.ts'

type Envelope = { readonly from: string; readonly to: string }

/** What a mail server says of a mail that it did not take. */
type Refusal = Partial<Record<'code' | 'command' | 'response' | 'responseCode', unknown>>

/**
 * Sends a mail by SMTP. Connecting, the greeting and each silence may take `limit` milliseconds, all of it three times as
 * long. TLS is required but on this machine itself, whose mail server seldom has a certificate that could be checked.
 * @throws Fault `smtp-ETIMEDOUT`, `smtp-EENVELOPE-451` and so on, as nodemailer and the server name it: the mail may or may
 * not have been sent.
 */
export async function sendMail(server: string, envelope: Envelope, mail: BuiltMail, limit: number): Promise<Posted> {
  try {
    await createTransport(connectionTo(server, limit)).sendMail({
      envelope,
      raw: mail.bytes,
      signal: AbortSignal.timeout(3 * limit),
    })
    return { outcome: 'posted', ref: mail.messageId }
  } catch (error) {
    const { code, command, response, responseCode } = error as Refusal
    const status = typeof responseCode === 'number' ? responseCode : null
    if (command === 'RCPT TO' && status !== null && status >= 500) {
      const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/u.exec(String(response))?.[1]
      return { outcome: 'refused', reason: undelivered.mailRefused([status, enhanced ?? []].flat().join(' ')) }
    }
    const kind = ['smtp', typeof code === 'string' ? code : 'failed', status ?? []].flat().join('-')
    throw new Fault(kind, 'the mail may not have been sent', error)
  }
}

function connectionTo(server: string, limit: number) {
  const { protocol, hostname, port, username, password } = new URL(server)
  const host = hostname.replace(/^\[(.*)\]$/u, '$1').toLowerCase()
  const secure = protocol === 'smtps:'
  const here = host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !here,
    tls: { rejectUnauthorized: !here },
    auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    dnsTimeout: limit,
  }
}
