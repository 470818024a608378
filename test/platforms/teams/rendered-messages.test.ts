import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/conversation/reply.ts'
import { messageActivities } from '../../../src/platforms/teams/message-activities.ts'
import type { Language } from '../../../src/questions/normal-text.ts'
import { openFrontDesk } from '../../support/front-desk.ts'
import { callWith, openOffice } from '../../support/office.ts'
import { activityFaults, rowsOf, textsOf } from './card-faults.ts'

/** What is read in a message, in its order: what Teams shows above the card, its texts, then its buttons. */
function shown(message: Message, language: Language) {
  const activities = messageActivities(message, { language })
  return {
    faults: activities.flatMap(activityFaults),
    above: activities.map(({ text }) => text),
    texts: textsOf(activities),
    buttons: rowsOf(activities).map((row) => row.map(({ title }) => title)),
  }
}

describe('what people see in Teams', () => {
  it.each([
    ['ja', 'No.34 はなぜ×ですか', '出典 [1]', '出典を見る'],
    ['en', 'Why was No.34 rated ×?', 'Source [1]', 'See the source'],
  ] as const)('is an answer with the words of the record in %s', async (language, question, above, button) => {
    await using office = await openOffice()
    const { message } = await openFrontDesk(office).act('sato', { kind: 'say', text: question }, { language })
    const doubt = { label: '事務局に質問する', action: { name: 'ask-secretariat' } } as const

    const seen = shown({ ...message, doubt }, language)

    expect(seen).toMatchObject({ faults: [], above: [above] })
    expect(seen.texts).toContain('脱炭素を主とした内容ではなかったため、未実施と評価したもの')
    expect(seen.buttons[0]).toEqual([button])
    expect(seen.buttons.at(-1)).toEqual(['事務局に質問する'])
  })

  it('is what will be filed with its choices, and the receipt', async () => {
    await using office = await openOffice()
    await office.put(office.records.put('calls', '2026-1', callWith({})))
    const { say } = openFrontDesk(office)
    const words = '一つ目の御意見です。\n<at>全員</at> **二つ目** です。'

    const asked = shown((await say('sato', '意見', '1', '全般', words, '以上', '1')).message, 'ja')
    const filed = shown((await say('sato', '1')).message, 'ja')

    expect(asked).toMatchObject({ faults: [], above: [undefined] })
    expect(asked.texts).toContain(`「${words}」`)
    expect(asked.buttons[0]?.slice(0, 2)).toEqual(['1 提出する', '2 直す'])
    expect(filed.faults).toEqual([])
    expect(filed.texts).toContain('受付番号：R8-001')
  })
})
