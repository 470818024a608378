import type { Pace } from '../post-pace.ts'

/**
 * What Teams refuses or shows in part beyond, in characters (UTF-16 units) or in number. Sources are pages of
 * learn.microsoft.com/microsoftteams/platform unless another is named; what is ours says so.
 */
export const limits = {
  /**
   * UTF-16 units of an activity's JSON. The page on formatting bot messages counts the whole payload in UTF-16, today up to
   * 100 KB, but 40 KB before, and 28 KB where other ways lead into a chat (incoming webhooks): 28 KB is safe in all of them.
   */
  activity: (28 * 1024) / 2,
  /** The newest schema of Adaptive Cards that all clients show (task-modules-and-cards/cards/cards-reference). */
  cardVersion: '1.5',
  /** Actions in a row that stay buttons; more go behind "…" (cards/cards-reference, "up to six primary actions"). */
  actions: 6,
  /** A button's title: ours, as Teams states none and shows a longer one in part on a phone. */
  buttonTitle: 60,
  /** What is said of a button where it is pointed at: ours. */
  tooltip: 200,
  /** What one field of a form holds: ours. An opinion's is as long as it can be shown again in a dialog, word for word. */
  field: 6000,
  text: 3000,
  /** The title of a choice or a field: ours, as much as a list shows in one line of a wide dialog. */
  choiceTitle: 120,
  /** The JSON of what a button sends back: ours, so that six of them leave room for what they are about. */
  data: 1500,
  /** The JSON of what one of the secretariat's dialogs sends back of what it is about, which may be all items of an opinion: ours. */
  deskData: 4000,
  /** Citations of one message, and the texts of each (bots/how-to/bot-messages-ai-generated-content). */
  citations: 20,
  citationName: 80,
  citationAbstract: 160,
  /** What stands in a notification in place of a card: ours, as Teams shows about as much. */
  summary: 200,
  /** The title of a dialog, as in the manifest's taskInfo (schema 1.22). */
  dialogTitle: 64,
} as const

/**
 * What an activity of ours holds at most: 4 KB stay free for what the SDK adds when it is sent (conversation, sender, recipient,
 * addresses), and for buttons that a caller adds.
 */
export const activityRoom = limits.activity - 2048

/** The JSON of one text in a card: a long text is parted into several, of which an activity holds some. */
export const textRoom = 4000

/**
 * How fast is posted to a conversation, with all its threads, and in all of a tenant (source: the page on rate limiting of bots).
 * Teams takes 7 posts in one second, 8 in two and 60 in thirty, and 50 a second in a tenant; in no such span do these come to more.
 */
export const teamsPace = {
  conversation: { interval: 550, burst: 5 },
  tenant: { interval: 40, burst: 20 },
} as const satisfies Readonly<Record<string, Pace>>
