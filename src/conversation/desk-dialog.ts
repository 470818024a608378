import * as z from 'zod'
import { Target } from '../opinions/queue-target.ts'
import { InquiryOrder } from '../opinions/write-inquiries.ts'
import { type DeskAct, dialogsJa } from './messages/dialogs-ja.ts'
import type { Block } from './reply.ts'

/** Items that can be worked on at once; more would not fit in what a face gives back. */
export const mostTogether = 60

const acts = Object.keys(dialogsJa.act) as [DeskAct, ...DeskAct[]]

/**
 * What a form of the secretariat's is about; a face gives it back with what was filled in. `seen` and `response` are the
 * versions that were shown, `all` the same of every item: of two people at once one comes too late. `file` is where the platform reads a dropped file again;
 * `order` is what was filled in and is shown before it is carried out. It decides nothing about who may do what.
 */
export const About = z.strictObject({
  act: z.enum(acts),
  receipt: z.string().max(50).optional(),
  item: z.string().max(50).optional(),
  seen: z.int().min(0).optional(),
  all: z.array(Target).max(mostTogether).optional(),
  response: z.int().min(1).optional(),
  account: z.string().max(200).optional(),
  file: z.string().max(200).optional(),
  order: InquiryOrder.optional(),
})
export type About = z.infer<typeof About>

export type Option = { readonly value: string; readonly label: string }

/** A field to be filled in; `most` are UTF-16 units. A search looks among the records as somebody types. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
} & (
  | { readonly kind: 'text'; readonly most: number; readonly lines?: boolean; readonly initial?: string }
  | { readonly kind: 'day'; readonly initial?: string }
  | { readonly kind: 'choice' | 'radio'; readonly options: readonly Option[]; readonly initial?: string }
  | { readonly kind: 'choices' | 'boxes'; readonly options: readonly Option[]; readonly initial?: readonly string[] }
  | { readonly kind: 'search' | 'searches'; readonly of: Sought; readonly initial?: readonly Option[] }
)

/** What a search looks for: items of the same call, people of the roster, divisions of the year. */
export type Sought = 'items' | 'people' | 'divisions'

/**
 * A form of the secretariat's, as every face with forms shows it: what is to be read, then what is to be filled in. Without
 * `submit` there is nothing to send. `items` are those that it can be about instead.
 */
export type DeskDialog = {
  readonly about: About
  readonly title: string
  readonly submit: string | null
  readonly blocks: readonly Block[]
  readonly fields: readonly Field[]
  readonly items: readonly Option[]
}

/** What was filled in, by field; a field that takes one thing has one or none. */
export type Values = Readonly<Record<string, readonly string[]>>

/** What is wrong with a field. */
export type Fault = { readonly field: string; readonly says: string }
