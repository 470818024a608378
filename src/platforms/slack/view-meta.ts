import { randomUUID } from 'node:crypto'
import * as z from 'zod'

/**
 * What a dialog carries: nothing of it decides what somebody may do. `key` is another at every step, so that a step that is
 * sent twice is one; `draft` and `edits` are what its form fills in, `about` is what it is about, and `asks` what its one field is for. `seen` is what the draft said when it was shown. `cut`: its text was cut inside a line between the two fields.
 */
const Meta = z.object({
  key: z.string(),
  draft: z.string().optional(),
  edits: z.string().optional(),
  about: z.string().optional(),
  asks: z.enum(['reply', 'proof', 'claim', 'ask']).optional(),
  cut: z.literal(true).optional(),
  seen: z.string().optional(),
})
export type Meta = z.infer<typeof Meta>

export function writeMeta(meta: Omit<Meta, 'key'>): string {
  return JSON.stringify({ key: randomUUID(), ...meta })
}

/** What is not ours is as if it carried nothing. */
export function readMeta(text: string): Meta {
  try {
    return Meta.parse(JSON.parse(text))
  } catch {
    return { key: '' }
  }
}
