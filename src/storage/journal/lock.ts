import { randomBytes } from 'node:crypto'
import { access, chmod, readdir, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { Fault } from '../../fault.ts'

/** What a process says of itself to whoever asks; `holding` is false while it still looks for others. */
const Holder = z.object({ pid: z.int(), uid: z.int(), host: z.string(), since: z.string(), holding: z.boolean() })
type Holder = z.infer<typeof Holder>

/** Who else is there: a process, one that does not answer, or nobody to be sure of (`again`). */
type Rival = Holder | 'silent' | 'again'

export type Lock = { readonly release: () => Promise<void> }

/** The longest path of a socket that every system takes, in bytes. */
const LONGEST = 103
const ATTEMPTS = 20

const self = { pid: process.pid, uid: process.getuid?.() ?? 0, host: hostname() }

/**
 * Makes this process the only writer of a folder until it ends, however it ends: the system closes a dead process's
 * socket. Each process listens under a name of its own, then looks for others: whoever comes later sees whoever came
 * before, and a name is removed only when nobody listens there, which is for ever.
 * @throws Fault `store-locked`, saying who holds it.
 */
export async function takeLock(folder: string, since: Date): Promise<Lock> {
  for (let attempt = 1; ; attempt++) {
    const { rival, release, keep } = await tryLock(folder, since)
    if (rival === undefined) return { release: keep() }
    await release()
    const passing = rival === 'again' || (rival !== 'silent' && !rival.holding)
    if (!passing || attempt === ATTEMPTS) throw locked(folder, rival)
    // Two that start at once both step back, and come again at different moments.
    await wait(10 + (randomBytes(1)[0] ?? 0) / 4)
  }
}

async function tryLock(folder: string, since: Date) {
  const path = join(folder, `lock-${process.pid}-${randomBytes(4).toString('hex')}`)
  if (Buffer.byteLength(path) > LONGEST) {
    throw new Fault(
      'config-invalid',
      `${folder}: the path is too long for a lock; choose a STATE_DIR of up to 70 bytes`,
    )
  }
  let holding = false
  const server = createServer((socket) => {
    socket.on('error', () => {})
    const holder: Holder = { ...self, since: since.toISOString(), holding }
    socket.end(JSON.stringify(holder))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  server.unref()
  await chmod(path, 0o600)
  const release = () => new Promise<void>((resolve) => server.close(() => resolve()))
  const rival = await findRival(folder, path)
  const keep = () => {
    holding = true
    return release
  }
  return { rival, release, keep }
}

async function findRival(folder: string, own: string): Promise<Rival | undefined> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('lock-'))
  const others = names.map((name) => join(folder, name)).filter((path) => path !== own)
  const answers = await Promise.all(others.map(async (path) => ({ path, answer: await ask(path) })))
  for (const { path, answer } of answers) if (answer === 'gone') await rm(path, { force: true })
  const rivals = answers.flatMap(({ answer }) => (answer === 'gone' ? [] : [answer]))
  // Somebody may have met this socket in the moment before it listened, and removed its name.
  if (rivals.length === 0 && !(await exists(own))) return 'again'
  return rivals.find((rival) => rival === 'silent' || rival.holding) ?? rivals[0]
}

/** Who listens there: `gone` if nobody does any more, `silent` if somebody does and will not say. */
function ask(path: string): Promise<Holder | 'gone' | 'silent'> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(path)
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy())
    socket.on('data', (piece) => {
      text += piece
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'gone' : 'silent')
    })
    socket.on('close', () => resolve(parseHolder(text)))
  })
}

function parseHolder(text: string): Holder | 'silent' {
  try {
    return Holder.parse(JSON.parse(text))
  } catch {
    return 'silent'
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  )
}

function locked(folder: string, rival: Rival): Fault {
  const who =
    typeof rival === 'string'
      ? 'another process, which does not answer'
      : `process ${rival.pid} of user ${rival.uid} on ${rival.host}, since ${rival.since}`
  return new Fault('store-locked', `${folder} is in use by ${who}. Stop it first, or choose another STATE_DIR`)
}
