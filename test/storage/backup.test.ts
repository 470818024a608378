import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { backupState } from '../../src/storage/backup/backup-state.ts'
import { gatherState } from '../../src/storage/backup/gather.ts'
import { restoreState } from '../../src/storage/backup/restore-state.ts'
import { openJournal } from '../../src/storage/journal/open-journal.ts'
import { verifyJournal } from '../../src/storage/journal/verify.ts'
import { putBotRoster } from '../support/bot-roster.ts'
import { opinion, put } from '../support/journal-folder.ts'

const committee = 'sapporo'
const made = Date.UTC(2026, 7, 27)
let root: string
const at = (name: string) => join(root, name)
const clock = { now: () => made }

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

/** Run-time data with a snapshot, a journal after it, and files of both kinds. */
async function makeState(name: string): Promise<string> {
  const folder = at(name)
  {
    await using store = await openJournal(folder, { clock })
    for (let n = 0; n < 20; n++) await store.commit([put(`before-${n}`, `御意見${n}`)])
    await store.compact()
    for (let n = 0; n < 20; n++) await store.commit([put(`after-${n}`, { text: '御意見'.repeat(20) })])
  }
  mkdirSync(join(folder, 'files'))
  mkdirSync(join(folder, 'published', '2026-1'), { recursive: true })
  writeFileSync(join(folder, 'files', 'source.xlsx'), Buffer.from([0, 255, 10, 13]))
  writeFileSync(join(folder, 'published', '2026-1', 'annex.txt'), '別紙')
  writeFileSync(join(folder, 'files', '.half'), 'not finished')
  mkdirSync(join(folder, 'files', '.half-folder'))
  writeFileSync(join(folder, 'files', '.half-folder', 'one'), 'not finished')
  mkdirSync(join(folder, 'mail'))
  writeFileSync(join(folder, 'mail', 'one.eml'), 'a mail')
  return folder
}

const restored = (file: string, name: string, change: Partial<Parameters<typeof restoreState>[0]> = {}) =>
  restoreState({ file, folder: at(name), committee, published: [], ...change })

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const fault = await work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )
  if (!(fault instanceof Fault)) throw fault
  return fault
}

/** What lies in a folder, however deep, but for sockets. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]),
  )
}

/** A backup of our own making, with a checksum that is right. */
function containerOf(header: unknown, body = '', name = 'kondankai-bot-backup 1\n'): Buffer {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  const bytes = Buffer.concat([Buffer.from(name), gzipSync(`${text}\n${body}`)])
  return Buffer.concat([bytes, Buffer.from(`${createHash('sha256').update(bytes).digest('hex')}\n`)])
}

describe('a backup', () => {
  it('brings back byte for byte what is kept, and leaves mails and unfinished files out', async () => {
    const folder = await makeState('whole')
    const { head, sha256, files } = await backupState(folder, at('whole.backup'), made)

    const { head: back, made: when } = await restored(at('whole.backup'), 'whole-restored')

    const kept = Object.entries(filesIn(folder)).filter(([path]) => !/mail|\.half/u.test(path))
    expect(filesIn(at('whole-restored'))).toEqual(Object.fromEntries(kept))
    expect(kept).toHaveLength(files)
    expect(back).toEqual(head)
    expect(when).toBe(new Date(made).toISOString())
    expect(sha256).toBe(
      createHash('sha256')
        .update(readFileSync(at('whole.backup')))
        .digest('hex'),
    )
  })

  it('is for its owner alone, and leaves nothing else behind', async () => {
    const folder = await makeState('private')
    mkdirSync(at('private-out'))

    await backupState(folder, at('private-out/one'), made)
    await restored(at('private-out/one'), 'private-out/state')

    expect(readdirSync(at('private-out')).sort()).toEqual(['one', 'state'])
    expect(statSync(at('private-out/one')).mode & 0o777).toBe(0o600)
    expect(statSync(at('private-out/state')).mode & 0o777).toBe(0o700)
    for (const path of Object.keys(filesIn(at('private-out/state'))))
      expect(statSync(join(at('private-out/state'), path)).mode & 0o777).toBe(0o600)
  })

  it('goes on from where it was: what is written next continues its chain', async () => {
    const folder = await makeState('on')
    const { head } = await backupState(folder, at('on.backup'), made)
    await restored(at('on.backup'), 'on-restored')

    {
      await using store = await openJournal(at('on-restored'), { clock })
      expect((await store.find(opinion('after-19')))?.value).toEqual({ text: '御意見'.repeat(20) })
      await store.commit([put('next', '新しい御意見')])
    }

    const verified = await verifyJournal(at('on-restored'), [head])
    expect(verified).toMatchObject({ outcome: 'verified', head: { entries: head.entries + 1 } })
  })

  it('overwrites no file, and is refused where there is no data', async () => {
    const folder = await makeState('refused')
    writeFileSync(at('taken'), 'another file')
    mkdirSync(at('nothing'))

    expect((await faultOf(backupState(folder, at('taken'), made))).message).toMatch(/is there already.*another name/u)
    expect((await faultOf(backupState(at('nothing'), at('of-nothing'), made))).message).toMatch(/no run-time data/u)
    expect((await faultOf(backupState(at('nowhere'), at('of-nowhere'), made))).message).toMatch(/STATE_DIR/u)
    expect((await faultOf(backupState(folder, at('no-folder/one'), made))).message).toMatch(/cannot be written/u)
    expect((await faultOf(backupState(folder, join(folder, 'one'), made))).message).toMatch(/a place outside it/u)
    expect((await faultOf(backupState(folder, join(folder, 'files', 'one'), made))).message).toMatch(/outside it/u)
    expect(readFileSync(at('taken'), 'utf8')).toBe('another file')
    expect(existsSync(at('of-nothing')) || existsSync(at('of-nowhere'))).toBe(false)
  })

  it('leaves no file out silently', async () => {
    const folder = await makeState('odd')
    writeFileSync(join(folder, 'files', '資料３：一覧 (2).xlsx'), 'odd but plain')
    await backupState(folder, at('odd.backup'), made)
    await restored(at('odd.backup'), 'odd-restored')
    symlinkSync('/etc/hostname', join(folder, 'published', 'link'))

    const fault = await faultOf(backupState(folder, at('odd-link.backup'), made))

    expect(readFileSync(at('odd-restored/files/資料３：一覧 (2).xlsx'), 'utf8')).toBe('odd but plain')
    expect(fault.message).toMatch(/published\/link cannot be in a backup.*move it away/u)
    expect(existsSync(at('odd-link.backup'))).toBe(false)
  })

  it('is not made of data whose chain does not hold', async () => {
    const folder = await makeState('broken')
    const [snapshot = ''] = readdirSync(folder).filter((name) => name.startsWith('snapshot'))
    const text = readFileSync(join(folder, snapshot), 'utf8')
    writeFileSync(join(folder, snapshot), text.replace('御意見1"', '御意見2"'))

    const fault = await faultOf(backupState(folder, at('broken.backup'), made))

    expect(fault.message).toContain('Nothing was changed')
    expect(readdirSync(root).filter((name) => name.startsWith('broken.'))).toEqual([])
  })

  it('holds whole commits only while a process writes and makes snapshots', { timeout: 60_000 }, async () => {
    const folder = at('running')
    await using store = await openJournal(folder, { clock })
    await store.commit([put('0', 0)])
    let running = true
    let committed = 0
    const writer = (async () => {
      for (let n = 1; running; n++) {
        await store.commit([put(String(n), n), put('last', n)])
        committed = n
        if (n % 40 === 0) await store.compact()
        // Lets the backup come to its turn.
        if (n % 5 === 0) await new Promise(setImmediate)
      }
    })()
    try {
      for (let round = 0; round < 5; round++) {
        const before = committed
        const { head } = await backupState(folder, at(`running-${round}.backup`), made)
        await restored(at(`running-${round}.backup`), `running-${round}`, { published: [head] })

        await using back = await openJournal(at(`running-${round}`), { clock })
        const last = Number((await back.find(opinion('last')))?.value ?? 0)
        const all = await back.list({ committee, collection: 'opinions' })
        expect(last).toBeGreaterThanOrEqual(before)
        // Every record up to the last, and `last` itself.
        expect(all).toHaveLength(last + (last === 0 ? 1 : 2))
      }
    } finally {
      running = false
      await writer
    }
  })

  it('leaves out a line that is being written', async () => {
    const folder = await makeState('half')
    const { head } = await backupState(folder, at('half-before.backup'), made)
    const journal =
      readdirSync(folder)
        .filter((name) => name.startsWith('journal'))
        .at(-1) ?? ''
    appendFileSync(join(folder, journal), '0123abcd 000')

    await backupState(folder, at('half.backup'), made)
    await restored(at('half.backup'), 'half-restored')

    await using store = await openJournal(at('half-restored'), { clock })
    expect(await store.head()).toEqual(head)
  })

  it('begins anew where a snapshot takes files away while it reads', { timeout: 60_000 }, async () => {
    const folder = await makeState('replaced')
    await using store = await openJournal(folder, { clock })
    let reads = 0

    const pieces = await gatherState(folder, async (path) => {
      reads++
      if (reads === 1 || reads === 4) await store.compact()
      return await readFile(path)
    })

    const names = pieces.map(({ path }) => path).filter((path) => !path.includes('/'))
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(names))
    expect(names.filter((name) => name.startsWith('snapshot'))).toHaveLength(1)
  })

  it('is made beside a bot that files opinions, and the bot starts from it', { timeout: 120_000 }, async () => {
    const folder = at('bot')
    await putBotRoster(folder)
    const child = spawn(process.execPath, [join(import.meta.dirname, '../support/bot-child.ts'), folder, 'backup'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(child, 'close')
    try {
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
      while (said.split('\nreceipt ').length < 50 && child.exitCode === null)
        await Promise.race([once(child.stdout, 'data'), closed])
      const { head } = await backupState(join(folder, 'state'), at('bot.backup'), made)
      const receipts = said.match(/(?<=\nreceipt )\S+/gu)?.slice(0, 49) ?? []

      await restored(at('bot.backup'), 'bot-restored', { committee: 'sapporo-vision', published: [head] })

      await using store = await openJournal(at('bot-restored'), { clock })
      expect(await store.verify([head])).toMatchObject({ outcome: 'verified' })
      const filed = await store.list({ committee: 'sapporo-vision', collection: 'submissions' })
      expect(filed.map(({ key }) => key.id)).toEqual(expect.arrayContaining(receipts))
      expect(receipts).toHaveLength(49)
    } finally {
      child.kill('SIGKILL')
      await closed
    }
  })
})

describe('a restore', () => {
  it('is refused where the folder is not empty, and takes one that is', async () => {
    const folder = await makeState('target')
    await backupState(folder, at('target.backup'), made)
    const before = filesIn(folder)
    mkdirSync(at('target-empty'))
    chmodSync(at('target-empty'), 0o755)

    expect((await faultOf(restored(at('target.backup'), 'target'))).message).toMatch(
      /not empty.*move that folder away/u,
    )
    await restored(at('target.backup'), 'target-empty')

    expect(filesIn(folder)).toEqual(before)
    expect(readdirSync(at('target-empty'))).toContain('chain')
  })

  it('notices every byte that is changed and every length that is cut short', { timeout: 60_000 }, async () => {
    const folder = await makeState('bytes')
    await backupState(folder, at('bytes.backup'), made)
    const whole = readFileSync(at('bytes.backup'))
    const step = Math.max(1, Math.floor(whole.length / 150))
    const places = Array.from({ length: Math.floor(whole.length / step) }, (_, index) => index * step)
    const edges = [0, 1, 21, 22, 23, 24, 30, whole.length - 66, whole.length - 65, whole.length - 2, whole.length - 1]
    const changed = (place: number) => {
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] ?? 0) ^ 0x01
      return bytes
    }

    for (const place of [...places, ...edges]) {
      for (const bytes of [
        changed(place),
        whole.subarray(0, place),
        Buffer.concat([whole, whole.subarray(0, place + 1)]),
      ]) {
        writeFileSync(at('bytes.changed'), bytes)
        const fault = await faultOf(restored(at('bytes.changed'), 'bytes-restored'))
        expect(fault.code).toMatch(/^backup-(?:damaged|foreign|format)$/u)
      }
    }

    expect(readdirSync(root).filter((name) => name.startsWith('bytes-restored'))).toEqual([])
  })

  it.each<readonly [string, Buffer, string, RegExp]>([
    ['another file', Buffer.from('PK\u0003\u0004 a zip'), 'backup-foreign', /no backup of this program/u],
    ['nothing', Buffer.alloc(0), 'backup-foreign', /no backup of this program/u],
    ['an older format', containerOf({}, '', 'kondankai-bot-backup 0\n'), 'backup-format', /the version that wrote it/u],
    ['no list', containerOf('not JSON'), 'backup-damaged', /list of files/u],
    ...[
      '../outside',
      '/etc/passwd',
      'files/../../x',
      'files/./x',
      'files//x',
      'files',
      'files/a\\b',
      'other',
      '.env',
    ].map(
      (path) =>
        [
          `the path ${path}`,
          containerOf({ made: '2026-08-27T00:00:00Z', files: [{ path, size: 1 }] }, 'x'),
          'backup-damaged',
          /list of files/u,
        ] as const,
    ),
    [
      'a file twice',
      containerOf({ made: '2026-08-27T00:00:00Z', files: Array(2).fill({ path: 'chain', size: 1 }) }, 'xx'),
      'backup-damaged',
      /a file twice/u,
    ],
    [
      'a file that is missing',
      containerOf({ made: '2026-08-27T00:00:00Z', files: [{ path: 'chain', size: 10 }] }, 'x'),
      'backup-damaged',
      /files are missing/u,
    ],
    [
      'more than it lists',
      containerOf({ made: '2026-08-27T00:00:00Z', files: [{ path: 'chain', size: 1 }] }, 'xx'),
      'backup-damaged',
      /more in it than it lists/u,
    ],
    [
      'a bomb that says so',
      containerOf({ made: '2026-08-27T00:00:00Z', files: [{ path: 'chain', size: 1e12 }] }, 'x'),
      'backup-too-large',
      /1000000000000 bytes/u,
    ],
    [
      'a bomb that does not',
      containerOf({ made: '2026-08-27T00:00:00Z', files: [{ path: 'chain', size: 1 }] }, 'x'.repeat(50_000_000)),
      'backup-damaged',
      /more in it than it lists/u,
    ],
    ['a list without end', containerOf('x'.repeat(17 * 1024 * 1024)), 'backup-damaged', /too long/u],
  ])('of %s is refused with what to do, and changes nothing', async (_name, bytes, code, message) => {
    writeFileSync(at('hostile'), bytes)

    const fault = await faultOf(restored(at('hostile'), 'hostile-restored'))

    expect(fault.code).toBe(code)
    expect(fault.message).toMatch(message)
    expect(readdirSync(root).filter((name) => name.startsWith('hostile'))).toEqual(['hostile'])
  })

  it('is refused where the file is not there, or is of another committee or not the data of a check value', async () => {
    const folder = await makeState('whose')
    await backupState(folder, at('whose.backup'), made)

    const [missing, foreign, older] = [
      await faultOf(restored(at('no-such-file'), 'whose-restored')),
      await faultOf(restored(at('whose.backup'), 'whose-restored', { committee: 'midori' })),
      await faultOf(restored(at('whose.backup'), 'whose-restored', { published: [{ hash: 'ffffff' }] })),
    ]

    expect(missing.message).toMatch(/cannot be read/u)
    expect(foreign.message).toMatch(/the data of sapporo, not of midori.*--committee/u)
    expect(older.message).toMatch(/ffffff is not in its audit chain/u)
    expect(existsSync(at('whose-restored'))).toBe(false)
  })
})
