import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock, Json, Key } from '../../src/ports.ts'
import { type Disk, realDisk } from '../../src/storage/journal/disk.ts'
import type { JournalStore } from '../../src/storage/journal/journal-store.ts'
import { type Options, openJournal } from '../../src/storage/journal/open-journal.ts'

/** A clock that stands still until it is told to go on. */
class TestClock implements Clock {
  #now = Date.UTC(2026, 7, 20, 12, 14)

  now(): number {
    return this.#now
  }

  pass(ms: number): void {
    this.#now += ms
  }
}

/** A folder for a journal, gone when the test is over. */
export class JournalFolder implements Disposable {
  readonly clock = new TestClock()
  readonly reports: string[] = []
  readonly #root: string
  readonly path: string

  constructor(root = mkdtempSync(join(tmpdir(), 'journal-'))) {
    this.#root = root
    this.path = join(root, 'state')
  }

  async open(options: Partial<Options> = {}): Promise<JournalStore> {
    const report = (message: string) => void this.reports.push(message)
    return await openJournal(this.path, { clock: this.clock, report, ...options })
  }

  names(kind = ''): readonly string[] {
    return readdirSync(this.path)
      .filter((name) => name.startsWith(kind))
      .sort()
  }

  file(kind: string): string {
    return join(this.path, this.names(kind).at(-1) ?? `no ${kind}`)
  }

  /** The names of the files that hold these words, as `grep -rl` finds them. */
  grep(words: string): readonly string[] {
    return this.names().filter(
      (name) => !name.startsWith('lock-') && readFileSync(join(this.path, name)).includes(words),
    )
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true })
  }
}

/** What a disk did or was asked to do: the operation and the path. */
export type Operation = { readonly kind: 'append' | 'sync' | 'truncate' | keyof Disk; readonly path: string }

/** The real disk, with somebody who sees every operation before it is done and may throw in its place. */
export function watchedDisk(watch: (operation: Operation) => void | Promise<void>): Disk {
  return {
    async makeFolder(path) {
      await watch({ kind: 'makeFolder', path })
      await realDisk.makeFolder(path)
    },
    async openAppend(path) {
      await watch({ kind: 'openAppend', path })
      const file = await realDisk.openAppend(path)
      return {
        async append(bytes) {
          await watch({ kind: 'append', path })
          await file.append(bytes)
        },
        async sync() {
          await watch({ kind: 'sync', path })
          await file.sync()
        },
        async truncate(length) {
          await watch({ kind: 'truncate', path })
          await file.truncate(length)
        },
        close: () => file.close(),
      }
    },
    async rename(from, to) {
      await watch({ kind: 'rename', path: to })
      await realDisk.rename(from, to)
    },
    async remove(path) {
      await watch({ kind: 'remove', path })
      await realDisk.remove(path)
    },
    async syncFolder(path) {
      await watch({ kind: 'syncFolder', path })
      await realDisk.syncFolder(path)
    },
  }
}

/** A disk whose operations fail while `error` is set: all of a kind, or all on files of a name. */
export function failingDisk(kinds: readonly string[], name = '') {
  const fault: { error: string | null } = { error: null }
  const disk = watchedDisk(({ kind, path }) => {
    if (fault.error !== null && kinds.includes(kind) && path.includes(name)) throw systemError(fault.error)
  })
  return { fault, disk }
}

/** A disk that ends the process, as it were: after `begin`, the operation `stop` and all after it fail. */
export function endingDisk(stop: number) {
  const unwatched = Number.NEGATIVE_INFINITY
  let seen = unwatched
  const disk = watchedDisk(() => {
    seen++
    if (seen >= stop) throw systemError('ENODEV')
  })
  const begin = () => {
    seen = 0
  }
  const end = () => {
    seen = unwatched
  }
  return { disk, begin, end }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

export function opinion(id: string): Key {
  return { committee: 'sapporo', collection: 'opinions', id }
}

export function put(id: string, value: Json) {
  return { kind: 'put', key: opinion(id), value } as const
}
