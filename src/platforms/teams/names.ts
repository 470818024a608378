/** The ids of the message extension's commands: Teams sends them back as they stand in the manifest. */
export const extensionCommands = { opinion: 'opinion', opinionFromMessage: 'opinion-from-message' } as const
