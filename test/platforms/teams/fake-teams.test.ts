import { type Activity, MessageFactory, TeamsInfo, TurnContext } from 'botbuilder'
import { expect, it } from 'vitest'
import { openCloudAdapterApp } from '../../support/fake-teams/cloud-adapter-app.ts'

const adaptive = (content: object) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content })
const card = (body: object[], actions: object[] = []) =>
  adaptive({ type: 'AdaptiveCard', version: '1.5', body, ...(actions.length > 0 ? { actions } : {}) })
const block = (text: string) => ({ type: 'TextBlock', text, wrap: true })
const message = (text: string, attachment: ReturnType<typeof adaptive>) => ({
  type: 'message',
  text,
  attachments: [attachment],
})
const invokeResponse = (body: unknown) => ({ type: 'invokeResponse', value: { status: 200, body } })

it('brings a message of a person to the real adapter, and its answer into the chat', async () => {
  await using app = await openCloudAdapterApp(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`回答：${context.activity.text}`)
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })

  const { delivered } = await teams.say(member, 'personal', 'No.34 は')

  expect(delivered).toMatchObject({ outcome: 'answered', status: 200 })
  expect(teams.posts(member).map(teams.read)).toEqual(['回答：No.34 は'])
  expect([app.errors, teams.faults]).toEqual([[], []])
})

it('tells the app of a channel only where it is mentioned, and keeps its answer in the thread', async () => {
  await using app = await openCloudAdapterApp(async (context) => {
    await context.sendActivity(`回答：${TurnContext.removeRecipientMention(context.activity)}`)
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  const team = teams.addTeam({ name: '懇談会', members: [member] })
  const channel = teams.addChannel(team, '質問')

  const unheard = await teams.say(member, channel, '雑談')
  const heard = await teams.say(member, channel, 'No.34 は', { mention: true })
  await teams.say(member, `${channel};messageid=${heard.id}`, '続き', { mention: true })

  expect(unheard.delivered).toBeUndefined()
  expect(teams.messages(`${channel};messageid=${heard.id}`).map(teams.read)).toEqual([
    '<at>懇談会ボット</at> No.34 は',
    '回答：No.34 は',
    '<at>懇談会ボット</at> 続き',
    '回答：続き',
  ])
  expect([app.errors, teams.faults]).toEqual([[], []])
})

it('updates and deletes what the bot posted, also long after the turn', async () => {
  const ids: string[] = []
  await using app = await openCloudAdapterApp(async (context, adapter) => {
    const reference = TurnContext.getConversationReference(context.activity)
    for (const text of ['一', '二']) ids.push((await context.sendActivity(text))?.id ?? '')
    await adapter.continueConversationAsync(context.adapter ? teams.appId : '', reference, async (later) => {
      await later.updateActivity({ ...MessageFactory.text('一、改め'), id: ids[0] as string })
      await later.deleteActivity(ids[1] as string)
    })
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })

  await teams.say(member, 'personal', '始め')

  expect(teams.posts(member).map(({ id, text, edited }) => ({ id, text, edited }))).toEqual([
    { id: ids[0], text: '一、改め', edited: true },
  ])
  expect([app.errors, teams.faults]).toEqual([[], []])
})

it('opens chats and threads for the bot, and tells it who is where', async () => {
  const seen: unknown[] = []
  await using app = await openCloudAdapterApp(async (context, adapter) => {
    const { teams } = app
    const { members } = await TeamsInfo.getPagedMembers(context)
    const { name } = await TeamsInfo.getTeamDetails(context)
    const channels = await TeamsInfo.getTeamChannels(context)
    const { userRole } = await TeamsInfo.getMember(context, context.activity.from.id)
    seen.push(
      members.map((one) => one.name),
      name,
      channels.map((one) => one.name),
      userRole,
    )
    const place = { tenantId: teams.tenant, isGroup: false, bot: teams.bot, members: [context.activity.from] }
    const parameters = { ...place, channelData: { tenant: { id: teams.tenant } } } as never
    const { serviceUrl } = teams
    await adapter.createConversationAsync(teams.appId, 'msteams', serviceUrl, '', parameters, async (chat) => {
      await chat.sendActivity('直に')
    })
    const first = MessageFactory.text('新たに') as Activity
    seen.push(await TeamsInfo.sendMessageToTeamsChannel(context, first, channel, teams.appId))
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  const guest = teams.addUser({ name: '鈴木', guest: true })
  const team = teams.addTeam({ name: '懇談会', members: [member, guest] })
  const channel = teams.addChannel(team, '事務局')

  await teams.say(guest, team, 'はい', { mention: true })

  expect(app.errors).toEqual([])
  expect(seen.slice(0, 4)).toEqual([['佐藤', '鈴木'], '懇談会', [undefined, '事務局'], 'guest'])
  expect(teams.posts(guest).map(teams.read)).toEqual(['直に'])
  expect(teams.posts(channel).map(teams.read)).toEqual(['新たに'])
  expect(teams.faults).toEqual([])
})

it('presses buttons: a Submit becomes a message with its value, an Execute an invoke with its card', async () => {
  const values: unknown[] = []
  await using app = await openCloudAdapterApp(async (context) => {
    const { type, name, value, text } = context.activity
    if (name === 'adaptiveCard/action') {
      values.push(value.action, value.trigger)
      const shown = {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: card([block('済み')]).content,
      }
      await context.sendActivity(invokeResponse(shown) as never)
    } else if (type === 'message' && value !== undefined) values.push(value)
    else if (text !== undefined) {
      const input = {
        type: 'Input.Text',
        id: 'note',
        label: '備考',
        isRequired: true,
        errorMessage: '入力してください',
        maxLength: 5,
      }
      const submit = { type: 'Action.Submit', title: '送る', data: { kind: 'note' } }
      const execute = {
        type: 'Action.Execute',
        title: '更新',
        verb: 'renew',
        data: { no: 1 },
        associatedInputs: 'none',
      }
      const content = {
        ...card([block('受付'), input], [submit, execute]).content,
        refresh: { action: { ...execute }, userIds: [member] },
      }
      await context.sendActivity(message('受付', adaptive(content)) as never)
    }
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  await teams.say(member, 'personal', '始め')
  const [post] = teams.posts(member)
  if (post === undefined) throw new Error(teams.faults.join())

  const held = [
    await teams.press(member, post, '送る'),
    await teams.press(member, post, '送る', { 備考: '長すぎます。' }),
  ]
  const sent = await teams.press(member, post, '送る', { 備考: '賛成' }, { duplicate: 1 })
  const renewed = await teams.press(member, post, '更新')
  const refreshed = await teams.refresh(member, post)

  expect(held).toEqual([
    { outcome: 'blocked', errors: { note: '入力してください' } },
    { outcome: 'blocked', errors: { note: 'too long' } },
  ])
  expect([sent.outcome, renewed.outcome, refreshed?.outcome]).toEqual(['delivered', 'card', 'card'])
  const action = { type: 'Action.Execute', verb: 'renew', data: { no: 1 } }
  const note = { kind: 'note', note: '賛成' }
  expect(values).toEqual([note, note, action, 'manual', action, 'automatic'])
  expect(teams.read(post)).toBe('受付\n受付\n備考 []\n[送る]\n[更新]')
  expect([app.errors, teams.faults]).toEqual([[], []])
})

it('opens a dialog from a button and from a message, submits it, and closes it', async () => {
  const heard: unknown[] = []
  const input = { type: 'Input.Text', id: 'text', label: '本文', isMultiline: true }
  const form = (title: string) => ({
    task: {
      type: 'continue',
      value: { title, card: card([input], [{ type: 'Action.Submit', title: '出す', data: { step: title } }]) },
    },
  })
  await using app = await openCloudAdapterApp(async (context) => {
    const { type, name, value } = context.activity
    if (type === 'message') {
      const open = {
        type: 'Action.Submit',
        title: '意見を出す',
        data: { msteams: { type: 'task/fetch' }, form: 'opinion' },
      }
      await context.sendActivity(message('意見', card([block('意見')], [open])) as never)
      return
    }
    heard.push([name, value.data, value.messagePayload?.body.content])
    const again = value.data?.text === '誤り'
    const done = name?.endsWith('submit') === true || name?.endsWith('submitAction') === true
    await context.sendActivity(
      invokeResponse(
        !done ? form('意見') : again ? form('直し') : { task: { type: 'message', value: '受け付けました' } },
      ) as never,
    )
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  await teams.say(member, 'personal', '始め')
  const [said, post] = teams.messages(member)
  if (said === undefined || post === undefined) throw new Error(teams.faults.join())

  const opened = await teams.openDialog(member, post, '意見を出す')
  const wrong = await teams.submit(member, { 本文: '誤り' })
  const right = await teams.submit(member, { 本文: '賛成' })
  await teams.messageAction(member, 'quote', said)
  const quoted = await teams.submit(member, { 本文: '引用' })

  expect([opened.outcome, wrong.outcome, teams.dialog(member)]).toEqual(['dialog', 'dialog', undefined])
  expect([right, quoted]).toMatchObject(Array(2).fill({ outcome: 'message', text: '受け付けました' }))
  expect(heard).toEqual([
    ['task/fetch', { msteams: { type: 'task/fetch' }, form: 'opinion' }, undefined],
    ['task/submit', { step: '意見', text: '誤り' }, undefined],
    ['task/submit', { step: '直し', text: '賛成' }, undefined],
    ['composeExtension/fetchTask', undefined, '<div>始め</div>'],
    ['composeExtension/submitAction', { step: '意見', text: '引用' }, '<div>始め</div>'],
  ])
  expect([app.errors, teams.faults]).toEqual([[], []])
})

it('gives files to the bot, and takes one with the person’s consent', async () => {
  const read: string[] = []
  await using app = await openCloudAdapterApp(async (context) => {
    const { name, value, attachments = [] } = context.activity
    if (name === 'fileConsent/invoke') {
      await fetch(value.uploadInfo.uploadUrl, { method: 'PUT', body: '回答' })
      await context.sendActivity(invokeResponse({}) as never)
      return
    }
    for (const { content } of attachments.filter(({ contentType }) => contentType.endsWith('file.download.info')))
      read.push(await (await fetch(content.downloadUrl)).text())
    const content = { sizeInBytes: 6, acceptContext: { no: 1 }, declineContext: {} }
    const consent = { contentType: 'application/vnd.microsoft.teams.card.file.consent', name: '別紙.txt', content }
    await context.sendActivity({ type: 'message', attachments: [consent] })
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })

  await teams.say(member, 'personal', '', { files: [{ name: '意見.txt', bytes: Buffer.from('賛成') }] })
  const [post] = teams.posts(member)
  if (post === undefined) throw new Error(teams.faults.join())
  const { delivered, fileId } = await teams.consent(member, post)

  expect([read, delivered.status]).toEqual([['賛成'], 200])
  expect(teams.file(fileId ?? '')?.bytes?.toString()).toBe('回答')
  expect([app.errors, teams.faults]).toEqual([[], []])
})

it('tells the bot where it was installed, who came, and where it is no more', async () => {
  const heard: unknown[] = []
  await using app = await openCloudAdapterApp(async ({ activity }) => {
    const { type, action, membersAdded, membersRemoved, channelData } = activity
    const names = [...(membersAdded ?? []), ...(membersRemoved ?? [])].map(({ name }) => name)
    heard.push([type, action ?? channelData.eventType, names])
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  const comer = teams.addUser({ name: '鈴木' })
  const team = teams.addTeam({ name: '懇談会', members: [member], bot: false })

  await teams.install(member)
  await teams.install(member, team)
  await teams.changeMembers(member, team, [comer], true)
  await teams.install(member, team, 'remove')
  await teams.typing(member, 'personal')

  expect(heard).toEqual([
    ['conversationUpdate', undefined, ['懇談会ボット']],
    ['installationUpdate', 'add', []],
    ['conversationUpdate', 'teamMemberAdded', ['懇談会ボット']],
    ['installationUpdate', 'add', []],
    ['conversationUpdate', 'teamMemberAdded', ['鈴木']],
    ['conversationUpdate', 'teamMemberRemoved', ['懇談会ボット']],
    ['installationUpdate', 'remove', []],
    ['typing', undefined, []],
  ])
  expect(teams.place(team).members).toContain(comer)
  await expect(teams.say(member, team, 'いますか', { mention: true })).resolves.toMatchObject({ delivered: undefined })
})
