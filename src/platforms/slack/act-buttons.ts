import type { Button, RichTextElement } from '@slack/types'
import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { messageActs } from '../message-acts.ts'
import { buttonPieces } from './choice-pieces.ts'
import { clipLabel } from './clip-label.ts'
import { limits, postLimits } from './limits.ts'
import type { SlackPost } from './message-posts.ts'
import type { Piece } from './piece.ts'
import { refOf } from './post-ref.ts'
import { escapeText, plainText } from './slack-text.ts'

/** What the actions of the secretariat's buttons begin with. */
export const deskAction = 'desk:'

/**
 * The secretariat's acts under the message of a submission, under an account that waits to be confirmed, under a file that can
 * be taken in, and in the menu. What a button carries says what it is about, and nothing of who may press it.
 */
export function actButtons(message: Message, posts: readonly SlackPost[]): readonly SlackPost[] {
  const last = posts.at(-1)
  const pieces = [...linkPieces(message), ...buttonPieces(buttonsOf(message))]
  if (pieces.length === 0 || last === undefined) return posts
  const text = [last.text, ...pieces.map((piece) => escapeText(piece.text))].join('\n')
  const blocks = pieces.map(({ block }, at) => ({ ...block, block_id: `desk:${at}` }))
  const whole = text.length <= postLimits.text ? text : last.text
  return [...posts.slice(0, -1), { text: whole, blocks: [...last.blocks, ...blocks] }]
}

/** Links to the cards of what is named: made of our own posts, never of what somebody wrote. */
function linkPieces({ cards = [], language = 'ja' }: Message): readonly Piece[] {
  if (cards.length === 0) return []
  const lead = sayIn({ language }).dialogs.cards
  const links = cards.flatMap(({ about, ref }, at): RichTextElement[] => {
    const { channel, posts } = refOf(ref)
    const url = `https://slack.com/archives/${channel}/p${(posts[0] ?? '').replace('.', '')}`
    return [...(at === 0 ? [] : [{ type: 'text', text: '　' } as const]), { type: 'link', url, text: about }]
  })
  const text = `${lead}${cards.map(({ about }) => about).join('　')}`
  const elements: RichTextElement[] = [{ type: 'text', text: lead }, ...links]
  return [{ text, block: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] } }]
}

function buttonsOf(message: Message): readonly Button[] {
  const { act: labels } = sayIn({ language: message.language ?? 'ja' }).dialogs
  return messageActs(message).map((about) => ({
    ...({ type: 'button', action_id: `${deskAction}${about.act}`, value: JSON.stringify(about) } as const),
    text: plainText(clipLabel(labels[about.act], limits.buttonText)),
  }))
}
