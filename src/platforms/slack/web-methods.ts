/**
 * The Web API methods that are called, each with the scopes of the bot's token that it needs (source: the methods' pages at
 * docs.slack.dev). Histories need the scope of the kind of conversation they are read in.
 */
export const webMethods = {
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history', 'channels:history', 'groups:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history', 'channels:history', 'groups:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type WebMethod = keyof typeof webMethods
