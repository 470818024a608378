import type { Pace } from '../post-pace.ts'

/**
 * What Slack refuses beyond, in characters or in number (source: docs.slack.dev/reference/block-kit and /reference/views,
 * the pages of each block, element and method). Characters are counted here as UTF-16 units of the escaped text, the
 * longest way to count them, as Slack does not say which is its own.
 */
export const limits = {
  /** Blocks of a message (docs.slack.dev/reference/block-kit/blocks). */
  messageBlocks: 50,
  /** Blocks of a modal or of the App Home. */
  viewBlocks: 100,
  /** A text object, and so the text of a section or a context. */
  text: 3000,
  header: 150,
  buttonText: 75,
  /** What a screen reader says for a button. */
  buttonAccessibilityLabel: 75,
  buttonValue: 2000,
  /** Options of a list, and of what an external list is answered with. */
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** Buttons of one actions block. */
  actionsElements: 25,
  /** Title, submit and close of a modal. */
  modalTitle: 24,
  privateMetadata: 3000,
  /** The dialog that asks before a button acts. */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** Beyond this, chat.postMessage cuts the top-level text. */
  postTextCut: 40_000,
  /** The top-level text "for best results" (chat.postMessage), and the most that chat.update takes. */
  postText: 4000,
} as const

/**
 * What a post of ours holds at most. Its top-level text repeats all that its blocks say, so that keeping that within 4,000
 * keeps the blocks far below the sum of about 11,000 at which Slack has answered msg_blocks_too_long (bolt-js issues 2509
 * and 2867); some blocks stay free for what a caller adds.
 */
export const postLimits = { blocks: 45, text: limits.postText } as const

/** How fast a channel may be posted to (source: about one post a second and channel). */
export const slackPace: Pace = { interval: 1000, burst: 2 }
