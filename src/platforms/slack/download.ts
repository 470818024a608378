import type { TakenFile } from '../../opinions/taken-file.ts'
import { fetchBytes, mostBytes } from '../fetch-bytes.ts'
import type { ReadDropped } from './slack-bot.ts'
import { type Call, SlackRefusal } from './slack-web.ts'
import { codeOf } from './view-exchange.ts'

/** Milliseconds that one file may take. */
const patience = 30_000
/** Where Slack keeps files. */
const filesHost = 'files.slack.com'

/** A file's bytes; `too-large` where there are more than are fetched, undefined where the bot cannot have it. */
type FetchFile = (id: string) => Promise<Uint8Array | 'too-large' | undefined>

/**
 * Fetches files that were dropped into a conversation with the bot's token: from Slack's own host alone, and nowhere else to
 * which an answer may send.
 */
export function fetchFiles(
  call: Call,
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl: string },
): FetchFile {
  return async (id) => {
    const info = await call('files.info', { file: id }).catch((error: unknown) => {
      if (error instanceof SlackRefusal) return undefined
      throw error
    })
    const { url_private_download: address = '', size = 0 } = info?.file ?? {}
    if (size > mostBytes) return 'too-large'
    if (!isSlacks(address, apiUrl)) return undefined
    return await fetchBytes(address, { headers: { authorization: `Bearer ${botToken}` }, patience })
  }
}

/** Reads files that were dropped into a conversation, by what knows their content. */
export function readDropped(
  fetchFile: FetchFile,
  readFile: (bytes: Uint8Array) => Promise<TakenFile>,
  report: (message: string) => void,
): ReadDropped {
  return async (id) => {
    const bytes = await fetchFile(id).catch((error: unknown) => {
      report(`Slack: a file could not be fetched (${codeOf(error)})`)
      return undefined
    })
    if (bytes === 'too-large') return { kind: 'unreadable', problem: bytes }
    return bytes && (await readFile(bytes))
  }
}

/** Over https from Slack's host, or from where the Web API itself is. */
function isSlacks(address: string, apiUrl: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.origin === new URL(apiUrl).origin || (url.protocol === 'https:' && url.host === filesHost)
}
