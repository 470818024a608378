import * as z from 'zod'
import { TableAssignment } from '../opinions/assign-from-table.ts'
import { ItemAssignment } from '../opinions/assign-items.ts'
import { ResponseCheck } from '../opinions/check-response.ts'
import { Day } from '../opinions/day.ts'
import { ItemDisposal } from '../opinions/dispose-items.ts'
import { line, prose } from '../opinions/form-text.ts'
import { ItemGroup } from '../opinions/group-items.ts'
import { ItemJoin } from '../opinions/join-items.ts'
import { DivisionNames } from '../opinions/name-divisions.ts'
import { ItemNote } from '../opinions/note-item.ts'
import type { QueueStep } from '../opinions/queue-step.ts'
import { Target } from '../opinions/queue-target.ts'
import { ItemResponse } from '../opinions/respond-item.ts'
import { ItemDue } from '../opinions/set-due.ts'
import { ItemSplit } from '../opinions/split-item.ts'
import type { SubmissionState } from '../opinions/submission-state.ts'

/** Steps of items and states of submissions; what is erased has no items. */
export const listedStates = [
  'new',
  'to-answer',
  'inquired',
  'to-check',
  'checked',
  'no-answer',
  'together',
  'received',
  'asked',
  'considering',
  'answered',
  'published',
  'withdrawn',
] as const satisfies readonly (QueueStep | SubmissionState)[]

/** What is listed, as it was typed: a division or a project by number, id or words; null is any. */
const Listing = z.strictObject({
  do: z.literal('list'),
  call: z.string().max(50).nullable(),
  state: z.enum(listedStates).nullable(),
  division: line(200).nullable(),
  project: line(200).nullable(),
  disposition: z.enum(['answer', 'none', 'with', 'undecided']).nullable(),
  until: Day.nullable(),
  overdue: z.boolean(),
})

/**
 * What the secretariat does with the queue of items (項目): who answers what by when, and what is drafted. Items are named
 * however they are written; a receipt alone means its one item; the member is asked about the whole receipt. `charge` is a line of the table project -> division.
 */
export const QueueAct = z.discriminatedUnion('do', [
  Listing,
  z.strictObject({ do: z.literal('show'), about: z.string().max(100) }),
  z.strictObject({ do: z.literal('split'), input: ItemSplit }),
  z.strictObject({ do: z.literal('join'), input: ItemJoin }),
  z.strictObject({ do: z.literal('dispose'), input: ItemDisposal }),
  z.strictObject({ do: z.literal('group'), input: ItemGroup }),
  z.strictObject({ do: z.literal('assign'), input: ItemAssignment }),
  z.strictObject({ do: z.literal('assign-from-table'), input: TableAssignment }),
  z.strictObject({ do: z.literal('table') }),
  z.strictObject({ do: z.literal('charge'), project: line(200), divisions: DivisionNames }),
  z.strictObject({ do: z.literal('due'), input: ItemDue }),
  z.strictObject({ do: z.literal('note'), input: ItemNote }),
  z.strictObject({ do: z.literal('ask'), target: Target, text: prose(2000), until: Day.nullable() }),
  z.strictObject({ do: z.literal('respond'), input: ItemResponse }),
  z.strictObject({ do: z.literal('check'), input: ResponseCheck }),
  z.strictObject({ do: z.literal('suggest'), target: Target }),
])
export type QueueAct = z.infer<typeof QueueAct>
export type QueueListing = z.infer<typeof Listing>
