import { describe, expect, it } from 'vitest'
import { openSlackMembers } from '../../support/slack-members.ts'
import { ways } from '../../support/slack-office.ts'

describe.each(ways)('giving an opinion over %s', (way) => {
  it('files what was confirmed, once, with the receipt in the dialog and in the direct message', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office

    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await slack.options(sato, 'subject', '40')
    const reviewed = await office.submit(sato, {
      subject: 'project:2024-2-annex/40',
      text: '産地の表示を広げてはどうか。',
    })
    const before = await office.filed()
    const confirm = office.shown('sato')
    const filed = await office.submit(sato)

    expect(reviewed.outcome).toBe('updated')
    expect(before).toEqual([])
    expect(confirm).toContain('まだ受け付けておりません')
    expect(confirm).toContain('産地の表示を広げてはどうか。')
    expect(confirm).toContain('No.40')
    expect(filed.outcome).toBe('updated')
    expect(await office.filed()).toMatchObject([
      {
        call: '2026-1',
        words: {
          text: '産地の表示を広げてはどうか。',
          subject: { kind: 'project', document: '2024-2-annex', number: 40 },
          printName: false,
        },
      },
    ])
    expect(office.shown('sato')).toContain('受付番号：R8-001')
    expect(office.shown('sato')).toContain('ダイレクトメッセージにもお送りします')
    await slack.until(() => office.told('sato').length > 0)
    await slack.idle()
    expect(office.told('sato')).toEqual([expect.stringContaining('受付番号：R8-001')])
    expect(await office.draftOf('sato')).toBeUndefined()
    expect(slack.faults).toEqual([])
  })

  it('files once however often the last step is pressed and delivered', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.command(sato, 'dm', '/iken', '駅前にも広げてはどうか。')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, {})

    await Promise.all([office.submit(sato, {}, 2), office.submit(sato, {}, 1)])

    await slack.until(() => office.told('sato').length > 0)
    await slack.idle()
    expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', words: { text: '駅前にも広げてはどうか。' } }])
    expect(office.told('sato')).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })

  it('files what was sent where the process ended before it was settled, with the receipt in the direct message', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato, accountOf } = office
    await slack.command(sato, 'dm', '/iken', '駅前にも広げてはどうか。')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, {})
    const person = accountOf('sato')
    const draft = await office.draftOf('sato')
    const about = draft?.id ?? ''
    const turn = { id: 'sent', committee: 'sapporo-vision', person, conversation: `${person}/dialog`, place: person }
    await office.bot.desk.receive({ ...turn, passing: true, did: { kind: 'action', name: 'file', about } })

    await office.restart()

    await slack.until(() => office.told('sato').length > 0)
    expect(await office.filed()).toMatchObject([{ receipt: 'R8-001' }])
    expect(office.told('sato')).toEqual([expect.stringContaining('受付番号：R8-001')])
    const again = await office.submit(sato)
    expect(again.outcome).toBe('updated')
    expect(office.shown('sato')).toContain('R8-001')
    expect(await office.filed()).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })
})
