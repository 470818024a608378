import { describe, expect, it } from 'vitest'
import { openTeamsOffice } from '../../support/teams-office.ts'

/** Somebody of that language in a chat of her own, in a group and in a channel with others. */
async function openPlaces(locale: 'ja-JP' | 'en-US') {
  const office = await openTeamsOffice()
  const { teams } = office
  const person = teams.addUser({ name: '佐藤', locale })
  const members = [person, teams.addUser({ name: '鈴木' })]
  const places = [teams.personal(person), teams.addGroupChat({ members }), teams.addTeam({ name: '懇談会', members })]
  const [alone = ''] = places
  return {
    ...{ office, teams, person, places, alone },
    /** What is answered to a text in a place, where the bot is mentioned unless they are alone. */
    async hear(place: string, text: string): Promise<string> {
      const { id } = await teams.say(person, place, text, { mention: place !== alone })
      const thread = place.endsWith('tacv2') ? `${place};messageid=${id}` : place
      const [post] = await teams.until(() => teams.posts(thread).length > 0 && teams.posts(thread).slice(-1))
      return teams.read(post ?? expect.unreachable())
    },
    [Symbol.asyncDispose]: office[Symbol.asyncDispose],
  }
}

describe.each([
  ['ja-JP', 'こんにちは', '例：「No.34はなぜ×ですか」'],
  ['ja-JP', '使い方', '「出典」'],
  ['ja-JP', '？', 'ふだんの言葉でお尋ねください。'],
  ['ja-JP', '👍', 'お尋ねになりたいことを、そのままの言葉でお送りください。'],
  ['en-US', 'hello', 'For example: "Why was No.34 rated ×?"'],
  ['en-US', 'help', 'Send "source"'],
  ['en-US', '👍', 'Please send your question in your own words.'],
] as const)('to somebody of %s who says %s', (locale, text, answer) => {
  it.each([
    ['a chat of her own', 0],
    ['a group', 1],
    ['a channel', 2],
  ])('says what can be asked in %s', async (_, at) => {
    await using talk = await openPlaces(locale)

    expect(await talk.hear(talk.places[at] ?? '', text)).toContain(answer)
    expect([talk.teams.faults, talk.office.reports]).toEqual([[], []])
  })
})

it.each([
  ['ja-JP', 1, '例：「No.34はなぜ×ですか」'],
  ['ja-JP', 2, '例：「No.34はなぜ×ですか」'],
  ['en-US', 1, 'For example: "Why was No.34 rated ×?"'],
  ['en-US', 2, 'For example: "Why was No.34 rated ×?"'],
] as const)('greets who mentions it without a word (%s, %i)', async (locale, at, greeting) => {
  await using talk = await openPlaces(locale)

  expect(await talk.hear(talk.places[at] ?? '', '')).toContain(greeting)
})

it.each([
  ['ja-JP', '画像、スタンプ、ファイルは受け取っておりません'],
  ['en-US', 'pictures, stickers and files are not taken in'],
] as const)('says alone what became of a sticker, a picture and a file (%s)', async (locale, answer) => {
  await using talk = await openPlaces(locale)
  const { teams, person, alone } = talk
  const { delivered } = await teams.say(person, 'personal', '', { files: [{ name: '意見.docx', bytes: Buffer.of(1) }] })
  await teams.until(() => teams.posts(alone).length === 1)
  const sample = delivered?.activity ?? expect.unreachable()
  const html =
    '<div><div><img alt="sticker" itemtype="http://schema.skype.com/AMSImage" src="https://x.example/1"></div></div>'
  const picture = [
    { contentType: 'image/*', contentUrl: 'https://x.example/1' },
    { contentType: 'text/html', content: html },
  ]

  await teams.send({ ...sample, id: '1900000000001', text: undefined, attachments: picture.slice(1) })
  await teams.send({ ...sample, id: '1900000000002', text: '\n', attachments: picture })

  const posts = await teams.until(() => teams.posts(alone).length === 3 && teams.posts(alone))
  for (const post of posts) expect(teams.read(post)).toContain(answer)
  expect([teams.faults, talk.office.reports]).toEqual([[], []])
})

it('leaves a draft as it is when a sticker comes', async () => {
  const term = { from: '2020-04-01', to: '2999-03-31' }
  const member = { id: 'sato', name: '佐藤　一郎', title: '委員', terms: [term], mail: null }
  await using office = await openTeamsOffice({ members: [member] })
  const { teams } = office
  const user = office.user('sato')
  const hear = async (text: string) => {
    const before = teams.posts(user).length
    await teams.say(user, 'personal', text)
    return (await teams.until(() => teams.posts(user).length > before && teams.posts(user).slice(before))).map(
      teams.read,
    )
  }
  for (const text of ['意見', '1', '全般']) await hear(text)
  const [before] = await office.bot.desk.records.list('drafts')

  await hear('')

  expect(await office.bot.desk.records.list('drafts')).toEqual([before])
})

it('does not answer who reacts, edits, deletes, types, is added or goes', async () => {
  await using talk = await openPlaces('ja-JP')
  const { teams, person, alone, office } = talk
  const [, group = '', channel = ''] = talk.places
  const { delivered } = await teams.say(person, 'personal', 'No.34はなぜ×ですか')
  const sample = delivered?.activity ?? expect.unreachable()
  await teams.until(() => teams.posts(alone).length === 1)
  const ofMessage = (type: string, more: object) => teams.send({ ...sample, type, ...more })

  await ofMessage('messageReaction', { text: undefined, id: 'f:1', replyToId: '1', reactionsAdded: [{ type: 'like' }] })
  await ofMessage('messageReaction', {
    text: undefined,
    id: 'f:2',
    replyToId: '1',
    reactionsRemoved: [{ type: 'like' }],
  })
  await ofMessage('messageUpdate', { text: 'No.21の評価は？', channelData: { eventType: 'editMessage' } })
  await ofMessage('messageDelete', { text: '', channelData: { eventType: 'softDeleteMessage' } })
  await ofMessage('messageUpdate', { channelData: { eventType: 'undeleteMessage' } })
  await teams.typing(person, group)
  await teams.say(person, group, 'みなさん、No.34はなぜ×ですか')
  await teams.changeMembers(person, channel, [teams.addUser({ name: '高橋' })], true)
  await teams.install(person, group, 'remove')
  // Whatever had been answered would stand before this.
  await teams.say(person, 'personal', 'No.21の評価は？')

  await teams.until(() => teams.posts(alone).length > 1)
  expect([alone, group, channel].map((place) => teams.posts(place).length)).toEqual([2, 0, 0])
  expect([teams.faults, office.reports]).toEqual([[], []])
})
