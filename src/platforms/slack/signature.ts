import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Seconds that a request may be off, either way (source: Slack asks for five minutes). */
export const tolerance = 5 * 60

/** Whether Slack has signed a body with our secret, not more than five minutes from now (milliseconds since 1970). */
export function isSigned(secret: string, headers: IncomingHttpHeaders, body: Buffer, now: number): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp } = headers
  if (typeof signature !== 'string' || typeof stamp !== 'string' || !/^\d{1,12}$/u.test(stamp)) return false
  if (Math.abs(now / 1000 - Number(stamp)) > tolerance) return false
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`)
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
