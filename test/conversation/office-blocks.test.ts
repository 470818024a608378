import { describe, expect, it } from 'vitest'
import type { OfficeTold } from '../../src/conversation/office-acts.ts'
import { officeBlocks } from '../../src/conversation/office-blocks.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { openFrontOffice } from '../support/front-office.ts'

type Refused = Extract<OfficeTold, { readonly kind: 'refused' }>
type Done = Exclude<OfficeTold, Refused>

const deadline = '2026-08-28T17:00'
const day = '2026-08-29'
const at = Date.UTC(2026, 7, 20, 1)
const call = '2026-1'
const receipt = 'R8-012'
const entries = {
  added: [{ part: 'members', id: 'abe' }],
  changed: [],
  missing: [{ part: 'staff', id: 'mori' }],
} as const
const people = [
  { kind: 'member', id: 'sato' },
  { kind: 'staff', id: 'sato-2' },
] as const

const waiting = { receipts: [receipt], by: 'yamada', since: at, reason: '本人の申出', until: at + 86_400_000 }

const stuck = { id: '1', place: 'none:ito', news: { kind: 'receipt', receipt } } as const

const done: { readonly [Kind in Done['kind']]: Extract<Done, { readonly kind: Kind }> } = {
  'call-opened': { kind: 'call-opened', call, asked: 3, deadline },
  'call-extended': { kind: 'call-extended', call, before: deadline, deadline: '2026-08-31T17:00' },
  'call-closed': { kind: 'call-closed', call },
  calls: { kind: 'calls', calls: [], standing: { filed: 0, replied: 0 } },
  standing: {
    kind: 'standing',
    filed: [
      { receipt, member: 'sato', name: '佐藤　一郎', live: true, replied: true },
      { receipt, member: null, name: null, live: false, replied: false },
    ],
  },
  call: {
    kind: 'call',
    call: {
      ...{
        id: call,
        name: '令和８年度第１回',
        form: 'written',
        approval: true,
        agenda: ['評価'],
        documents: ['資料1'],
      },
      ...{ deadline: null, opened: at, closed: at },
    },
    isOpen: false,
    asked: [{ member: 'gone', name: null, answered: 'none', vote: 'disapprove', receipts: [receipt], replied: [] }],
    undelivered: [{ ...stuck, state: 'refused', reason: '宛先不明' }],
  },
  'roster-imported': { kind: 'roster-imported', ...entries },
  'roster-preview': { kind: 'roster-preview', ...entries },
  roster: { kind: 'roster', members: [], staff: [], divisions: [], claims: [] },
  'account-confirmed': { kind: 'account-confirmed', account: 'slack:new', holder: { kind: 'member', id: 'ito' } },
  'account-already-confirmed': { kind: 'account-already-confirmed', account: 'slack:new' },
  'handed-over': { kind: 'handed-over', post: '係長', from: 'yamada', to: 'abe', day, isNew: true },
  'question-asked': { kind: 'question-asked', receipt, number: 1, until: null, from: at },
  'erasure-requested': { kind: 'erasure-requested', receipt, until: at },
  erased: { kind: 'erased', receipt },
  'member-erasure-requested': { kind: 'member-erasure-requested', member: 'sato', receipts: [], until: at },
  'member-erased': { kind: 'member-erased', member: 'sato', receipts: [receipt] },
  'erasure-waits': { kind: 'erasure-waits', member: 'sato', ...waiting },
  erasures: { kind: 'erasures', waiting: [{ member: null, ...waiting }] },
  undelivered: {
    kind: 'undelivered',
    notices: [
      { ...stuck, state: 'refused', reason: '宛先不明' },
      { ...stuck, state: 'failing', failures: 3, next: at },
      { ...stuck, state: 'away' },
      { ...stuck, state: 'queued' },
    ],
  },
}

const refusals: { readonly [Why in Refused['why']]: Extract<Refused, { readonly why: Why }> } = {
  'not-staff': { kind: 'refused', why: 'not-staff' },
  'call-exists': { kind: 'refused', why: 'call-exists', call },
  'approval-not-written': { kind: 'refused', why: 'approval-not-written' },
  'deadline-past': { kind: 'refused', why: 'deadline-past', deadline },
  'closed-day': { kind: 'refused', why: 'closed-day', day, offered: '2026-08-31' },
  'nobody-to-ask': { kind: 'refused', why: 'nobody-to-ask', day },
  'unknown-members': { kind: 'refused', why: 'unknown-members', names: ['某'] },
  'ambiguous-member': { kind: 'refused', why: 'ambiguous-member', name: '佐藤', candidates: ['sato', 'sato-2'] },
  'not-in-term': { kind: 'refused', why: 'not-in-term', members: ['tanaka'], day },
  'unknown-call': { kind: 'refused', why: 'unknown-call', call: '2026-9' },
  'call-closed': { kind: 'refused', why: 'call-closed', call, closed: at },
  'no-deadline': { kind: 'refused', why: 'no-deadline', call },
  'not-later': { kind: 'refused', why: 'not-later', call, deadline },
  'id-taken': { kind: 'refused', why: 'id-taken', ids: ['sato'] },
  'unknown-account': { kind: 'refused', why: 'unknown-account', account: 'slack:x' },
  'unknown-person': { kind: 'refused', why: 'unknown-person', person: '某' },
  'unknown-staff': { kind: 'refused', why: 'unknown-staff', person: '某' },
  'ambiguous-person': { kind: 'refused', why: 'ambiguous-person', person: '佐藤', candidates: people },
  'somebody-elses': {
    ...{ kind: 'refused', why: 'somebody-elses', account: 'slack:x' },
    holder: { kind: 'staff', id: 'yamada' },
  },
  'no-post': { kind: 'refused', why: 'no-post', staff: 'mori', day },
  'several-posts': { kind: 'refused', why: 'several-posts', staff: 'yamada', posts: ['係長', '主査'] },
  'id-needed': { kind: 'refused', why: 'id-needed', person: '阿部' },
  'same-person': { kind: 'refused', why: 'same-person', staff: 'yamada' },
  'already-holds': { kind: 'refused', why: 'already-holds', staff: 'kimura', post: '係長' },
  'unknown-receipt': { kind: 'refused', why: 'unknown-receipt', receipt },
  withdrawn: { kind: 'refused', why: 'withdrawn', receipt },
  erased: { kind: 'refused', why: 'erased', receipt },
  'until-past': { kind: 'refused', why: 'until-past', until: day },
  'another-needed': { kind: 'refused', why: 'another-needed', by: 'yamada', since: at },
  'already-erased': { kind: 'refused', why: 'already-erased', receipt, erased: at },
  'unknown-member': { kind: 'refused', why: 'unknown-member', member: '某' },
}

async function textIn(language: Language, told: OfficeTold, now?: number): Promise<string> {
  await using office = await openFrontOffice()
  const at = now ?? office.folder.clock.now()
  const view = { ...office.base, language, address: '', here: true, staff: true, at }
  return messageText({ blocks: await officeBlocks(told, view) })
}

/** What a text says of what it is told: every id, number and day has a place in it. */
const facts = {
  'call-extended': ['令和８年度第１回（2026-1）', '8月28日（金）17時', '8月31日（月）17時'],
  'handed-over': ['係長', '山田　太郎（yamada）', 'abe', '令和8年8月29日（土）'],
  'member-erased': ['sato', 'R8-012'],
  'erasure-waits': [
    '佐藤　一郎（sato）',
    'R8-012',
    '山田　太郎（yamada）',
    '8月20日（木）10時',
    '「本人の申出」',
    '8月21日',
    '--yes',
  ],
  erasures: ['R8-012', '山田　太郎（yamada）', '8月20日（木）10時', '「本人の申出」', '8月21日'],
  call: ['書面開催', '締切り済み', '意見なし', 'gone', '不承認', 'R8-012', '1 評価', '資料1', '宛先不明'],
  undelivered: ['次の4件', '宛先不明', '3回お送りしましたが', '次は8月20日（木）10時', '端末をまだ開いて', '次の配信'],
  'roster-preview': ['委員：abe', '事務局：mori', '--accept'],
} satisfies Partial<Record<OfficeTold['kind'], readonly string[]>>

describe.each([...Object.entries(done), ...Object.entries(refusals)] as [string, OfficeTold][])('%s', (_, told) => {
  it('is told in Japanese and in English', async () => {
    const [japanese, english] = [await textIn('ja', told), await textIn('en', told)]

    expect(japanese).toMatch(/\p{Script=Hiragana}/u)
    expect(english).toMatch(/ [a-z]+ /u)
    expect(english.replaceAll(/[（(「][^（）()「」]*[）)」]/gu, '')).not.toMatch(/\p{Script=Hiragana}/u)
    for (const text of [japanese, english]) expect(text).not.toMatch(/undefined|\[object|null|NaN|=>/u)
  })
})

it.each(Object.entries(facts))('says all that is to be known of %s', async (kind, known) => {
  const text = await textIn('ja', done[kind as keyof typeof facts])

  for (const fact of known) expect(text).toContain(fact)
})

it.each([
  [at, '委員へお送りします。', 'goes to the member.'],
  [Date.UTC(2026, 7, 20, 23), '8月21日（金）8時以降に、委員へ', 'from Friday 21 August, 08:00 on.'],
])('names when a question back goes out only where it is held back: %j', async (from, japanese, english) => {
  const told = { ...done['question-asked'], from } as const

  const texts = [await textIn('ja', told, at), await textIn('en', told, at)]

  expect(texts[0]?.includes('以降')).toBe(from > at)
  expect(texts[0]).toContain(japanese)
  expect(texts[1]).toContain(english)
})

it.each(Object.keys(refusals) as Refused['why'][])('says more of %s than that it was not done', async (why) => {
  const text = await textIn('ja', refusals[why])

  expect(text).not.toMatch(/^[^。]*できません。$/u)
  expect(text.match(/。/gu)?.length).toBeGreaterThan(
    ['withdrawn', 'erased', 'already-erased', 'already-holds'].includes(why) ? 0 : 1,
  )
})
