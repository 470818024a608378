import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { Fault } from '../fault.ts'
import { whyUnwritable } from './file-problem.ts'

/**
 * Checks that a file may be written: that nothing is there yet, or a file that may be replaced.
 * @throws Fault `file-exists`
 */
export function checkWritable(path: string, force: boolean): void {
  if (path === '-') return
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new Fault('file-exists', `${path} is a folder; give --out the name of a file`)
  if (found !== undefined && !force) throw alreadyThere(path)
}

/**
 * Writes a file whole or not at all; one that is there is replaced only with `force`.
 * @throws Fault `file-exists`, or `file-not-written` where the place cannot be written to.
 */
export function writeFile(path: string, content: string | Uint8Array, force: boolean): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const target = force ? `${path}.${process.pid}.tmp` : path
  let made = false
  try {
    const file = openSync(target, 'wx')
    made = true
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    } finally {
      closeSync(file)
    }
    if (force) renameSync(target, path)
  } catch (cause) {
    if (made) rmSync(target, { force: true })
    if (!made && !force && (cause as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(path)
    throw new Fault('file-not-written', `${path} cannot be written: ${whyUnwritable(cause)}`, cause)
  }
}

function alreadyThere(path: string): Fault {
  return new Fault('file-exists', `${path} is there already; give --out another name, or --force to replace it`)
}
