import * as z from 'zod'
import { Call, standing } from '../opinions/call.ts'
import { InquiryReturn } from '../opinions/take-inquiry.ts'
import { InquiryOrder } from '../opinions/write-inquiries.ts'

const call = z.union([z.literal(standing), Call.shape.id]).nullable()

/** What the secretariat does with inquiries to divisions (庁内照会). `show` is for writing the files of one again. */
export const InquiryAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('write'), input: InquiryOrder }),
  z.strictObject({ do: z.literal('take'), input: InquiryReturn }),
  z.strictObject({ do: z.literal('remind'), call }),
  z.strictObject({ do: z.literal('list'), call }),
  z.strictObject({ do: z.literal('show'), inquiry: z.string().max(50) }),
])
export type InquiryAct = z.infer<typeof InquiryAct>
