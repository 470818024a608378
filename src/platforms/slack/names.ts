/** What the manifest and the code call the same thing: Slack sends these names back as they stand in the manifest. */
export const slashCommands = { ask: '/kondankai', opinion: '/iken' } as const

/** The callback ids of the shortcuts: one from anywhere, one on a message. */
export const shortcuts = { opinion: 'opinion', opinionFromMessage: 'opinion_from_message' } as const

/** The callback ids of the dialogs in which something is sent. */
export const callbacks = {
  opinion: 'opinion-form',
  confirm: 'opinion-confirm',
  text: 'text-form',
  shown: 'shown',
} as const
