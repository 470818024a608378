import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Committee, ReviewedDocument } from '../../src/record/schema.ts'

/** The folder of the first committee. */
export const sapporo = join(import.meta.dirname, '../../data/sapporo-vision')

/** Where the first committee's only document stands in its folder. */
export const annexFile = 'record/2024-2-annex.json'

/** The files of a committee's folder that hold JSON, and what they hold. */
type Files = {
  'committee.json': Committee
  'record/words.json': { words: { word: string; alsoCalled: string[] }[] }
  [annexFile]: ReviewedDocument
}

/** A copy of a committee's folder that may be damaged; it is removed when the test lets go of it. */
export class RecordFolder {
  readonly directory = mkdtempSync(join(tmpdir(), 'kondankai-record-'))

  constructor() {
    cpSync(sapporo, this.directory, { recursive: true })
  }

  path(file: string): string {
    return join(this.directory, file)
  }

  edit<F extends keyof Files>(file: F, change: (content: Files[F]) => void): void {
    const content = JSON.parse(readFileSync(this.path(file), 'utf8'))
    change(content)
    writeFileSync(this.path(file), JSON.stringify(content))
  }

  /** Takes any content, also such as no schema allows. */
  write(file: string, content: unknown): void {
    mkdirSync(dirname(this.path(file)), { recursive: true })
    writeFileSync(this.path(file), typeof content === 'string' ? content : JSON.stringify(content))
  }

  read(file: string): unknown {
    return JSON.parse(readFileSync(this.path(file), 'utf8'))
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true })
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}
