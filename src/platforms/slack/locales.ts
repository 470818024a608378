import { decodePlace } from './slack-place.ts'
import type { Call } from './slack-web.ts'

/** Milliseconds that a locale is remembered: a day. */
const life = 24 * 60 * 60 * 1000
/** People whose locale is remembered at most. */
const most = 10_000

/** The languages of people's Slack, asked for beside the exchange in which they are met: the next one knows. */
export function openLocales(call: Call, now: () => number) {
  const known = new Map<string, { readonly locale: 'ja' | 'en' | undefined; readonly at: number }>()
  return (account: string): 'ja' | 'en' | undefined => {
    const found = known.get(account)
    if (found !== undefined && now() - found.at < life) return found.locale
    if (known.size >= most) known.clear()
    known.set(account, { locale: found?.locale, at: now() })
    void ask(account)
    return found?.locale
  }

  async function ask(account: string): Promise<void> {
    const user = decodePlace(account)?.channel
    if (user === undefined) return
    try {
      const { user: found } = await call('users.info', { user, include_locale: true })
      const locale = found?.locale === undefined ? undefined : found.locale.startsWith('ja') ? 'ja' : 'en'
      known.set(account, { locale, at: now() })
    } catch {
      // The text says it, else Japanese is spoken.
    }
  }
}
