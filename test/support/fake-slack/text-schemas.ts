import { z } from 'zod'

/** Plain text of 1 to `max` characters. */
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().exactOptional(),
  })
}

/** Text with Slack's marks, of 1 to `max` characters. */
function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().exactOptional(),
  })
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])
}

/** The dialog that asks before an element acts (docs.slack.dev, confirmation dialog object). */
export const Confirm = z.strictObject({
  title: plainText(100).exactOptional(),
  text: anyText(300),
  confirm: plainText(30).exactOptional(),
  deny: plainText(30).exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
})

/** An option of a select: its text, and the value that comes back. */
export const SelectOption = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).exactOptional(),
})
export type SelectOption = z.infer<typeof SelectOption>

/** An option of radio buttons or checkboxes, which may be marked up. */
export const MarkedOption = z.union([SelectOption, SelectOption.extend({ text: mrkdwn(75) })])

/** What an options endpoint answers for an external select: at most 100 options, or 100 groups of them. */
export const OptionsAnswer = z.union([
  z.strictObject({ options: z.array(SelectOption).max(100) }),
  z.strictObject({
    option_groups: z.array(z.strictObject({ label: plainText(75), options: z.array(SelectOption).max(100) })).max(100),
  }),
])
