import type { InquiryTold } from './inquiry-acts.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on inquiries to divisions (庁内照会), in words. */
export async function inquiryBlocks(told: InquiryTold, view: View): Promise<readonly Block[]> {
  const { inquiry } = sayIn(view)
  switch (told.kind) {
    case 'inquiry-listed':
      return texts(inquiry.lead)
    case 'refused':
      return texts(inquiry.refused[told.why])
  }
}
