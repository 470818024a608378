import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import type { MadeFile } from '../made-file.ts'

/** A message that asks whether a file may be put into somebody's own folder, or that shows one that is there (bots/how-to/bots-filesv4). */
export type FileActivity = {
  readonly type: 'message'
  readonly summary: string
  readonly attachments: readonly [ConsentAttachment | FileAttachment]
}
type ConsentAttachment = {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.consent'
  readonly name: string
  readonly content: {
    readonly description: string
    readonly sizeInBytes: number
    readonly acceptContext: { readonly file: string }
    readonly declineContext: { readonly file: string }
  }
}
type FileAttachment = {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.info'
  readonly name: string
  readonly contentUrl: string
  readonly content: { readonly uniqueId: string; readonly fileType: string }
}

/** Asks whether a file may be handed over; `id` is under what the bot holds it. */
export function consentActivity(id: string, { name, bytes }: MadeFile, language: Language): FileActivity {
  const description = sayIn({ language }).faces.fileOffered(name)
  const content = {
    ...{ description, sizeInBytes: bytes.length },
    ...{ acceptContext: { file: id }, declineContext: { file: id } },
  }
  const contentType = 'application/vnd.microsoft.teams.card.file.consent'
  return { type: 'message', summary: description, attachments: [{ contentType, name, content }] }
}

/** Shows a file that was handed over. */
export function fileActivity(
  name: string,
  { contentUrl, uniqueId, fileType }: FileAttachment['content'] & { readonly contentUrl: string },
): FileActivity {
  const contentType = 'application/vnd.microsoft.teams.card.file.info'
  return {
    ...{ type: 'message', summary: name },
    attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }],
  }
}
