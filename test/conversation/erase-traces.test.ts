import { expect, it } from 'vitest'
import { answerIn, openInquiryDesk, order } from '../support/inquiry-desk.ts'
import { openReleaseOffice, shareDay, sharing } from '../support/release-office.ts'

const reason = { reason: '本人の申出', confirmed: true } as const

it('an erasure leaves no word of an opinion on the disk, nor any that the secretariat, a division or its member added', async () => {
  await using office = await openInquiryDesk()
  const { fill, folder } = office
  const item = { item: 'R8-002-1', seen: null }
  const target = { target: item }
  const act = async (name: 'queue' | 'release', act: object) => await fill('yamada', { name, act } as never)
  await act('queue', { do: 'note', input: { ...target, text: '内部の覚え書きです。' } })
  await act('queue', { do: 'ask', ...target, text: 'お伺いの文です。', until: null })
  await fill('sato', { name: 'reply', receipt: 'R8-002', text: '追記の文です。' })
  await act('queue', { do: 'respond', input: { ...target, text: '考え方の案です。' } })
  await office.inquire({ do: 'write', input: order })
  const file = await office.fileOf('2026-1.2', (sheet) => answerIn(sheet, { 'R8-002-1': '農政課の回答です。' }))
  await office.take(file, { replace: ['R8-002-1'] })
  await act('release', { do: 'print', item: 'R8-002-1', text: '掲載する文です。' })
  await act('queue', { do: 'split', input: { ...target, at: ['消費を'] } })
  await act('release', { do: 'print', item: 'R8-002-2', text: '分けて掲載する文です。' })
  await act('release', { do: 'check', call: '2026-1', until: '2026-09-25', receipts: ['R8-002'] })
  await fill('sato', { name: 'proof', receipt: 'R8-002', text: '直したいところです。' })
  const words = [
    ...['農産物の消費を増やしてほしい', '内部の覚え書き', 'お伺いの文', '追記の文', '考え方の案', '農政課の回答です'],
    ...['掲載する文です', '分けて掲載する文', '直したいところ'],
  ]
  const before = words.filter((one) => folder.grep(one).length === 0)

  await fill('yamada', { name: 'erase-submission', input: { receipt: 'R8-002', ...reason } })
  const { told } = await fill('kimura', { name: 'erase-submission', input: { receipt: 'R8-002', ...reason } })

  expect(before).toEqual([])
  expect(told).toEqual([{ kind: 'erased', receipt: 'R8-002' }])
  expect(words.filter((one) => folder.grep(one).length > 0)).toEqual([])
})

it('an erasure of a member brings none of his items back, nor leaves one of his receipts in a release', async () => {
  await using office = await openReleaseOffice()
  const { records, folder, fill } = office
  await office.file('sato', '橋の点検を進めてください。')
  await office.file('sato', '橋は大切です。')
  await office.file('suzuki', '賛成です。')
  await office.settle('R8-002-1', '点検を進めてまいりたい。')
  await office.settle('R8-001-1', { kind: 'with', item: 'R8-002-1' })
  await office.settle('R8-003-1', { kind: 'none' })
  office.at(shareDay)
  await office.act(sharing)
  for (const who of ['yamada', 'kimura'])
    await fill(who, { name: 'erase-member', input: { member: 'sato', ...reason } })

  expect((await records.find('releases', '2026-1'))?.value.receipts).toEqual(['R8-003'])
  expect((await records.list('items')).map(({ key }) => key.id)).toEqual(['R8-003-1'])
  expect(folder.grep('橋')).toEqual([])
})

it('an erasure leaves others the response that was given to them, and no other of its words', async () => {
  await using office = await openReleaseOffice()
  const { records, folder, fill } = office
  await office.file('sato', '橋の点検を進めてください。')
  for (const text of ['橋は大切です。', '橋が心配です。']) await office.file('suzuki', text)
  await office.settle('R8-001-1', '点検を進めてまいりたい。')
  for (const item of ['R8-002-1', 'R8-003-1']) await office.settle(item, { kind: 'with', item: 'R8-001-1' })
  office.at(shareDay)
  await office.act(sharing)

  for (const who of ['yamada', 'kimura'])
    await fill(who, { name: 'erase-submission', input: { receipt: 'R8-001', ...reason } })

  const { text } = await office.press('suzuki', 'annex')
  expect(text.match(/【.*?】「.*?」/gu)).toEqual([
    '【御意見】「橋は大切です。」',
    '【御意見】「橋が心配です。」',
    '【事務局の考え方】「点検を進めてまいりたい。」',
  ])
  expect((await records.find('items', 'R8-003-1'))?.value.disposition).toEqual({ kind: 'with', item: 'R8-002-1' })
  expect((await records.list('responses')).map(({ key }) => key.id)).toEqual(['R8-002-1.1'])
  expect(folder.grep('点検を進めてください')).toEqual([])
})
