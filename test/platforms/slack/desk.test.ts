import { describe, expect, it } from 'vitest'
import { ways } from '../../support/slack-office.ts'
import { openSlackSecretariat, soon } from '../../support/slack-secretariat.ts'

type Desk = Awaited<ReturnType<typeof openSlackSecretariat>>

/** Presses a button under the card of a submission and returns the dialog that it opens. */
async function open(
  { slack, office, user, card, shown }: Desk,
  who: string,
  receipt: string,
  label: string,
  of = card(receipt),
) {
  const before = slack.views(user(who)).length
  await slack.press(user(who), { channel: office, ts: of?.ts ?? '' }, label)
  await slack.until(() => slack.views(user(who)).length > before)
  return await shown(who)
}

const titleOf = (view: object) => JSON.stringify('title' in view ? view.title : '')

const itemOf = async ({ records }: Desk, item: string) => (await records.find('items', item))?.value

describe.each(ways)('the secretariat’s cards over %s', (way) => {
  it('puts the acts under a card, not under what was done', async () => {
    await using desk = await openSlackSecretariat(way)
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.slack.until(() => desk.thread(receipt).length > 0)

    const buttons = (post: { blocks?: unknown } | undefined) =>
      JSON.stringify(post?.blocks).match(/desk:[a-z]+/gu) ?? []
    expect(buttons(desk.card(receipt))).toEqual(
      ['assign', 'dispose', 'respond', 'check', 'note', 'ask', 'due', 'see'].map((act) => `desk:${act}`),
    )
    expect(desk.thread(receipt).flatMap(buttons)).toEqual([])
    expect(desk.slack.faults).toEqual([])
  })

  it('assigns an item to divisions; the card and its thread say so', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const lines = desk.thread(receipt).length
    await open(desk, 'yamada', receipt, '担当課')

    const { outcome } = await desk.submit('yamada', { lead: '農政課', others: ['福祉総務課'] }, 1)

    expect(outcome).toBe('updated')
    expect(JSON.stringify(slack.view(user('yamada'))?.blocks)).toContain('農政課')
    expect(await itemOf(desk, `${receipt}-1`)).toMatchObject({ lead: 'ka1', others: ['ka3'] })
    await slack.until(() => desk.card(receipt)?.text.includes('主担当：農政課'))
    await slack.until(() => desk.thread(receipt).length === lines + 1)
    await slack.idle()
    expect(desk.thread(receipt).at(-1)?.text).toContain('担当課を定めた（農政課、福祉総務課）')
    expect(slack.posts(desk.office).filter((post) => post.thread_ts === undefined)).toHaveLength(1)
    expect((await desk.records.list('acts')).filter(({ value }) => value.did === 'item-assigned')).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })

  it('chooses among items in the dialog, and carries nothing over to another', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '・橋を直してほしい\n・道を広げてほしい')
    await open(desk, 'yamada', receipt, '回答案')
    slack.fill(user('yamada'), { text: '一つ目の案' })

    await slack.press(user('yamada'), 'view', 'desk:item', `${receipt}-2`)
    await slack.until(() => JSON.stringify(slack.view(user('yamada'))?.blocks).includes('道を広げてほしい」'))
    const empty = await desk.submit('yamada')
    const { outcome } = await desk.submit('yamada', { text: '前半。', more: '後半。' })

    expect(empty).toMatchObject({ outcome: 'errors', errors: { [`text@${receipt}-2`]: expect.any(String) } })
    expect(outcome).toBe('updated')
    expect((await desk.records.list('responses')).map(({ value }) => [value.item, value.text])).toEqual([
      [`${receipt}-2`, '前半。\n後半。'],
    ])
    expect(slack.faults).toEqual([])
  })

  it('disposes of items, also together with another that is looked for', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const first = await desk.file('sato', '橋を直してほしい')
    const second = await desk.file('suzuki', '橋が古い')
    await open(desk, 'yamada', second, '取扱い')

    const none = await desk.submit('yamada', { as: 'with' })
    const { options } = await slack.options(user('yamada'), 'with', '直して')
    const { outcome } = await desk.submit('yamada', { as: 'with', with: options[0]?.value ?? '' })
    await slack.close(user('yamada'))
    await open(desk, 'yamada', first, '取扱い')
    const refused = await desk.submit('yamada', { as: 'none' })

    expect(none).toMatchObject({ outcome: 'errors', errors: { [`with@${second}-1`]: expect.any(String) } })
    expect(options.map(({ value }) => value)).toEqual([`${first}-1`])
    expect(outcome).toBe('updated')
    expect(await itemOf(desk, `${second}-1`)).toMatchObject({ disposition: { kind: 'with', item: `${first}-1` } })
    expect(refused.outcome).toBe('updated')
    expect(JSON.stringify(slack.view(user('yamada'))?.blocks)).toContain('まとめて回答することとしています')
    expect(await itemOf(desk, `${first}-1`)).toMatchObject({ disposition: { kind: 'answer' } })
    expect(slack.faults).toEqual([])
  })

  it('writes a draft that a colleague checks, reading the very version', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await open(desk, 'yamada', receipt, '回答案')
    await desk.submit('yamada', { text: '検討してまいりたい。' })
    await slack.close(user('yamada'))

    await open(desk, 'yamada', receipt, '確認')
    const own = await desk.submit('yamada')
    const refusal = JSON.stringify(slack.view(user('yamada'))?.blocks)
    const shown = JSON.stringify((await open(desk, 'kimura', receipt, '確認')).blocks)
    const checked = await desk.submit('kimura')

    expect(own.outcome).toBe('updated')
    expect(refusal).toContain('御自身がお書きになったもの')
    expect(shown).toMatch(/第1版.*検討してまいりたい。/u)
    expect(checked.outcome).toBe('updated')
    expect(await itemOf(desk, `${receipt}-1`)).toMatchObject({ checked: { by: 'kimura' } })
    await slack.until(() => desk.card(receipt)?.text.includes('確認済み'))
    expect(slack.faults).toEqual([])
  })

  it('notes, asks the member, sets a day and shows all of it', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await open(desk, 'yamada', receipt, 'メモ')
    await desk.submit('yamada', { text: '現地を見る' })
    await slack.close(user('yamada'))
    await open(desk, 'yamada', receipt, 'お伺い')
    const past = await desk.submit('yamada', { text: 'どの橋ですか', until: '2020-01-06' })
    const asked = await desk.submit('yamada', { text: 'どの橋ですか', until: soon })
    await slack.close(user('yamada'))
    await open(desk, 'yamada', receipt, '期限')
    const weekend = await desk.submit('yamada', { day: '2099-01-01' })
    const due = await desk.submit('yamada', { day: soon })
    await slack.close(user('yamada'))

    const all = await open(desk, 'kimura', receipt, '見る')

    expect(past).toMatchObject({
      outcome: 'errors',
      errors: { [`until@${receipt}-1`]: expect.stringContaining('過ぎて') },
    })
    expect(asked.outcome).toBe('updated')
    expect(weekend).toMatchObject({ outcome: 'errors', errors: { [`day@${receipt}-1`]: expect.any(String) } })
    expect(due.outcome).toBe('updated')
    expect(await itemOf(desk, `${receipt}-1`)).toMatchObject({ due: soon })
    expect((await desk.records.list('questions')).map(({ value }) => value.text)).toEqual(['どの橋ですか'])
    expect(JSON.stringify(all.blocks)).toMatch(/現地を見る.*履歴/su)
    expect(slack.faults).toEqual([])
  })

  it('lets one of two win, and shows the other what happened', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await open(desk, 'yamada', receipt, '担当課')
    await open(desk, 'kimura', receipt, '担当課')

    const [one, other] = await Promise.all([
      desk.submit('yamada', { lead: '農政課' }),
      desk.submit('kimura', { lead: '環境政策課' }),
    ])

    expect([one.outcome, other.outcome]).toEqual(['updated', 'updated'])
    const views = ['yamada', 'kimura'].map((who) => JSON.stringify(slack.view(user(who))?.blocks))
    expect(views.filter((text) => text.includes('その間に行われたことは次のとおりです'))).toHaveLength(1)
    const late = views.findIndex((text) => text.includes('その間に行われたこと')) === 0 ? 'yamada' : 'kimura'
    const acts = (await desk.records.list('acts')).filter(({ value }) => value.did === 'item-assigned')
    expect(acts).toHaveLength(1)
    // He sees what it is now, and what he had chosen is still there to be sent.
    const again = await desk.submit(late, late === 'yamada' ? { lead: '農政課' } : { lead: '環境政策課' })
    expect(again.outcome).toBe('updated')
    expect(await itemOf(desk, `${receipt}-1`)).toMatchObject({ lead: late === 'yamada' ? 'ka1' : 'ka2' })
    expect(slack.faults).toEqual([])
  })

  it('changes nothing for members and guests, whatever they press or send', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const guest = slack.addUser({ name: '通りがかり', guest: true })
    for (const one of [guest, user('sato')]) slack.room(office).members.add(one)
    const stored = async () =>
      JSON.stringify(
        await Promise.all(
          (['items', 'acts', 'notes', 'responses', 'questions'] as const).map((one) => desk.records.list(one)),
        ),
      )
    const before = await stored()

    for (const who of [guest, user('sato')]) {
      for (const label of ['担当課', '取扱い', '回答案', '確認', 'メモ', 'お伺い', '期限', '見る']) {
        await slack.press(who, { channel: office, ts: desk.card(receipt)?.ts ?? '' }, label)
        const view = await slack.until(() => slack.view(who)?.callback_id !== 'waiting' && slack.view(who))
        expect(JSON.stringify(view.blocks)).toContain('事務局の職にある方から承っております')
        expect(view.submit ?? null).toBeNull()
        expect(JSON.stringify(view)).not.toContain('橋')
        await slack.close(who, true)
      }
      // A form that was opened by one of the staff, sent as somebody else.
      await open(desk, 'yamada', receipt, 'メモ')
      const { id, private_metadata } = slack.view(user('yamada')) ?? { id: '', private_metadata: '' }
      const forged = {
        type: 'view_submission',
        ...{ team: { id: slack.teamId }, user: { id: who }, trigger_id: 'x.y' },
        view: {
          id: `${id}X`,
          callback_id: 'desk',
          private_metadata,
          state: { values: { a: { text: { type: 'plain_text_input', value: '偽' } } } },
        },
      }
      const contentType = 'application/x-www-form-urlencoded'
      if (way === 'http') {
        const send = async (payload: object) =>
          (await slack.deliver(`payload=${encodeURIComponent(JSON.stringify(payload))}`, { contentType })).body
        const asks = { ...forged, type: 'block_suggestion', action_id: 'person', value: '' }
        expect(await send(forged)).toContain('事務局の職にある方から承っております')
        expect(await send(asks)).toBe(JSON.stringify({ options: [] }))
      }
      await slack.close(user('yamada'), true)
    }

    await slack.idle()
    expect(await stored()).toBe(before)
    expect(slack.faults).toEqual([])
  })

  it('posts a card anew that somebody has deleted', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const old = slack.room(office).messages.find((message) => message.ts === desk.card(receipt)?.ts)
    await open(desk, 'yamada', receipt, 'メモ')
    if (old !== undefined) old.deleted = true

    await desk.submit('yamada', { text: '現地を見る' })

    const card = await slack.until(() => desk.card(receipt))
    expect(card.ts).not.toBe(old?.ts)
    expect(JSON.stringify(card.blocks)).toContain('desk:assign')
    expect(slack.faults).toEqual([])
  })

  it('sends what no dialog holds as a direct message', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file(
      'sato',
      Array.from({ length: 40 }, (_, at) => `・${at}番の橋を直してほしい`).join('\n'),
    )

    const shown = JSON.stringify((await open(desk, 'yamada', receipt, '見る')).blocks)

    expect(shown).toContain('ダイレクトメッセージを御覧ください')
    const direct = slack.direct(user('yamada'))
    await slack.until(() => slack.posts(direct).some(({ text }) => text.includes(`${receipt}-40`)))
    expect(slack.faults).toEqual([])
  })

  it('does to all items of an opinion what is done to them all', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '・橋を直してほしい\n・道を広げてほしい\n・公園がほしい')
    await open(desk, 'yamada', receipt, '担当課')
    await desk.submit('yamada', { lead: '農政課', all: ['all'] })
    await slack.close(user('yamada'), true)
    await open(desk, 'yamada', receipt, '取扱い')
    await slack.options(user('yamada'), 'with', '公園')

    const { outcome } = await desk.submit('yamada', { as: 'with', with: `${receipt}-3`, all: ['all'] })

    expect(outcome).toBe('updated')
    const items = (await desk.records.list('items')).map(({ value: { lead, disposition } }) => [
      lead,
      disposition?.kind,
    ])
    expect(items).toEqual([
      ['ka1', 'with'],
      ['ka1', 'with'],
      ['ka1', 'answer'],
    ])
    expect(slack.faults).toEqual([])
  })

  it('looks for a division where there are more than a list takes', async () => {
    const divisions = Array.from({ length: 120 }, (_, at) => `第${at}課`)
    await using desk = await openSlackSecretariat(way, { divisions })
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await open(desk, 'yamada', receipt, '担当課')

    const lead = await slack.options(user('yamada'), 'lead', '第117')
    const others = await slack.options(user('yamada'), 'others', '')
    await desk.submit('yamada', { lead: '第117課', others: ['第5課', '第49課'] })

    expect(lead.options.map(({ value }) => value)).toEqual(['ka118'])
    expect(others.options).toHaveLength(100)
    expect(await itemOf(desk, `${receipt}-1`)).toMatchObject({ lead: 'ka118', others: ['ka6', 'ka50'] })
    expect(slack.faults).toEqual([])
  })

  it('speaks English to who reads English', async () => {
    await using desk = await openSlackSecretariat(way, { locale: 'en-US' })
    const { slack, user, office } = desk
    const receipt = await desk.file('sato', '・橋を直してほしい\n・道を広げてほしい')
    await slack.say(user('yamada'), office, 'メニュー', { mention: true })
    const { ts } = await slack.until(() =>
      slack.posts(office).find((post) => JSON.stringify(post.blocks).includes('desk:share')),
    )
    await slack.until(() => slack.callsOf('users.info').length > 0)
    const titles: string[] = []

    for (const act of ['assign', 'dispose', 'respond', 'check', 'note', 'ask', 'due', 'see']) {
      await slack.press(user('yamada'), { channel: office, ts: desk.card(receipt)?.ts ?? '' }, `desk:${act}`)
      titles.push(titleOf(await desk.shown('yamada')))
      await slack.close(user('yamada'), true)
    }
    for (const act of [
      'list',
      'unanswered',
      'inquiry',
      'annex',
      'ledger',
      'digest',
      'share',
      'publish',
      'undo',
      'open-call',
    ]) {
      await slack.press(user('yamada'), { channel: office, ts }, `desk:${act}`)
      titles.push(titleOf(await desk.shown('yamada')))
      await slack.close(user('yamada'), true)
    }

    expect(titles.filter((title) => /[ぁ-んァ-ヶ一-龠]/u.test(title))).toEqual([])
    expect(slack.faults).toEqual([])
  })

  it('comes to the same where a form is sent once more later', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await open(desk, 'yamada', receipt, 'メモ')
    const first = await desk.submit('yamada', { text: '現地を見る' })
    if (way === 'socket') return
    const { payload } = first.delivered as unknown as { payload: object }

    const timestamp = String(Math.floor(Date.now() / 1000) + 1)
    const contentType = 'application/x-www-form-urlencoded'
    const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`
    const again = await slack.deliver(body, { contentType, timestamp })

    expect(again.body).toContain('お預かりしました')
    expect(await desk.records.list('notes')).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })
})
