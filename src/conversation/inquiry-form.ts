import * as z from 'zod'

/** What the secretariat does with inquiries to divisions (庁内照会). */
export const InquiryAct = z.discriminatedUnion('do', [z.strictObject({ do: z.literal('list') })])
export type InquiryAct = z.infer<typeof InquiryAct>
