import type { Turn } from '../../conversation/turn.ts'
import type { TakenFile } from '../../opinions/taken-file.ts'
import type { Clock } from '../../ports.ts'
import { isSheet, lookAtFile } from '../desk-take.ts'
import { fetchBytes } from '../fetch-bytes.ts'
import { localeIn, whereabouts } from './activity-turn.ts'
import { isFileAddress } from './file-address.ts'
import { Held } from './held.ts'
import type { Inbound } from './inbound.ts'
import type { Kit } from './teams-bot.ts'

/** Files of one message that are read at most, and milliseconds that each may take: Teams waits fifteen seconds. */
const mostFiles = 5
const patience = 8000

type Given = {
  readonly allowed: readonly string[]
  readonly readFile: (bytes: Uint8Array) => Promise<TakenFile>
  readonly clock: Clock
}

/** Files of divisions that the staff give to the bot in their own chats with it: each is read once, and held until it is taken in. */
export function openDroppedFiles({ allowed, readFile, clock }: Given) {
  const held = new Held<TakenFile>(clock)

  async function read(address: string): Promise<TakenFile | undefined> {
    if (!isFileAddress(address, allowed)) return undefined
    const bytes = await fetchBytes(address, { patience })
    return bytes === 'too-large' ? { kind: 'unreadable', problem: bytes } : bytes && (await readFile(bytes))
  }

  return {
    /** What was dropped, as long as it is held for who has dropped it. */
    find: (source: string, person: string) => held.find(source, person),
    /** The turns by which dropped files are looked at: none where there is none, or where it is nobody of the staff. */
    async turns({ bot, committee }: Pick<Kit, 'bot' | 'committee'>, inbound: Inbound): Promise<readonly Turn[]> {
      const { person, alone, here, isPersonal } = whereabouts(inbound)
      const sheets = isPersonal ? sheetsIn(inbound) : []
      const locale = localeIn(inbound)
      if (sheets.length === 0 || inbound.id === undefined) return []
      const { role } = await bot.desk.actorOf({ person, place: alone }, locale ?? 'ja')
      if (role.kind !== 'staff') return []
      const who = { committee, person, place: alone, conversation: alone, answerAt: here, ...(locale && { locale }) }
      return await Promise.all(
        sheets.slice(0, mostFiles).map(async (address, at) => {
          const id = `teams/${inbound.conversation.id}/${inbound.id}/file/${at}`
          // What comes again is not fetched again.
          const file = (await bot.desk.knows(id)) ? undefined : await read(address)
          const source = file === undefined ? '' : held.keep(person, file)
          return { ...who, id, did: lookAtFile(file, source, locale ?? 'ja') }
        }),
      )
    },
  }
}
export type DroppedFiles = ReturnType<typeof openDroppedFiles>

function sheetsIn({ attachments }: Inbound): readonly string[] {
  return (attachments ?? []).flatMap(({ contentType, name, content }) =>
    contentType === 'application/vnd.microsoft.teams.file.download.info' && isSheet(name) && content?.downloadUrl
      ? [content.downloadUrl]
      : [],
  )
}
