import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { openJournal } from '../src/storage/journal/open-journal.ts'

/** A submission of about 1 kB. */
export type Submission = { readonly id: string; readonly member: string; readonly text: string }

/** Something that keeps submissions. `write` returns when the submission is on disk, as far as the engine cares. */
export type Engine = {
  readonly name: string
  readonly write: (submission: Submission) => Promise<void>
  /** Many at once, as fast as it can. */
  readonly fill: (submissions: readonly Submission[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** The least that an acknowledgement can cost: the bytes appended to a file, then fdatasync. */
export async function openBare(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, 'bare'), 'a')
  return {
    name: 'bare fdatasync',
    async write(submission) {
      writeSync(file, `${JSON.stringify(submission)}\n`)
      fdatasyncSync(file)
    },
    async fill() {},
    async close() {
      closeSync(file)
    },
  }
}

export async function openOurs(folder: string): Promise<Engine> {
  const store = await openJournal(join(folder, 'ours'), { clock: Date })
  const write = async (submission: Submission) => {
    const key = { committee: 'bench', collection: 'submissions', id: submission.id }
    await store.commit([{ kind: 'put', key, value: submission }], { expected: [{ key, version: 0 }] })
  }
  return {
    name: 'ours',
    write,
    async fill(submissions) {
      for (let from = 0; from < submissions.length; from += 1000) {
        await Promise.all(submissions.slice(from, from + 1000).map(write))
      }
      await store.compact()
    },
    close: () => store.close(),
  }
}

/** node:sqlite with a write-ahead log that is synced at every commit. */
export async function openSqlite(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'submissions.sqlite'))
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec('CREATE TABLE IF NOT EXISTS submissions (id TEXT PRIMARY KEY, value TEXT NOT NULL)')
  const insert = db.prepare('INSERT INTO submissions VALUES (?, ?)')
  const write = async (submission: Submission) => void insert.run(submission.id, JSON.stringify(submission))
  return {
    name: 'node:sqlite WAL/FULL',
    write,
    async fill(submissions) {
      db.exec('BEGIN')
      for (const submission of submissions) await write(submission)
      db.exec('COMMIT')
    },
    async close() {
      db.close()
    },
  }
}

/** lowdb with its own adapter: the whole file at every write, never synced. */
export async function openLowdb(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true })
  const db = new Low<Submission[]>(new JSONFile(join(folder, 'lowdb.json')), [])
  await db.read()
  return {
    name: 'lowdb as it comes',
    async write(submission) {
      db.data.push(submission)
      await db.write()
    },
    async fill(submissions) {
      for (const submission of submissions) db.data.push(submission)
      await db.write()
    },
    async close() {},
  }
}
