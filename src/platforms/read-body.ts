import type { IncomingMessage } from 'node:http'

/** Bytes that a body may have at most, and milliseconds that it may take to come in. */
type Limits = { readonly longest: number; readonly patience: number }

/** What a request holds; or that it is too long or too slow, or that whoever sent it has gone. */
export function readBody(
  request: IncomingMessage,
  { longest, patience }: Limits,
): Promise<Buffer | 'long' | 'slow' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length > longest) return end('long')
      chunks.push(chunk)
    }
    const end = (read: Buffer | 'long' | 'slow' | 'gone') => {
      clearTimeout(timer)
      request.off('data', take)
      // The rest is let go of: cut off, its sender might not hear the answer.
      request.resume()
      resolve(read)
    }
    const timer = setTimeout(() => end('slow'), patience)
    request
      .on('data', take)
      .once('end', () => end(Buffer.concat(chunks)))
      .once('error', () => end('gone'))
      .once('close', () => end('gone'))
  })
}
