import { type Message, notes } from '../../conversation/reply.ts'
import { errorKind } from '../../conversation/reportable.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Clock } from '../../ports.ts'
import type { Language } from '../../questions/normal-text.ts'
import type { MadeFile, MakeFiles } from '../made-file.ts'
import type { Connector } from './connector.ts'
import { consentActivity, type FileActivity, fileActivity } from './file-activities.ts'
import { isFileAddress } from './file-address.ts'
import { Held } from './held.ts'
import { messageActivities } from './message-activities.ts'
import type { Services } from './services.ts'
import { decodePlace } from './teams-place.ts'

/** Milliseconds that a file may take on its way. */
const patience = 60_000
/** What is held in place of a file that was asked for. */
const handed = 'handed'

/** Where a file that somebody has asked for is to be put, as Teams says. */
export type Upload = {
  readonly uploadUrl: string
  readonly contentUrl: string
  readonly uniqueId: string
  readonly fileType: string
}

type Given = {
  readonly connector: Connector
  readonly services: Services
  readonly allowed: readonly string[]
  readonly makeFiles: MakeFiles
  readonly clock: Clock
  readonly report: (message: string) => void
}

/**
 * Files on their way to somebody: they are offered in his chat with the bot, and put into his own folder when he asks for them.
 * Until then the bot holds them; what it no longer holds is made again by doing the same once more.
 */
export function openOfferedFiles({ connector, services, allowed, makeFiles, clock, report }: Given) {
  const held = new Held<MadeFile | typeof handed>(clock)

  /** Says one sentence in a chat. */
  async function tell(place: string, text: string, language: Language): Promise<void> {
    await send(place, messageActivities({ blocks: notes(text) }, { language }))
  }

  async function send(place: string, activities: readonly Parameters<Connector['send']>[2][]): Promise<void> {
    const at = decodePlace(place)
    if (at?.conversation == null) return
    for (const activity of activities) await connector.send(services.reach(at), at.conversation, activity)
  }

  return {
    tell,
    /** What offers the files of a message in a conversation. */
    async offer(conversation: string, message: Message): Promise<readonly FileActivity[]> {
      const files = message.files === undefined ? [] : await makeFiles(message)
      const { language = 'ja' } = message
      return files.map((file) => consentActivity(held.keep(conversation, file), file, language))
    },
    /** Puts what was offered where Teams says, and shows it there; what cannot be handed over is told. */
    async hand(id: string, place: string, upload: Upload, language: Language): Promise<void> {
      const { faces } = sayIn({ language })
      const file = held.find(id, decodePlace(place)?.conversation ?? '')
      if (file === undefined) return await tell(place, faces.fileGone, language)
      if (file === handed) return await tell(place, faces.fileHanded, language)
      held.replace(id, handed)
      try {
        if (!isFileAddress(upload.uploadUrl, allowed)) throw Object.assign(new Error('no store'), { code: 'no-store' })
        await put(upload.uploadUrl, file.bytes)
      } catch (error) {
        held.drop(id)
        report(`Teams: a file could not be handed over (${errorKind(error)})`)
        return await tell(place, faces.fileNotPut(file.name), language)
      }
      await send(place, [fileActivity(file.name, upload)])
    },
    drop: (id: string) => held.drop(id),
  }
}
export type OfferedFiles = ReturnType<typeof openOfferedFiles>

/** All of a file at once (onedrive/developer/rest-api, "upload bytes to the upload session"). @throws where it is not taken */
async function put(address: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(address, {
    method: 'PUT',
    redirect: 'error',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(patience),
  })
  await response.arrayBuffer()
  if (!response.ok) throw Object.assign(new Error('a file was not taken'), { code: `http-${response.status}` })
}
