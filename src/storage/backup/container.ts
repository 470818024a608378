import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Fault } from '../../fault.ts'
import { type Contents, checkContents } from './contents.ts'

/**
 * A backup is one file: a line that names the format, then (gzip) a line of JSON that lists the files with their sizes and the
 * files one after another, then the SHA-256 of all before it (64 hexadecimal digits and a newline). So nothing is unpacked of a
 * file that is cut short or changed, and what it unpacks to is known before the first byte is written.
 */
const name = 'kondankai-bot-backup '
const first = `${name}1\n`
const trailer = 65
const longestHeader = 16 * 1024 * 1024

/** A file to be put into a backup; `read` gives exactly `size` bytes. */
export type Piece = {
  readonly path: string
  readonly size: number
  readonly read: () => AsyncIterable<Buffer> | Iterable<Buffer>
}

/** Takes the files out of a backup, in order: each is begun, written and ended. */
export type Unpacker = {
  readonly check: (contents: Contents) => Promise<void>
  readonly begin: (path: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>
}

/** Writes a backup into a new file (0600) and syncs it. Returns its SHA-256 (hexadecimal) and size in bytes. */
export async function writeContainer(path: string, made: string, pieces: readonly Piece[]) {
  const file = await open(path, 'wx', 0o600)
  const before = createHash('sha256')
  const whole = createHash('sha256')
  let size = 0
  const write = async (bytes: Buffer) => {
    whole.update(bytes)
    size += bytes.length
    for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten
  }
  try {
    before.update(first)
    await write(Buffer.from(first))
    await pipeline(Readable.from(bodyOf(made, pieces)), createGzip(), async (zipped: AsyncIterable<Buffer>) => {
      for await (const bytes of zipped) {
        before.update(bytes)
        await write(bytes)
      }
    })
    await write(Buffer.from(`${before.digest('hex')}\n`))
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: whole.digest('hex'), size }
}

async function* bodyOf(made: string, pieces: readonly Piece[]): AsyncIterable<Buffer> {
  const contents: Contents = { made, files: pieces.map(({ path, size }) => ({ path, size })) }
  yield Buffer.from(`${JSON.stringify(contents)}\n`)
  for (const { path, size, read } of pieces) {
    let given = 0
    for await (const bytes of read()) {
      given += bytes.length
      yield bytes
    }
    if (given !== size)
      throw new Fault('backup-failed', `${path} changed while it was read. Nothing was kept; run the backup again`)
  }
}

/**
 * Reads a backup. Its checksum is compared before anything is unpacked, its list of files before any is begun.
 * @throws Fault `backup-foreign`, `backup-format`, `backup-damaged`, `backup-too-large`; `backup-unreadable` of the system's
 */
export async function readContainer(path: string, unpacker: Unpacker): Promise<Contents> {
  const size = await checkSum(path)
  const zipped = createReadStream(path, { start: first.length, end: size - trailer - 1 })
  let contents: Contents | null = null
  try {
    await pipeline(zipped, createGunzip(), async (plain: AsyncIterable<Buffer>) => {
      contents = await unpack(path, size, plain, unpacker)
    })
  } catch (fault) {
    if (isZlibError(fault)) throw damaged(path, 'its contents cannot be unpacked', fault)
    throw fault
  }
  return contents ?? raise(damaged(path, 'it is empty'))
}

async function checkSum(path: string): Promise<number> {
  const file = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw new Fault('backup-unreadable', `${path} cannot be read (${cause.code}): check the name`, cause)
  })
  try {
    const stat = await file.stat()
    const head = stat.isFile() ? (await file.read(Buffer.alloc(first.length), 0, first.length, 0)).buffer : null
    if (head === null || !head.toString('latin1').startsWith(name))
      throw new Fault('backup-foreign', `${path} is no backup of this program. Give a file that "backup" wrote`)
    if (head.toString('latin1') !== first)
      throw new Fault(
        'backup-format',
        `${path} is a backup in another format. Restore it with the version that wrote it`,
      )
    if (stat.size < first.length + trailer) throw damaged(path, 'it is cut short')
    const sum = createHash('sha256')
    const end = stat.size - trailer
    for await (const bytes of file.createReadStream({ start: 0, end: end - 1, autoClose: false })) sum.update(bytes)
    const { buffer } = await file.read(Buffer.alloc(trailer), 0, trailer, end)
    if (buffer.toString('latin1') !== `${sum.digest('hex')}\n`)
      throw damaged(path, 'its checksum is not that of its contents: it is cut short or was changed')
    return stat.size
  } finally {
    await file.close()
  }
}

async function unpack(
  path: string,
  packed: number,
  plain: AsyncIterable<Buffer>,
  unpacker: Unpacker,
): Promise<Contents> {
  const pieces = plain[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const { done, value } = await pieces.next()
    if (done === true) throw damaged(path, 'files are missing in it')
    held = value
  }
  const line: Buffer[] = []
  for (let length = 0, end = -1; end < 0; ) {
    await more()
    end = held.indexOf(0x0a)
    const part = end < 0 ? held : held.subarray(0, end)
    length += part.length
    if (length > longestHeader) throw damaged(path, 'its list of files is too long')
    line.push(part)
    held = end < 0 ? held : held.subarray(end + 1)
  }
  const contents = checkContents(path, Buffer.concat(line).toString('utf8'), packed)
  await unpacker.check(contents)
  for (const { path: to, size } of contents.files) {
    const file = await unpacker.begin(to)
    try {
      for (let left = size; left > 0; ) {
        if (held.length === 0) await more()
        const part = held.subarray(0, left)
        for (let done = 0; done < part.length; ) done += (await file.write(part, done)).bytesWritten
        left -= part.length
        held = held.subarray(part.length)
      }
      await file.sync()
    } finally {
      await file.close()
    }
  }
  for (; held.length === 0; ) {
    const { done, value } = await pieces.next()
    if (done === true) return contents
    held = value
  }
  throw damaged(path, 'there is more in it than it lists')
}

function damaged(path: string, what: string, cause?: unknown): Fault {
  return new Fault('backup-damaged', `${path} is damaged: ${what}. Nothing was changed; take another copy of it`, cause)
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:Z_|ERR_ZLIB|ERR_STREAM|ERR_INTERNAL)/u.test(String(error.code))
  )
}

function raise(fault: Fault): never {
  throw fault
}
