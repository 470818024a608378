import * as z from 'zod'
import { Publishing } from '../opinions/publish.ts'
import { ReleasedCall } from '../opinions/releases.ts'
import { ProofRound } from '../opinions/send-proofs.ts'
import { PrintText } from '../opinions/set-print.ts'
import { Sharing } from '../opinions/share.ts'
import { ReleaseUndo } from '../opinions/undo-release.ts'

/** What the secretariat does with looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表). */
export const ReleaseAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('print'), ...PrintText.shape }),
  z.strictObject({ do: z.literal('check'), ...ProofRound.shape }),
  z.strictObject({ do: z.literal('share'), ...Sharing.shape }),
  z.strictObject({ do: z.literal('publish'), ...Publishing.shape }),
  z.strictObject({ do: z.literal('undo'), ...ReleaseUndo.shape }),
  z.strictObject({ do: z.literal('show'), call: ReleasedCall.nullable() }),
])
export type ReleaseAct = z.infer<typeof ReleaseAct>
