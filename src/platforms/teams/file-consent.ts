import * as z from 'zod'
import { notStaff } from '../../conversation/not-staff.ts'
import { office } from './desk-scene.ts'
import { close } from './invoke-answer.ts'
import type { OfferedFiles } from './offered-files.ts'
import type { Kit, Part } from './teams-bot.ts'

const Asked = z.object({ context: z.object({ file: z.uuid() }) })
const Consent = z.discriminatedUnion('action', [
  Asked.extend({
    action: z.literal('accept'),
    uploadInfo: z.object({
      uploadUrl: z.url().max(4000),
      contentUrl: z.url({ protocol: /^https$/u }).max(4000),
      uniqueId: z.string().min(1).max(200),
      fileType: z.string().min(1).max(20),
    }),
  }),
  Asked.extend({ action: z.literal('decline') }),
])

/** Hands over a file that one of the staff was offered, once he has said that he wants it; who is none by then gets none. */
export function fileConsent(kit: Kit, files: Pick<OfferedFiles, 'hand' | 'drop' | 'tell'>): Part {
  return async (invoke) => {
    if (invoke.name !== 'fileConsent/invoke') return undefined
    const consent = Consent.safeParse(invoke.value).data
    if (consent === undefined) return close
    const { actor } = await office(kit, invoke)
    const { language } = actor
    const { file } = consent.context
    if (actor.role.kind !== 'staff') kit.beside(files.tell(invoke.here, notStaff(actor), language))
    else if (consent.action === 'accept') kit.beside(files.hand(file, invoke.here, consent.uploadInfo, language))
    else files.drop(file)
    return close
  }
}
