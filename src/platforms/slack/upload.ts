import type { MadeFile } from '../made-file.ts'
import { type Call, SlackBusy, SlackRefusal } from './slack-web.ts'

/** Milliseconds that one file may take. */
const patience = 60_000

/**
 * Sends files into a channel or a thread, as one message: all of them, or none.
 * @throws SlackRefusal, SlackBusy, and where it may or may not be there
 */
export async function uploadFiles(
  call: Call,
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  files: readonly MadeFile[],
): Promise<void> {
  const uploaded: { readonly id: string; readonly title: string }[] = []
  for (const { name, bytes } of files) {
    const { upload_url: url = '', file_id: id = '' } = await call('files.getUploadURLExternal', {
      filename: name,
      length: bytes.length,
    })
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(patience),
    })
    await response.arrayBuffer()
    if (!response.ok) throw Object.assign(new Error('a file was not taken'), { code: `http-${response.status}` })
    uploaded.push({ id, title: name })
  }
  const [first, ...more] = uploaded
  if (first === undefined) return
  const at = { channel_id: channel, ...(thread === undefined ? {} : { thread_ts: thread }) }
  try {
    await call('files.completeUploadExternal', { files: [first, ...more], ...at })
  } catch (error) {
    if (error instanceof SlackRefusal || error instanceof SlackBusy) throw error
    // The answer was lost: they may be there all the same.
    const { file } = await call('files.info', { file: first.id })
    if ([file?.channels, file?.groups, file?.ims].every((rooms) => (rooms ?? []).length === 0)) throw error
  }
}
