import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorKind } from './conversation/reportable.ts'
import { Fault } from './fault.ts'

/** Takes a request, and says whether it was its own. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

type Given = {
  readonly port: number
  readonly host: string
  readonly handlers: readonly Handler[]
  readonly report: (message: string) => void
}

/** Milliseconds that a request may take to come in, that its headers may, and between two looks at that. */
const patience = { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 5000 }

/**
 * One server for all platforms and `/healthz`.
 * @throws Fault `not-listening` where the port cannot be had.
 */
export async function openServer({ port, host, handlers, report }: Given) {
  const server = createServer(patience, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      report(`a request was not answered (${errorKind(error)})`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/healthz') {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('ok\n')
      return
    }
    for (const handle of handlers) if (await handle(request, response)) return
    response.writeHead(404)
    response.end()
  }

  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    throw new Fault(
      'not-listening',
      `${host}:${port} cannot be listened on (${errorKind(cause)}): set PORT to a free port, and HOST to an address of this machine`,
      cause,
    )
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close(): Promise<void> {
      server.close()
      server.closeIdleConnections()
      await once(server, 'close')
    },
  }
}
