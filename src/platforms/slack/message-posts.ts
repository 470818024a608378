import type { KnownBlock } from '@slack/types'
import type { Message } from '../../conversation/reply.ts'
import type { Language } from '../../questions/normal-text.ts'
import { postLimits } from './limits.ts'
import { messageGroups } from './message-groups.ts'
import { type Group, joinPieces, type Piece } from './piece.ts'
import { escapedLength, escapeText } from './slack-text.ts'

/** One post: `text` says all that its blocks do, for notifications, screen readers and clients without blocks. */
export type SlackPost = { readonly text: string; readonly blocks: KnownBlock[] }

/**
 * A message as posts, in order: none for a message without blocks. What members and the record say is inert in them, and
 * nothing is cut; what can be done stands last in the last post. Ids of blocks and buttons are unique in the whole message.
 */
export function messagePosts(message: Message, { language }: { readonly language: Language }): readonly SlackPost[] {
  const { said, offered } = messageGroups(message, language)
  return packGroups(keepTogether(said, offered)).map((pieces) => ({
    text: escapeText(joinPieces(pieces)),
    blocks: pieces.map(({ block }) => block),
  }))
}

/** Where there is room, what can be done stands in one post with what it is about. */
function keepTogether(said: readonly Group[], offered: Group): readonly Group[] {
  const last = [...(said.at(-1) ?? []), ...offered]
  return fitsPost(last) ? [...said.slice(0, -1), last] : [...said, offered]
}

function packGroups(groups: readonly Group[]): readonly (readonly Piece[])[] {
  const posts: Piece[][] = []
  for (const group of groups) {
    for (const part of fitsPost(group) ? [group] : group.map((piece) => [piece])) {
      const last = posts.at(-1)
      if (last !== undefined && fitsPost([...last, ...part])) last.push(...part)
      else posts.push([...part])
    }
  }
  return posts.filter((pieces) => pieces.length > 0)
}

function fitsPost(pieces: readonly Piece[]): boolean {
  return pieces.length <= postLimits.blocks && escapedLength(joinPieces(pieces)) <= postLimits.text
}
