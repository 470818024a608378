import * as z from 'zod'

/** What the secretariat does with looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表). */
export const ReleaseAct = z.discriminatedUnion('do', [z.strictObject({ do: z.literal('list') })])
export type ReleaseAct = z.infer<typeof ReleaseAct>
