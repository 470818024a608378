import type { Delivered } from './delivery.ts'
import { buildInbound } from './inbound.ts'
import type { Desk } from './talk.ts'
import { placeOf, type StoredMessage } from './world.ts'

/** A person lets the bot put its file into their folder, or does not; the address takes one upload. */
export async function consent(
  { world, delivery }: Desk,
  user: string,
  message: StoredMessage,
  action: 'accept' | 'decline',
): Promise<{ readonly delivered: Delivered; readonly fileId: string | undefined }> {
  const card = message.activity?.attachments?.find(
    (one) => one.contentType === 'application/vnd.microsoft.teams.card.file.consent',
  )
  if (card === undefined) throw new Error(`${message.id} asks for no consent`)
  const { acceptContext, declineContext } = card.content
  const accepted = action === 'accept'
  const fileId = accepted ? world.random(20) : undefined
  if (fileId !== undefined) world.files.set(fileId, { name: card.name })
  const uploadInfo = {
    contentUrl: `https://example.sharepoint.com/personal/files/${encodeURIComponent(card.name)}`,
    name: card.name,
    uploadUrl: `${world.base}/files/${fileId}`,
    uniqueId: fileId,
    fileType: card.name.split('.').at(-1),
  }
  const value = {
    type: 'fileUpload',
    action,
    context: accepted ? acceptContext : declineContext,
    ...(accepted ? { uploadInfo } : {}),
  }
  const place = placeOf(world, user, message.place)
  const fields = { type: 'invoke', name: 'fileConsent/invoke', value, replyToId: message.id }
  return { delivered: await delivery.send(buildInbound(world, { user, place }, fields)), fileId }
}

/** A person says whether an answer was good, where the bot asked for that. */
export async function judge(
  { world, delivery }: Desk,
  user: string,
  message: StoredMessage,
  reaction: 'like' | 'dislike',
  words = '',
): Promise<Delivered> {
  const { feedbackLoop, feedbackLoopEnabled } = message.activity?.channelData ?? {}
  if (feedbackLoop === undefined && feedbackLoopEnabled !== true) throw new Error(`${message.id} asks for no judgement`)
  const place = placeOf(world, user, message.place)
  const feedback = JSON.stringify({ feedbackText: words })
  const value = { actionName: 'feedback', actionValue: { reaction, feedback } }
  const fields = { type: 'invoke', name: 'message/submitAction', value, replyToId: message.id }
  return delivery.send(buildInbound(world, { user, place, thread: message.thread }, fields))
}
