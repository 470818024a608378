/** Bytes of a file that is fetched at most. */
export const mostBytes = 5_000_000

/**
 * Fetches a file from an address that was checked before, and from nowhere else to which its answer may send. `too-large` where
 * there is more than is fetched, undefined where it cannot be had within `patience` milliseconds.
 */
export async function fetchBytes(
  address: string,
  { headers = {}, patience }: { readonly headers?: Readonly<Record<string, string>>; readonly patience: number },
): Promise<Uint8Array | 'too-large' | undefined> {
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(address, { redirect: 'error', headers: { ...headers }, signal })
    if (!response.ok || response.body === null) return undefined
    return await readBounded(response.body)
  } catch {
    return undefined
  }
}

/** What is said of its size may be wrong. */
async function readBounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > mostBytes) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
