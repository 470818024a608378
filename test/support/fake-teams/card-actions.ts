import { z } from 'zod'

const Words = z.string().regex(/\S/, 'no words')
const shared = {
  id: z.string().min(1).exactOptional(),
  title: Words,
  tooltip: Words.exactOptional(),
  iconUrl: z.url({ protocol: /^https$/ }).exactOptional(),
  isEnabled: z.boolean().exactOptional(),
  style: z.enum(['default', 'positive', 'destructive']).exactOptional(),
  mode: z.enum(['primary', 'secondary']).exactOptional(),
}
const sent = { associatedInputs: z.enum(['auto', 'none']).exactOptional() }

/** What Teams itself does with a Submit (Microsoft Learn, "Card actions"). */
const TeamsAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('task/fetch') }),
  z.strictObject({
    type: z.literal('messageBack'),
    text: z.string().exactOptional(),
    displayText: z.string().exactOptional(),
    value: z.unknown().optional(),
  }),
  z.strictObject({ type: z.literal('imBack'), value: Words }),
])

const Submit = z.strictObject({
  type: z.literal('Action.Submit'),
  ...shared,
  ...sent,
  data: z.looseObject({ msteams: TeamsAct.exactOptional() }).exactOptional(),
})
const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  ...shared,
  ...sent,
  verb: z.string().min(1),
  data: z.record(z.string(), z.unknown()).exactOptional(),
})
/** An action that opens an address. */
export const OpenUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  ...shared,
  title: Words.exactOptional(),
  url: z.url({ protocol: /^https?$/ }),
})

/** What a person may press anywhere in a card. */
export const Action = z.discriminatedUnion('type', [Submit, Execute, OpenUrl])

/** The action by which a card renews itself when one of up to 60 people sees it. */
export const Refresh = z.strictObject({
  action: Execute.extend({ title: Words.exactOptional() }),
  userIds: z.array(z.string().startsWith('29:')).min(1).max(60).exactOptional(),
  expires: z.iso.datetime({ offset: true }).exactOptional(),
})
