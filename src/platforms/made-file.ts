import type { Message } from '../conversation/reply.ts'

/** A file to be sent. */
export type MadeFile = { readonly name: string; readonly bytes: Uint8Array }

/** Makes the files that go with a message. */
export type MakeFiles = (message: Message) => Promise<readonly MadeFile[]>
