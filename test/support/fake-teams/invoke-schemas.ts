import { z } from 'zod'

const Words = z.string().regex(/\S/)
const size = z.union([z.int().min(16), z.enum(['small', 'medium', 'large'])])
const AdaptiveAttachment = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.unknown(),
})

/** What a dialog does next: shows a card, or says something and closes (Microsoft Learn, "Dialogs: invoke"). */
const Task = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('continue'),
    value: z.strictObject({
      title: Words,
      card: AdaptiveAttachment,
      height: size.exactOptional(),
      width: size.exactOptional(),
      completionBotId: z.string().exactOptional(),
    }),
  }),
  z.strictObject({ type: z.literal('message'), value: Words }),
])

/** The answer to task/fetch and composeExtension/fetchTask. */
export const Fetched = z.strictObject({ task: Task })
/** The answer to task/submit: nothing, `{}` or no task closes the dialog. */
export const Submitted = z.union([Fetched, z.strictObject({}), z.undefined()])
/** The answer to composeExtension/submitAction. */
export const ActionSubmitted = z.union([
  Submitted,
  z.strictObject({
    composeExtension: z.strictObject({
      type: z.enum(['result', 'message']),
      text: z.string().exactOptional(),
      attachmentLayout: z.enum(['list', 'grid']).exactOptional(),
      attachments: z.array(AdaptiveAttachment).exactOptional(),
    }),
  }),
])

/** The answer to adaptiveCard/action (Microsoft Learn, "Universal Actions: invoke response"). */
export const Executed = z.discriminatedUnion('type', [
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.unknown(),
  }),
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: Words,
  }),
  z.strictObject({
    statusCode: z.union([z.literal(400), z.literal(403), z.literal(412), z.literal(429), z.literal(500)]),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.strictObject({ code: Words, message: Words }),
  }),
])

/** The answer to application/search (Microsoft Learn, "Typeahead search in Adaptive Cards"). */
export const Searched = z.strictObject({
  statusCode: z.literal(200).exactOptional(),
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.strictObject({ results: z.array(z.strictObject({ title: Words, value: z.string().min(1) })).max(15) }),
})
