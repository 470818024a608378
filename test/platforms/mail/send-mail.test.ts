import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/conversation/reply.ts'
import { mailMessenger } from '../../../src/platforms/mail/mail-messenger.ts'
import { messageText } from '../../../src/platforms/terminal/message-lines.ts'
import { openMailServer, openSocketServer, smtpError } from '../../support/mail-server.ts'
import { readMail } from '../../support/read-mail.ts'

const place = 'mail:tanaka@example.jp'
const key = 'sapporo/R8-012.1'
const message: Message = {
  blocks: [
    { kind: 'text', text: '御意見を承りました。受付番号：R8-012' },
    { kind: 'text', text: '.' },
    { kind: 'note', text: '𠮷野家～髙橋①' },
  ],
}

function messengerTo(smtp: string, folder: string | null = null, limit = 5_000) {
  return mailMessenger({
    from: 'kondankai@example.jp',
    subject: () => '受付のお知らせ（令和８年度第１回）',
    lines: (one) => messageText(one),
    clock: { now: () => Date.UTC(2026, 7, 20, 12, 14) },
    folder,
    smtp,
    limit,
  })
}

describe('a mail by SMTP', () => {
  it('arrives as it was written, from the office, to the member alone', async () => {
    await using server = await openMailServer()

    const posted = await messengerTo(server.url).post(place, key, message)

    expect(server.taken).toMatchObject([{ from: 'kondankai@example.jp', to: ['tanaka@example.jp'] }])
    const { headers, text } = readMail(server.taken[0]?.bytes ?? Buffer.of())
    expect(text).toBe(messageText(message))
    expect(headers.get('subject')).toBe('受付のお知らせ（令和８年度第１回）')
    expect(posted).toEqual({ outcome: 'posted', ref: headers.get('message-id') })
  })

  it('cannot be found again', async () => {
    await using server = await openMailServer()
    const messenger = messengerTo(server.url)
    await messenger.post(place, key, message)

    expect(await messenger.find(place, key)).toBe('cannot')
  })

  it.each([
    [550, '5.1.1 <tanaka@example.jp>: no such user', '550 5.1.1'],
    [553, 'not here', '553'],
  ])(
    'is refused where the server answers %i for the recipient, without the words it says',
    async (code, words, said) => {
      await using server = await openMailServer({
        onRcptTo: (_address, _session, done) => done(smtpError(code, words)),
      })

      const posted = await messengerTo(server.url).post(place, key, message)

      expect(posted).toEqual({
        outcome: 'refused',
        reason: `メールサーバーが宛先を受け付けませんでした（${said}）。名簿を御確認ください。`,
      })
    },
  )

  it('is tried again after a temporary refusal, and then arrives', async () => {
    let times = 0
    await using server = await openMailServer({
      onRcptTo: (_address, _session, done) => done(times++ === 0 ? smtpError(451, '4.7.1 greylisted') : undefined),
    })
    const messenger = messengerTo(server.url)

    await expect(messenger.post(place, key, message)).rejects.toMatchObject({ code: 'smtp-EENVELOPE-451' })
    expect(await messenger.post(place, key, message)).toMatchObject({ outcome: 'posted' })

    expect(server.taken).toHaveLength(1)
  })

  it.each([
    [
      'the sender',
      { onMailFrom: (_address: object, _session: object, done: (e: Error) => void) => done(smtpError(550, 'no')) },
    ],
    ['the connection', { onConnect: (_session: object, done: (e: Error) => void) => done(smtpError(554, 'no')) }],
  ])('is not refused for good where the server does not take %s', async (_what, options) => {
    await using server = await openMailServer(options)

    await expect(messengerTo(server.url).post(place, key, message)).rejects.toMatchObject({
      code: expect.stringMatching(/^smtp-/u),
    })
  })

  it('is the same mail for a reader when it is sent twice', async () => {
    await using server = await openMailServer()
    const messenger = messengerTo(server.url)
    for (const one of [key, key, 'sapporo/R8-013.1']) await messenger.post(place, one, message)

    const ids = server.taken.map(({ bytes }) => readMail(bytes).headers.get('message-id'))

    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@example\.jp>$/u)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('throws where the server is gone', async () => {
    await using server = await openMailServer()
    await server.close()

    await expect(messengerTo(server.url).post(place, key, message)).rejects.toMatchObject({ code: 'smtp-ESOCKET' })
  })

  it('gives up on a server that never answers', async () => {
    await using server = await openSocketServer(() => {})

    const post = messengerTo(server.url, null, 100).post(place, key, message)

    await expect(post).rejects.toMatchObject({ code: 'smtp-ETIMEDOUT' })
  })

  it('gives up on a server that falls silent after it has the mail', async () => {
    await using server = await openMailServer({ onData: (stream) => void stream.resume() })

    const post = messengerTo(server.url, null, 200).post(place, key, message)

    await expect(post).rejects.toMatchObject({ code: 'smtp-ETIMEDOUT' })
  })

  it('gives up on a server that never comes to an end', async () => {
    await using server = await openSocketServer((socket) => {
      socket.write('220 hello\r\n')
      const timer = setInterval(() => socket.write('250-still here\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })

    const post = messengerTo(server.url, null, 150).post(place, key, message)

    await expect(post).rejects.toMatchObject({ code: 'smtp-EABORT' })
  })

  it('goes to this machine without TLS, and nowhere else', async () => {
    await using plain = await openMailServer({ disabledCommands: ['STARTTLS'] }, '0.0.0.0')
    const here = messengerTo(`smtp://localhost:${plain.port}`)
    const elsewhere = messengerTo(`smtp://0.0.0.0:${plain.port}`)

    await expect(elsewhere.post(place, key, message)).rejects.toMatchObject({ code: 'smtp-ETLS-500' })
    expect(plain.taken).toHaveLength(0)
    expect(await here.post(place, key, message)).toMatchObject({ outcome: 'posted' })
  })

  it('is not sent elsewhere under a certificate that nobody vouches for', async () => {
    await using server = await openMailServer({}, '0.0.0.0')

    await expect(messengerTo(server.url).post(place, key, message)).rejects.toMatchObject({
      code: expect.stringMatching(/^smtp-(?:ETLS|ESOCKET)$/u),
    })

    expect(server.taken).toEqual([])
  })

  it('logs in with the user and the password of the address, whatever signs they hold', async () => {
    const user = 'bot@example.jp'
    const password = 'p@ss:/?#[]%ü 秘密'
    const seen: unknown[] = []
    await using server = await openMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push({ username, password })
        done(null, { user: username })
      },
    })
    const url = `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${server.port}`

    await messengerTo(url).post(place, key, message)

    expect(seen).toEqual([{ username: user, password }])
    expect(server.taken).toHaveLength(1)
  })

  it('leaves a copy in the folder if there is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-'))
    await using server = await openMailServer()

    await messengerTo(server.url, folder).post(place, key, message)

    const [name = ''] = readdirSync(folder)
    expect(readMail(readFileSync(join(folder, name))).text).toBe(messageText(message))
    rmSync(folder, { recursive: true })
  })

  it('is not sent where the copy cannot be written', async () => {
    await using server = await openMailServer()

    await expect(messengerTo(server.url, '/dev/null/mail').post(place, key, message)).rejects.toThrow('ENOTDIR')

    expect(server.taken).toEqual([])
  })
})
