/**
 * The lines of a stream of UTF-8, parted by LF or CR LF alone: a JSON text may hold any other line separator.
 * A byte order mark before the first line is left out.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/u, '')
  }
  rest += decoder.decode()
  if (rest !== '') yield rest.replace(/\r$/u, '')
}
