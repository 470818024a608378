import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/conversation/reply.ts'
import { buildMail } from '../../../src/platforms/mail/build-mail.ts'
import { mailFileName } from '../../../src/platforms/mail/mail-file.ts'
import { mailMessenger } from '../../../src/platforms/mail/mail-messenger.ts'
import { readMail } from '../../support/read-mail.ts'

const message: Message = { blocks: [{ kind: 'text', text: '御意見を承りました。\n受付番号：R8-012' }] }
const place = 'mail:tanaka@example.jp'
const fields = [
  'auto-submitted',
  'from',
  'to',
  'subject',
  'message-id',
  'date',
  'content-transfer-encoding',
  'mime-version',
  'content-type',
]

class MailFolder implements Disposable {
  readonly #root = mkdtempSync(join(tmpdir(), 'mail-'))
  readonly path = join(this.#root, 'state', 'mail')
  readonly messenger = mailMessenger({
    from: 'kondankai-bot@localhost',
    subject: () => '受付のお知らせ',
    lines: ({ blocks }) => blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('\n'),
    clock: { now: () => Date.UTC(2026, 7, 20, 12, 14) },
    folder: this.path,
    smtp: null,
  })

  names(): readonly string[] {
    return readdirSync(this.path)
  }

  read() {
    const [name = ''] = this.names()
    return readMail(readFileSync(join(this.path, name)))
  }

  outside(): readonly string[] {
    return readdirSync(this.#root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.startsWith(join('state', 'mail')),
    )
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true })
  }
}

describe('a mail in the folder', () => {
  it('is a whole mail in Japanese, from the machine, that asks for no automatic answer', async () => {
    using folder = new MailFolder()

    await folder.messenger.post(place, 'sapporo/R8-012.1', message)

    const { headers, text } = folder.read()
    expect(text).toBe('御意見を承りました。\n受付番号：R8-012')
    expect(Object.fromEntries(headers)).toMatchObject({
      from: 'kondankai-bot@localhost',
      to: 'tanaka@example.jp',
      subject: '受付のお知らせ',
      date: 'Thu, 20 Aug 2026 12:14:00 +0000',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
    })
  })

  it('is for the bot alone to read', async () => {
    using folder = new MailFolder()

    await folder.messenger.post(place, 'sapporo/R8-012.1', message)

    const [name = ''] = folder.names()
    expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600)
    expect(statSync(folder.path).mode & 0o777).toBe(0o700)
  })

  it('is found again by its key and by no other, from the moment it is whole', async () => {
    using folder = new MailFolder()
    const { messenger } = folder
    expect(await messenger.find(place, 'sapporo/1')).toBe('none')
    const posted = await messenger.post(place, 'sapporo/1', message)
    writeFileSync(join(folder.path, `${mailFileName('sapporo/2')}.new`), 'half a mail')

    expect(await messenger.find(place, 'sapporo/1')).toEqual({ ref: folder.names()[0] })
    expect(posted).toEqual({ outcome: 'posted', ref: folder.names()[0] })
    expect(await messenger.find(place, 'sapporo/2')).toBe('none')
    expect(await messenger.find(place, 'sapporo-1')).toBe('none')
  })

  it('takes the place of what a crash left half written', async () => {
    using folder = new MailFolder()
    await folder.messenger.post(place, 'other', message)
    writeFileSync(join(folder.path, `${mailFileName('1')}.new`), 'x'.repeat(100_000))

    await folder.messenger.post(place, '1', message)

    const bytes = readFileSync(join(folder.path, mailFileName('1')))
    expect(readMail(bytes).text).toBe('御意見を承りました。\n受付番号：R8-012')
    expect(folder.names()).toHaveLength(2)
  })

  it.each([
    '../../evil',
    '/etc/passwd',
    '..',
    '.',
    'a/../../b',
    'C:\\evil',
    'a\u0000b',
    '',
    'あ'.repeat(500),
    'a'.repeat(500),
  ])('stays in the folder under the key %j', async (key) => {
    using folder = new MailFolder()

    await folder.messenger.post(place, key, message)

    expect(folder.names()).toEqual([expect.stringMatching(/^[\w-]{0,60}-[0-9a-f]{16}\.eml$/u)])
    expect(folder.outside()).toEqual(['state'])
  })

  it('has a name of its own for every key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(mailFileName(one).toLowerCase() === mailFileName(other).toLowerCase()).toBe(one === other)
      }),
    )
    expect(mailFileName('a/b')).not.toBe(mailFileName('a-b'))
    expect(mailFileName('R8').toLowerCase()).not.toBe(mailFileName('r8').toLowerCase())
  })

  it.each([
    'mail:',
    'mail:tanaka',
    'mail:tanaka@example.jp\r\nBcc: evil@example.com',
    'mail:tanaka@example.jp, evil@example.com',
    'mail:<tanaka@example.jp>',
    'mail:田中@example.jp',
  ])('is not written for the place %j: the secretariat is told to look at the address', async (unsound) => {
    using folder = new MailFolder()

    const posted = await folder.messenger.post(unsound, '1', message)

    expect(posted).toEqual({
      outcome: 'refused',
      reason: '宛先がメールアドレスの形になっていません。名簿を御確認ください。',
    })
    expect(() => folder.names()).toThrow('ENOENT')
  })
})

describe('a mail', () => {
  const mail = { from: 'bot@example.jp', to: 'a@example.jp', subject: '件名', text: '本文', key: '1', at: 0 }

  it.each([
    ['subject', '件名\r\nBcc: evil@example.com\r\n\r\n別の本文'],
    ['subject', 'x\nBcc: evil@example.com'],
    ['subject', 'x\u2028Bcc: evil@example.com'],
    ['from', 'bot@example.jp\r\nBcc: evil@example.com'],
    ['to', 'a@example.jp\r\nBcc: evil@example.com'],
    ['to', 'a@example.jp\nBcc: evil@example.com'],
    ['key', '1>\r\nBcc: evil@example.com'],
    ['text', '\r\nBcc: evil@example.com\r\n\r\n'],
  ])('has no header field more, whatever its %s (%j)', async (part, value) => {
    const { names } = readMail((await buildMail({ ...mail, [part]: value })).bytes)

    expect(names).toEqual(fields)
  })

  it('says any text as it is, its lines parted as mail has them', async () => {
    const words = fc.string({
      unit: fc.oneof(fc.constantFrom('\n', '.', ' ', '\t', '御', '𠮷'), fc.string({ maxLength: 1 })),
    })
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom('\n', '\r\n'), async (text, newline) => {
        const written = `御意見${text.replaceAll('\r', '').replaceAll('\n', newline)}`

        const { bytes } = await buildMail({ ...mail, text: written })

        expect(readMail(bytes).body).toBe(written.replaceAll(/\r?\n/gu, '\r\n'))
        expect(bytes.toString('latin1')).not.toMatch(/(?<!\r)\n|\r(?!\n)|[^\x20-\x7e\r\n]/u)
      }),
    )
  })

  const breaks = fc.constantFrom('\r\n', '\n', '\t', '\u0000', '\u2028', ' ')
  const words = fc.string({ unit: fc.oneof(breaks, fc.string({ unit: 'grapheme', maxLength: 1 })), maxLength: 60 })

  it('has any subject as it is, in one line', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (words) => {
        const subject = `件名${words}`

        const { names, headers } = readMail((await buildMail({ ...mail, subject })).bytes)

        expect(headers.get('subject')).toBe(subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
        expect(names).toEqual(fields)
      }),
    )
  })
})
