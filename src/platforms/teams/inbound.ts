import * as z from 'zod'

/** Ids are stored, and no store keeps halves of characters and zeros. */
const id = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\0\p{Cs}]*$/u)
const text = z.string().max(100_000)

/** Who did something; `aadObjectId` is the directory's, `id` Teams' own. */
const Person = z.object({ id, aadObjectId: id.optional(), name: z.string().max(1000).optional() })

/** Of whatever is delivered, what must be right before anything else of it is read: where it comes from, and whom it is meant for. */
export const Addressed = z.object({
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  recipient: z.object({ id }),
  conversation: z.object({ tenantId: id.optional() }),
  channelData: z.object({ tenant: z.object({ id }).optional() }).nullish(),
})
export type Addressed = z.infer<typeof Addressed>

/** A file that somebody has given to the bot. */
const Attachment = z.object({
  contentType: z.string().optional(),
  name: z.string().nullish(),
  content: z
    .object({ downloadUrl: z.url().max(4000) })
    .optional()
    .catch(undefined),
})

/** What Teams delivers, as far as the bot acts on it (source: the Bot Framework's activity schema). */
export const Inbound = z.object({
  type: z.string().max(50),
  id: id.optional(),
  name: z.string().max(100).optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  from: Person,
  recipient: Person.optional(),
  conversation: z.object({
    id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional(),
    tenantId: id.optional(),
  }),
  text: text.nullish(),
  locale: z.string().max(30).nullish(),
  replyToId: id.nullish(),
  value: z.unknown().optional(),
  entities: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().max(1000).optional(),
        mentioned: z.object({ id: z.string() }).optional(),
      }),
    )
    .optional(),
  /** What is no file that can be fetched is left as it is: pictures, cards, the text once more. */
  attachments: z.array(Attachment).nullish().catch(null),
  /** Of an installationUpdate: `add`, `remove`. */
  action: z.string().max(50).optional(),
  membersAdded: z.array(z.object({ id })).optional(),
  membersRemoved: z.array(z.object({ id })).optional(),
  channelData: z
    .looseObject({
      tenant: z.object({ id }).optional(),
      team: z.object({ id }).optional(),
      channel: z.object({ id }).optional(),
    })
    .nullish(),
})
export type Inbound = z.infer<typeof Inbound>

/** The tenant in which it was done; undefined where nothing says so. */
export function tenantOf({
  conversation,
  channelData,
}: Pick<Addressed, 'conversation' | 'channelData'>): string | undefined {
  return conversation.tenantId ?? channelData?.tenant?.id
}
