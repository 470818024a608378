import type { HomeView, ModalView } from '@slack/types'
import { z } from 'zod'
import { blocks } from './block-schemas.ts'
import type { Fitting } from './fitting.ts'
import { plainText } from './text-schemas.ts'

const any = {
  private_metadata: z.string().max(3000).exactOptional(),
  callback_id: z.string().min(1).max(255).exactOptional(),
  external_id: z.string().min(1).max(255).exactOptional(),
}

/** A modal with Slack's limits: input blocks need a button that submits them. */
export const Modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).exactOptional(),
    close: plainText(24).exactOptional(),
    clear_on_close: z.boolean().exactOptional(),
    notify_on_close: z.boolean().exactOptional(),
    blocks: blocks('modal'),
    ...any,
  })
  .refine(({ submit, blocks: list }) => submit !== undefined || list.every(({ type }) => type !== 'input'), {
    path: ['submit'],
    message: 'a modal with input blocks needs submit',
  })
  .refine((view) => JSON.stringify(view).length <= 250_000, { message: 'view_too_large' })

/** The Home tab; it has no title and no buttons of its own. */
export const Home = z
  .strictObject({ type: z.literal('home'), blocks: blocks('home'), ...any })
  .refine((view) => JSON.stringify(view).length <= 250_000, { message: 'view_too_large' })

export const View = z.discriminatedUnion('type', [Modal, Home])
export type View = Fitting<z.infer<typeof View>, ModalView | HomeView>
