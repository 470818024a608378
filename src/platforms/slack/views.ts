import type { ModalView } from '@slack/types'
import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { modalBlocks, modalTitle } from './modal-blocks.ts'
import { plainText } from './slack-text.ts'

/** What a dialog is called and carries; `submit` where something can be sent from it. */
export type ViewFrame = {
  readonly title: string
  readonly callback: string
  readonly submit?: string
  /** Given back with whatever is done in it; nothing that decides what somebody may do. */
  readonly metadata?: string
  /** Whether it is told that it was closed. */
  readonly tellClose?: boolean
}

/** A dialog of these blocks. */
export function modalView(frame: ViewFrame, blocks: ModalView['blocks'], language: 'ja' | 'en'): ModalView {
  const { faces } = sayIn({ language })
  return {
    type: 'modal',
    callback_id: frame.callback,
    title: plainText(modalTitle(frame.title)),
    ...(frame.submit === undefined ? {} : { submit: plainText(modalTitle(frame.submit)) }),
    close: plainText(modalTitle(faces.close)),
    private_metadata: frame.metadata ?? '',
    notify_on_close: frame.tellClose ?? false,
    blocks,
  }
}

/** A message as a dialog. */
export function messageView(frame: ViewFrame, message: Message): ModalView {
  const language = message.language ?? 'ja'
  return modalView(frame, modalBlocks(message, { language }).blocks, language)
}

/** What stands in a dialog while something takes longer. */
export function waitingView(title: string, language: 'ja' | 'en'): ModalView {
  const { faces } = sayIn({ language })
  return modalView({ title, callback: 'waiting' }, [{ type: 'section', text: plainText(faces.working) }], language)
}
