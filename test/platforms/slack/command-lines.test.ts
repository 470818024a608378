import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../../src/commands/read-command-line.ts'
import { ways } from '../../support/slack-office.ts'
import { call, openSlackSecretariat, soon } from '../../support/slack-secretariat.ts'

describe.each(ways)('commands in Slack over %s', (way) => {
  it('answers in the secretariat’s channel, to a mention in its thread', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')

    const { ts } = await slack.say(user('yamada'), office, `queue list —call ${call}`, { mention: true })

    const answer = await slack.until(() => slack.posts(office).find((post) => post.thread_ts === ts))
    expect(answer.text).toContain(`${receipt}-1`)
    expect(slack.faults).toEqual([])
  })

  it('does the same by /kondankai, which answers whoever gave it', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')

    await slack.command(user('yamada'), office, '/kondankai', `queue assign ${receipt}-1 --division 農政課`)

    await slack.until(() => slack.ephemerals.length > 0)
    expect(JSON.stringify(slack.ephemerals)).toContain('農政課')
    expect((await desk.records.find('items', `${receipt}-1`))?.value).toMatchObject({ lead: 'ka1' })
    await slack.until(() => desk.card(receipt)?.text.includes('農政課'))
    expect(slack.faults).toEqual([])
  })

  it('sends the files that a terminal would write', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.act('yamada', {
      name: 'queue',
      act: {
        do: 'assign',
        input: { targets: [{ item: receipt, seen: null }], divisions: { lead: '農政課', others: [] } },
      },
    })
    const direct = slack.direct(user('yamada'))

    await slack.say(user('yamada'), office, `annex --call ${call} --format docx`, { mention: true })
    await slack.say(user('yamada'), direct, `inquiry write --call ${call} --due ${soon} --contact 山田 --accept`)
    await slack.command(user('yamada'), office, '/kondankai', 'ledger --out x.csv')

    await slack.until(() => desk.sentFiles().length === 4 && slack.ephemerals.length > 0)
    const files = desk.sentFiles()
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...[`別紙_${call}_案.docx`, '受付簿.csv'],
        ...[expect.stringMatching(/農政課.*\.txt$/u), expect.stringMatching(/農政課.*\.xlsx$/u)],
      ]),
    )
    expect(files.filter(({ channels }) => channels[0] === direct)).toHaveLength(2)
    expect(files.find(({ name }) => name === '受付簿.csv')?.bytes?.toString()).toContain(receipt)
    expect(slack.faults).toEqual([])
  })

  it('sends a file once where the answer to it is lost', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user, office } = desk
    await desk.file('sato', '橋を直してほしい')
    slack.weather = ({ method }) => (method === 'files.completeUploadExternal' ? 'lost-answer' : 'fine')

    const { ts } = await slack.say(user('yamada'), office, 'ledger --call standing', { mention: true })

    await slack.until(() => slack.posts(office).some((post) => post.thread_ts === ts && post.text.includes('受付簿')))
    await slack.idle()
    expect(desk.sentFiles()).toHaveLength(1)
    expect(slack.callsOf('files.completeUploadExternal')).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })

  it('goes on in the direct message where others read along, and refuses whoever is no staff', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const guest = slack.addUser({ name: '通りがかり' })
    const open = slack.addChannel({ name: 'open', members: [user('yamada'), user('suzuki'), guest] })
    slack.room(office).members.add(guest)

    await slack.say(user('yamada'), open, 'queue list', { mention: true })
    await slack.say(user('suzuki'), open, `queue note ${receipt}-1 --text 見たい`, { mention: true })
    await slack.say(guest, office, 'queue list', { mention: true })

    await slack.until(() => slack.posts(slack.direct(user('yamada'))).length > 0)
    await slack.until(() => slack.posts(slack.direct(user('suzuki'))).length > 0)
    await slack.until(() => slack.posts(office).some((post) => post.text.includes('事務局の職にある方')))
    await slack.idle()
    expect(JSON.stringify(slack.posts(open))).not.toContain(receipt)
    expect(slack.posts(slack.direct(user('yamada')))[0]?.text).toContain(`${receipt}-1`)
    expect(JSON.stringify(slack.posts(slack.direct(user('suzuki'))))).toContain('事務局の職にある方')
    expect(await desk.records.list('notes')).toEqual([])
    expect(slack.faults).toEqual([])
  })

  it('says how a command is written', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office, user } = desk

    await slack.say(user('yamada'), office, 'queue show', { mention: true })
    await slack.say(user('yamada'), 'dm', 'queue --help')

    await slack.until(() => slack.posts(office).some((post) => post.text.includes('ITEM|RECEIPT is missing')))
    await slack.until(() =>
      slack.posts(slack.direct(user('yamada'))).some((post) => post.text.includes('Usage: queue list')),
    )
    expect(slack.faults).toEqual([])
  })
})

describe('a line of a conversation', () => {
  it.each([
    'No.34はなぜ×ですか',
    'queue',
    'digest',
    'annex of last year?',
    'call me tomorrow',
    'opinions',
    'queuelist',
    '',
  ])('is something said: %j', async (text) => {
    expect(await readCommandLine(text)).toBeUndefined()
  })

  it.each([
    ['opinion submit --text-file /etc/passwd', '--text-file is for a terminal'],
    ['release print R8-001-1 --text-file /etc/passwd', '--text-file is for a terminal'],
    ['opinion none --on-behalf a --means fax --day x --original /etc/passwd', '--original is for a terminal'],
    ['roster import /etc/passwd', 'reads a file'],
    ['inquiry take /etc/passwd', 'reads a file'],
    ['queue list --as yamada', '--as is for a terminal'],
    ['queue show "R8', 'the quote is not closed'],
  ])('reads no file of the machine and lets nobody act for another: %j', async (text, says) => {
    expect(await readCommandLine(text)).toMatchObject({ form: { name: 'usage', text: expect.stringContaining(says) } })
  })
})
