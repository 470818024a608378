import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail that a server took: its envelope and its bytes. */
type Taken = { readonly from: string; readonly to: readonly string[]; readonly bytes: Buffer }

/** A mail server on this machine, over real sockets. */
export async function openMailServer(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 0,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), bytes: Buffer.concat(chunks) })
        done()
      })
    },
    ...options,
  })
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => {})
  server.listen(0, host)
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://${host}:${port}`,
    taken,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
    async [Symbol.asyncDispose]() {
      if (server.server.listening) await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

/** A server that takes connections and does with them what it is told; never a word of SMTP by itself. */
export async function openSocketServer(connected: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    connected(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What a server answers with: the code and the words that come after it. */
export function smtpError(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
