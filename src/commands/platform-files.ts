import type { Bot } from '../app.ts'
import type { TakenFile } from '../opinions/taken-file.ts'
import type { MakeFiles } from '../platforms/made-file.ts'
import { makeFiles } from './make-files.ts'

/** A division's file; the reader of workbooks is loaded only where there is one to read. */
export async function readDivisionFile(bytes: Uint8Array): Promise<TakenFile> {
  const { readInquiryFile } = await import('../documents/inquiry-rows.ts')
  return await readInquiryFile(bytes)
}

/** Makes the files that go with a platform's messages, once the bot is served. */
export function filesOf(served: () => Bot | undefined): MakeFiles {
  return async ({ files = [], language = 'ja' }) => {
    const bot = served()
    if (bot === undefined) throw new Error('a notice before the bot is served')
    const prepared = await bot.shelf.recordFor('everybody')
    return await makeFiles(files, { records: bot.desk.records, prepared, language })
  }
}
