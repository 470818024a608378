import { z } from 'zod'
import { Mention } from './card-schemas.ts'

const usageInfo = z.strictObject({
  type: z.literal('https://schema.org/Message'),
  '@type': z.literal('CreativeWork'),
  '@id': z.string().exactOptional(),
  name: z.string().min(1),
  description: z.string().exactOptional(),
})

/** One source of an answer: it says too little to be the evidence itself. */
const Claim = z.strictObject({
  '@type': z.literal('Claim'),
  position: z.int().min(1).max(20),
  appearance: z.strictObject({
    '@type': z.literal('DigitalDocument'),
    name: z.string().regex(/\S/).max(80),
    abstract: z.string().regex(/\S/).max(160),
    text: z.string().exactOptional(),
    url: z.url({ protocol: /^https?$/ }).exactOptional(),
    encodingFormat: z.string().exactOptional(),
    keywords: z.array(z.string().max(28)).max(3).exactOptional(),
    image: z.strictObject({ '@type': z.literal('ImageObject'), name: z.string().min(1) }).exactOptional(),
    usageInfo: usageInfo.exactOptional(),
  }),
})

/** The root entity of the label "AI generated" and of citations (Microsoft Learn, "Bot messages with AI"). */
const AiMessage = z.strictObject({
  type: z.literal('https://schema.org/Message'),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.string().exactOptional(),
  additionalType: z.array(z.literal('AIGeneratedContent')).max(1).exactOptional(),
  citation: z.array(Claim).min(1).max(20).exactOptional(),
  usageInfo: usageInfo.exactOptional(),
})

/** A step of a streamed answer (Microsoft Learn, "Stream bot messages"). */
const StreamInfo = z.discriminatedUnion('streamType', [
  z.strictObject({
    type: z.literal('streaminfo'),
    streamType: z.enum(['informative', 'streaming']),
    streamId: z.string().min(1).exactOptional(),
    streamSequence: z.int().min(1),
  }),
  z.strictObject({ type: z.literal('streaminfo'), streamType: z.literal('final'), streamId: z.string().min(1) }),
])
export type StreamInfo = z.infer<typeof StreamInfo>

/** The entities that Teams reads in what a bot sends. */
export const OutgoingEntity = z.union([Mention, AiMessage, StreamInfo])
