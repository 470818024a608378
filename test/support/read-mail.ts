/**
 * A mail as a reader's program takes it apart: header fields by lower-case name, each unfolded; the decoded
 * body, and its text with lines parted by LF.
 */
export function readMail(bytes: Buffer) {
  const text = bytes.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const lines = text
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .split('\r\n')
  const fields = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())] as const
  })
  const headers = new Map(fields)
  const body = text.slice(end + 4)
  const decoded = headers.get('content-transfer-encoding') === 'base64' ? fromBase64(body) : Buffer.from(body, 'latin1')
  const content = decoded.toString('utf8')
  return { names: fields.map(([name]) => name), headers, body: content, text: content.replaceAll('\r\n', '\n') }
}

/** Encoded words (RFC 2047); the blank between two of them is none. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_, kind: string, word: string) =>
      (kind.toLowerCase() === 'b' ? fromBase64(word) : fromQuoted(word)).toString('utf8'),
    )
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64')
}

function fromQuoted(text: string): Buffer {
  return Buffer.from(
    text
      .replaceAll('_', ' ')
      .replaceAll(/=([0-9A-F]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}
