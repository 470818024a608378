import * as z from 'zod'
import { Day } from './day.ts'
import { OnBehalf, Subject, Vote } from './submission.ts'

/** Code points of an opinion at most. */
export const longestText = 10_000

/** Code points of a draft that are kept at most, so that what is too long to file is not lost either. */
export const longestDraft = 50_000

/** Milliseconds that a draft is kept after it was last touched: 30 days. */
const draftLife = 30 * 24 * 60 * 60 * 1000

/** Milliseconds of silence after which words are no longer taken for an answer to what was asked before: an hour. */
export const attention = 60 * 60 * 1000

/** The parts of a draft that can be asked for, in their order. */
const parts = ['member', 'means', 'day', 'call', 'vote', 'subject', 'text', 'name'] as const
export type Part = (typeof parts)[number]

/**
 * An opinion that is being written; record: the account that writes it. `id` is the same for all turns of one draft,
 * `conversation` is where it is written. `none` is 「意見なし」, which staff file on behalf.
 * `edits` is the submission that it is a new version of. `text` is complete when `textDone`; what comes next is added to
 * it, or replaces it (`replace`). `whole`: it is not to be split. `paused`: its writer has turned to something
 * else. `noted`: what may be worth a second look was shown.
 */
export const Draft = z.strictObject({
  id: z.string(),
  conversation: z.string(),
  none: z.boolean(),
  edits: z.strictObject({ receipt: z.string(), version: z.int() }).nullable(),
  onBehalf: z
    .strictObject({
      member: z.string().nullable(),
      means: OnBehalf.shape.means.nullable(),
      day: Day.nullable(),
      original: OnBehalf.shape.original,
    })
    .nullable(),
  call: z.string().nullable(),
  vote: Vote.nullable(),
  subject: Subject.nullable(),
  text: z.string(),
  textDone: z.boolean(),
  replace: z.boolean(),
  printName: z.boolean().nullable(),
  whole: z.boolean(),
  paused: z.boolean(),
  noted: z.boolean(),
  touched: z.number(),
})
export type Draft = z.infer<typeof Draft>

/** A draft in which nothing is written yet. */
export function newDraft(id: string, conversation: string, at: number): Draft {
  return {
    id,
    conversation,
    none: false,
    edits: null,
    onBehalf: null,
    call: null,
    vote: null,
    subject: null,
    text: '',
    textDone: false,
    replace: false,
    printName: null,
    whole: false,
    paused: false,
    noted: false,
    touched: at,
  }
}

/** What is to be asked for next, or null where the draft is ready to be confirmed. `approval`: its call asks for a vote. */
export function nextPart(draft: Draft, approval: boolean): Part | null {
  const { onBehalf } = draft
  const missing: Readonly<Record<Part, boolean>> = {
    member: onBehalf !== null && onBehalf.member === null,
    means: onBehalf !== null && onBehalf.means === null,
    day: onBehalf !== null && onBehalf.day === null,
    call: draft.call === null,
    vote: approval && draft.vote === null,
    subject: !draft.none && draft.subject === null,
    text: !draft.none && !draft.textDone,
    name: !draft.none && draft.printName === null,
  }
  return parts.find((part) => missing[part]) ?? null
}

/** Whether what its writer says now in a conversation is meant for the draft. */
export function isActive(draft: Draft, conversation: string, at: number): boolean {
  return !draft.paused && draft.conversation === conversation && at - draft.touched < attention
}

/** Whether a draft's life is over. */
export function isOver({ touched }: Draft, at: number): boolean {
  return at - touched > draftLife
}
