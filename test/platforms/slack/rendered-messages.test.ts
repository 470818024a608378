import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/conversation/reply.ts'
import { messagePosts } from '../../../src/platforms/slack/message-posts.ts'
import type { Language } from '../../../src/questions/normal-text.ts'
import { openFrontDesk } from '../../support/front-desk.ts'
import { callWith, openOffice } from '../../support/office.ts'

/** The posts of a message with the ids of drafts, which are random, made alike. */
function steadyPosts(message: Message, language: Language) {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu
  return JSON.parse(JSON.stringify(messagePosts(message, { language })).replaceAll(id, 'draft'))
}

describe('what people see in Slack', () => {
  it.each([
    ['ja', 'No.34 はなぜ×ですか'],
    ['en', 'Why was No.34 rated ×?'],
  ] as const)('is an answer with the words of the record in %s', async (language, question) => {
    await using office = await openOffice()
    const { message } = await openFrontDesk(office).act('sato', { kind: 'say', text: question }, { language })
    const doubt = { label: '事務局に質問する', action: { name: 'ask-secretariat' } } as const

    expect(steadyPosts({ ...message, doubt }, language)).toMatchSnapshot()
  })

  it('is what will be filed with its choices, and the receipt', async () => {
    await using office = await openOffice()
    await office.put(office.records.put('calls', '2026-1', callWith({})))
    const { say } = openFrontDesk(office)

    const asked = await say(
      'sato',
      '意見',
      '1',
      '全般',
      '一つ目の御意見です。\n<!channel> *二つ目* です。',
      '以上',
      '1',
    )
    const filed = await say('sato', '1')

    expect(steadyPosts(asked.message, 'ja')).toMatchSnapshot('confirmation')
    expect(steadyPosts(filed.message, 'ja')).toMatchSnapshot('receipt')
  })
})
