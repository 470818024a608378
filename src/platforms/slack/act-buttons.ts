import type { Message } from '../../conversation/reply.ts'
import type { SlackPost } from './message-posts.ts'

/** The secretariat's acts under the message of a submission, and under an account that waits to be confirmed. */
export function actButtons(_message: Message, posts: readonly SlackPost[]): readonly SlackPost[] {
  return posts
}
