import * as z from 'zod'
import { AccountConfirmation } from '../opinions/accounts.ts'
import { MemberQuestion } from '../opinions/ask-member.ts'
import { Closing, Extension } from '../opinions/change-call.ts'
import { SubmissionErasure } from '../opinions/erase.ts'
import { MemberErasure } from '../opinions/erase-member.ts'
import { HandOver } from '../opinions/hand-over.ts'
import { RosterFile } from '../opinions/import-roster.ts'
import { NewCall } from '../opinions/open-call.ts'

/**
 * What the secretariat does and looks at, with its fields. An import that is not accepted says what it would change. The
 * member of an erasure may be named as well as given by id.
 */
export const OfficeForm = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('open-call'), input: NewCall }),
  z.strictObject({ name: z.literal('extend-call'), input: Extension }),
  z.strictObject({ name: z.literal('close-call'), input: Closing }),
  z.strictObject({ name: z.literal('list-calls') }),
  z.strictObject({ name: z.literal('show-call'), call: z.string() }),
  z.strictObject({ name: z.literal('import-roster'), file: RosterFile, accept: z.boolean() }),
  z.strictObject({ name: z.literal('list-roster') }),
  z.strictObject({ name: z.literal('confirm-account'), input: AccountConfirmation }),
  z.strictObject({ name: z.literal('hand-over'), input: HandOver }),
  z.strictObject({ name: z.literal('ask-member'), input: MemberQuestion }),
  z.strictObject({ name: z.literal('erase-submission'), input: SubmissionErasure }),
  z.strictObject({ name: z.literal('erase-member'), input: MemberErasure }),
  z.strictObject({ name: z.literal('list-erasures') }),
  z.strictObject({ name: z.literal('list-undelivered') }),
])
export type OfficeForm = z.infer<typeof OfficeForm>
