import { z } from 'zod'
import { OutgoingEntity } from './entity-schemas.ts'

const Account = z.strictObject({
  id: z.string().min(1),
  name: z.string().exactOptional(),
  aadObjectId: z.string().exactOptional(),
  role: z.string().exactOptional(),
})
const Conversation = z.strictObject({
  id: z.string().min(1),
  conversationType: z.enum(['personal', 'groupChat', 'channel']).exactOptional(),
  tenantId: z.string().exactOptional(),
  isGroup: z.boolean().exactOptional(),
  name: z.string().exactOptional(),
})

const AdaptiveAttachment = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.unknown(),
  name: z.string().exactOptional(),
})
/** The card by which a bot asks whether it may put a file into the person’s folder; 1:1 only. */
const FileConsent = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string().min(1),
  content: z.strictObject({
    description: z.string().exactOptional(),
    sizeInBytes: z.int().min(1),
    acceptContext: z.record(z.string(), z.unknown()),
    declineContext: z.record(z.string(), z.unknown()),
  }),
})
const FileInfo = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.info'),
  contentUrl: z.url(),
  name: z.string().min(1),
  content: z.strictObject({ uniqueId: z.string().min(1), fileType: z.string().min(1) }),
})

/** What Teams takes beside the text (Microsoft Learn: notifications, feedback, threads). */
const ChannelData = z.strictObject({
  notification: z.strictObject({ alert: z.boolean() }).exactOptional(),
  feedbackLoopEnabled: z.boolean().exactOptional(),
  feedbackLoop: z.strictObject({ type: z.enum(['default', 'custom']) }).exactOptional(),
  tenant: z.strictObject({ id: z.string() }).exactOptional(),
  channel: z.strictObject({ id: z.string() }).exactOptional(),
  team: z.strictObject({ id: z.string() }).exactOptional(),
})

/** Replies offered above the box where a person writes: only in a personal chat, beside text and cards. */
const SuggestedActions = z.strictObject({
  to: z.array(z.string()).exactOptional(),
  actions: z
    .array(z.strictObject({ type: z.literal('imBack'), title: z.string().regex(/\S/), value: z.string().regex(/\S/) }))
    .min(1)
    .max(6),
})

/** An activity that a bot sends, with every field that Teams has a use for, and no other. */
export const OutgoingActivity = z.strictObject({
  type: z.enum(['message', 'typing']),
  id: z.string().exactOptional(),
  timestamp: z.iso.datetime({ offset: true }).exactOptional(),
  localTimestamp: z.iso.datetime({ offset: true }).exactOptional(),
  localTimezone: z.string().exactOptional(),
  channelId: z.literal('msteams').exactOptional(),
  serviceUrl: z.string().exactOptional(),
  from: Account.exactOptional(),
  recipient: Account.exactOptional(),
  conversation: Conversation.exactOptional(),
  replyToId: z.string().exactOptional(),
  locale: z.string().exactOptional(),
  inputHint: z.enum(['acceptingInput', 'ignoringInput', 'expectingInput']).exactOptional(),
  text: z.string().exactOptional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).exactOptional(),
  summary: z.string().exactOptional(),
  speak: z.string().exactOptional(),
  importance: z.enum(['low', 'normal', 'high', 'urgent']).exactOptional(),
  attachmentLayout: z.enum(['list', 'carousel']).exactOptional(),
  attachments: z
    .array(z.discriminatedUnion('contentType', [AdaptiveAttachment, FileConsent, FileInfo]))
    .exactOptional(),
  entities: z.array(OutgoingEntity).exactOptional(),
  channelData: ChannelData.exactOptional(),
  suggestedActions: SuggestedActions.exactOptional(),
})
export type OutgoingActivity = z.infer<typeof OutgoingActivity>
