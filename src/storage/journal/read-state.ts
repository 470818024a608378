import { readFile } from 'node:fs/promises'
import { journalPath, listFiles } from './files.ts'
import { parseLines } from './line.ts'
import { parseBatch } from './read-journals.ts'
import { readSnapshot } from './snapshot.ts'
import { State } from './state.ts'

/** What lives in a folder that nobody writes to, which is verified by itself. @throws Fault `journal-damaged` */
export async function readState(folder: string): Promise<State> {
  const { snapshot, journals } = await listFiles(folder)
  const { records } = await readSnapshot(folder, snapshot)
  const state = new State(records, [])
  for (const first of journals) {
    const path = journalPath(folder, first)
    const { values } = parseLines(await readFile(path))
    for (const entry of values.flatMap((value) => parseBatch(path, value))) state.apply(entry)
  }
  return state
}
