import { describe, expect, it } from 'vitest'
import { QueueAct } from '../../src/conversation/queue-form.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { notStaff } from '../support/office.ts'
import { divisions } from '../support/queue-office.ts'

const one = (item: string, seen: number | null = null) => ({ item, seen })
const nothing = { call: null, state: null, division: null, project: null, disposition: null, until: null }

/** An act of each kind, that staff may carry out in `openBusyOffice`; what a model suggests has tests of its own. */
const acts: { readonly [Do in Exclude<QueueAct['do'], 'suggest'>]: QueueAct } = {
  list: { do: 'list', ...nothing, overdue: false },
  show: { do: 'show', about: 'Ｒ８－１' },
  split: { do: 'split', input: { target: one('r8-2-1'), at: ['また、'] } },
  join: { do: 'join', input: { targets: [one('R8-001-1'), one('Ｒ８－００１－２')] } },
  dispose: { do: 'dispose', input: { targets: [one('R8-001-1')], as: 'none' } },
  group: { do: 'group', input: { lead: one('R8-001-1'), targets: [one('R8-2')] } },
  assign: { do: 'assign', input: { targets: [one('R8-2')], divisions: { lead: '農政 課', others: ['kankyo'] } } },
  'assign-from-table': { do: 'assign-from-table', input: { call: '2026-1' } },
  table: { do: 'table' },
  charge: { do: 'charge', project: 'No.34', divisions: { lead: '農政課', others: [] } },
  due: { do: 'due', input: { targets: [one('R8-001-1')], day: '2026-08-31' } },
  note: { do: 'note', input: { target: one('R8-001-1'), text: '内緒のメモ' } },
  ask: { do: 'ask', target: one('R8-001-1'), text: 'どの道路ですか', until: '2026-08-31' },
  respond: { do: 'respond', input: { target: one('R8-001-1'), text: '検討してまいりたい。' } },
  check: { do: 'check', input: { target: one('R8-003-1'), response: 1 } },
}
const views: readonly string[] = ['list', 'show', 'table']

const form = (act: QueueAct) => ({ name: 'queue', act: QueueAct.parse(act) }) as const

async function openBusyOffice() {
  const office = await openFrontOffice()
  const { records, put, fill } = office
  await put(
    records.put('divisions', '2026', { fiscalYear: 2026, divisions }),
    records.put('charges', '2024-2-annex/34', { document: '2024-2-annex', number: 34, lead: 'kankyo', others: [] }),
  )
  await fill('sato', opinionForm('・道路について\n・橋について', { subject: 'No.34' }))
  await fill('sato', opinionForm('公園について。また、川について。'))
  await fill('sato', opinionForm('森について'))
  const responded = { do: 'respond', input: { target: one('R8-003-1'), text: '育てていく。' } } as const
  expect((await fill('kimura', form(responded))).told).toMatchObject([{ kind: 'item-responded' }])
  return {
    ...office,
    do: async (act: QueueAct, who = 'yamada', from: Parameters<typeof fill>[2] = {}) =>
      await fill(who, form(act), from),
    seen: async (item: string) => (await records.find('items', item))?.version ?? 0,
  }
}

describe.each(Object.entries(acts))('the act %s', (name, act) => {
  it.each(notStaff)('is refused to %s, and changes nothing', async (who) => {
    await using office = await openBusyOffice()
    const before = await office.stored()

    const { told, text } = await office.do(act, who)

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(text).toContain('事務局の職にある方')
    expect(await office.stored()).toEqual(before)
  })

  it('is carried out for staff once, in words of either language, and told again alike', async () => {
    await using office = await openBusyOffice()

    const first = await office.do(act, 'yamada', { id: 'once' })
    const written = (await office.records.list('acts')).length
    const again = await office.do(act, 'yamada', { id: 'once', language: 'en' })

    expect(first.told).toEqual([expect.not.objectContaining({ kind: 'refused' })])
    expect(again.told).toEqual(first.told)
    expect((await office.records.list('acts')).length).toBe(written)
    expect(first.text).not.toBe('')
    expect(again.text).not.toBe(first.text)
    for (const text of [first.text, again.text]) expect(text).not.toMatch(/undefined|\[object|null/u)
  })

  it('is written into the audit log where it changes something, without words or names of a member', async () => {
    await using office = await openBusyOffice()
    const before = (await office.records.list('acts')).length

    await office.do(act)

    const logged = (await office.records.list('acts')).slice(before).map(({ value }) => value)
    expect(logged.length > 0).toBe(!views.includes(name))
    for (const entry of logged) {
      expect(entry.by).toEqual({ kind: 'staff', id: 'yamada', post: '係長' })
      expect(JSON.stringify(entry)).not.toMatch(/道路|橋|公園|メモ|検討|佐藤|sato/u)
    }
  })

  it('leaves no words of its own in the inbox', async () => {
    await using office = await openBusyOffice()

    await office.do(act, 'yamada', { id: 'this' })

    const turn = await office.store.find({ committee: 'sapporo-vision', collection: 'turns', id: 'this' })
    expect(JSON.stringify(turn?.value)).not.toMatch(/また、|道路|公園|メモ|検討/u)
    expect(turn?.value).toMatchObject(views.includes(name) ? { told: [] } : { told: [{}] })
  })
})

it('shows members that their opinion is being considered from the first handling on, and nothing of the office', async () => {
  await using office = await openBusyOffice()
  const status = async () => (await office.take('sato', { kind: 'say', text: 'R8-001' })).text
  const before = await status()

  await office.do(acts.note)
  await office.do(acts.respond)

  expect(before).toContain('受付済み')
  expect(await status()).toContain('検討中')
  expect(await status()).not.toMatch(/メモ|検討してまいりたい/u)
})

describe('a change to what has changed meanwhile', () => {
  it('is refused, naming who did what and when, and changes nothing', async () => {
    await using office = await openBusyOffice()
    const seen = await office.seen('R8-001-1')
    await office.do(acts.assign)
    await office.do(
      { ...acts.assign, input: { targets: [one('R8-001-1')], divisions: { lead: '農政課', others: [] } } } as QueueAct,
      'kimura',
    )
    const before = await office.stored()

    const late = { do: 'respond', input: { target: one('R8-001-1', seen), text: '後からの案。' } } as const
    const { told, text } = await office.do(late)
    const english = await office.do(late, 'yamada', { language: 'en' })

    expect(told).toMatchObject([
      {
        ...{ kind: 'refused', why: 'changed-meanwhile', item: 'R8-001-1' },
        since: [{ did: 'item-assigned', by: { kind: 'staff', id: 'kimura' } }],
      },
    ])
    expect(text).toContain('R8-001-1は、御覧になった後に変わっていますので、変更しておりません。')
    expect(text).toContain('・8月20日（木）21時14分　木村　桜（kimura）　担当課を定めた（農政課）')
    expect(english.text).toContain('- Thursday 20 August, 21:14  木村　桜 (kimura)  named the divisions (農政課)')
    expect(await office.stored()).toEqual(before)
  })

  it('tells of a member’s edit too, and is made where what was seen still stands', async () => {
    await using office = await openBusyOffice()
    const seen = await office.seen('R8-001-1')
    await office.fill('sato', opinionForm('・道路を直して\n・橋について', { edits: 'R8-001' }))
    const due = (version: number): QueueAct => ({
      do: 'due',
      input: { targets: [one('R8-001-1', version)], day: '2026-08-31' },
    })

    const stale = await office.do(due(seen))
    const made = await office.do(due(await office.seen('R8-001-1')))

    expect(stale.told).toMatchObject([{ why: 'changed-meanwhile', since: [{ did: 'edited', by: { kind: 'member' } }] }])
    expect(stale.text).toContain('委員　御意見を修正した（第2版）')
    expect(made.told).toEqual([{ kind: 'due-set', items: ['R8-001-1'], day: '2026-08-31' }])
  })

  it('is refused to the second of two who answer what they saw at the same time', async () => {
    await using office = await openBusyOffice()
    const seen = await office.seen('R8-001-1')
    const respond = (text: string) => ({ do: 'respond', input: { target: one('R8-001-1', seen), text } }) as const

    const both = await Promise.all([office.do(respond('山田の案'), 'yamada'), office.do(respond('木村の案'), 'kimura')])

    const kinds = both.map(({ told: [told] }) => (told !== undefined && 'why' in told ? told.why : told?.kind))
    expect(kinds.toSorted()).toEqual(['changed-meanwhile', 'item-responded'])
    expect((await office.records.list('responses')).map(({ key }) => key.id)).toEqual(['R8-003-1.1', 'R8-001-1.1'])
  })

  it('is taken one after another where neither says what was seen: both are kept', async () => {
    await using office = await openBusyOffice()
    const respond = (text: string) => ({ do: 'respond', input: { target: one('R8-001-1'), text } }) as const

    await Promise.all([office.do(respond('山田の案'), 'yamada'), office.do(respond('木村の案'), 'kimura')])

    const kept = (await office.records.list('responses', { item: 'R8-001-1' })).map(({ value }) => value)
    expect(kept.map(({ number }) => number)).toEqual([1, 2])
    expect(kept.map(({ text }) => text).toSorted()).toEqual(['山田の案', '木村の案'].toSorted())
  })
})

describe('what is named', () => {
  it.each([
    [{ do: 'dispose', input: { targets: [one('R8-001')], as: 'none' } }, 'which-item', 'R8-001-1、R8-001-2のうち'],
    [{ do: 'dispose', input: { targets: [one('R8-099')], as: 'none' } }, 'which-item', 'R8-099に項目は見当たりません'],
    [{ do: 'dispose', input: { targets: [one('9')], as: 'none' } }, 'unknown-item', '9という項目は見当たりません'],
    [{ do: 'show', about: 'どれ' }, 'unknown-item', 'どれという項目は見当たりません'],
    [{ ...acts.list, division: '財政課' }, 'unknown-division', '2026年度の担当課：農政課、環境政策課、福祉総務課'],
    [{ ...acts.list, project: '宇宙開発の推進について' }, 'unknown-project', '資料に見当たりません'],
    [{ ...acts.list, call: '2026-9' }, 'unknown-call', '2026-9の意見照会は見当たりません'],
    [
      { ...acts.due, input: { targets: [one('R8-2')], day: '2026-08-29' } },
      'closed-day',
      '次の開庁日は令和8年8月31日（月）',
    ],
    [
      { ...acts.due, input: { targets: [one('R8-2')], day: '2026-08-19' } },
      'day-past',
      '次の開庁日は令和8年8月20日（木）',
    ],
    [{ do: 'check', input: { target: one('R8-003-1'), response: 4 } }, 'other-response', '第1版です'],
    [
      { do: 'split', input: { target: one('R8-002-1'), at: ['また、', 'ない'] } },
      'place-not-found',
      '2つ目の --at の言葉は',
    ],
  ])('and is not there is said with what to do: %j', async (act, why, says) => {
    await using office = await openBusyOffice()
    const before = await office.stored()

    const { told, text } = await office.do(act as QueueAct)
    const english = await office.do(act as QueueAct, 'yamada', { language: 'en' })

    expect(told).toMatchObject([{ kind: 'refused', why }])
    expect(text).toContain(says)
    expect(text).not.toMatch(/エラー|無効|間違い|！|undefined/u)
    expect(english.text).not.toMatch(/undefined|見当たりません/u)
    expect(await office.stored()).toEqual(before)
  })
})

describe('in words', () => {
  it('the list has an item a line, with the division that the table names', async () => {
    await using office = await openBusyOffice()
    await office.do(acts.due)
    await office.do(acts.ask)

    const { text } = await office.do({ ...acts.list, project: '34' } as QueueAct)

    expect(text).toContain('当てはまる項目は次の2件です（全4件）。\n未着手2／期限超過0\n')
    expect(text).toMatch(
      /・R8-001-1　未着手（お伺い中）　No\.34「[^」]+」　「・道路について」　主担当：環境政策課（表）　期限8\/31・月　お伺い中（8\/31・月まで）/u,
    )
  })

  it('an item has all of it: words, drafts, notes, history and the version seen', async () => {
    await using office = await openBusyOffice()
    await office.do(acts.respond)
    await office.do(acts.note, 'kimura')

    const { text } = await office.do({ do: 'show', about: 'R8-001-1' })

    const expected = [
      '「・道路について」',
      '提出者：佐藤　一郎（sato）',
      '取扱い：回答する',
      '考え方（案）第1版（現在の案）　山田　太郎（yamada）',
      '「検討してまいりたい。」',
      'queue check R8-001-1 --response 1',
      '内部メモ1　木村　桜（kimura）',
      '「内緒のメモ」',
      '委員　御意見を受け付けた',
      '山田　太郎（yamada）　考え方（案）第1版を書いた',
      `この表示の版：${await office.seen('R8-001-1')}`,
    ]
    for (const one of expected) expect(text).toContain(one)
  })

  it('what a person wrote is inert', async () => {
    await using office = await openBusyOffice()
    await office.fill('sato', opinionForm('前\u202e後ろ\u200b'))

    const { text } = await office.do(acts.list)

    expect(text).toContain('「前［U+202E］後ろ')
    expect(text).not.toMatch(/[\u202e\u200b]/u)
  })
})
