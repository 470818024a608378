import { describe, expect, it } from 'vitest'
import { sweep } from '../../src/conversation/sweep.ts'
import { openFrontDesk } from '../support/front-desk.ts'
import { callWith, committee, openOffice } from '../support/office.ts'

const day = 24 * 60 * 60 * 1000

/** An office in which a member has asked, has a draft, and has filed. */
async function open() {
  const office = await openOffice()
  await office.put(office.records.put('calls', '2026-1', callWith()))
  const { say } = openFrontDesk(office)
  await say('sato', 'No.21の評価は？', '意見', '1', '全般', '出したもの', '以上', '1', '1')
  await say('sato', '意見', '1', '全般', '書きかけ', 'やめる')
  const count = async (collection: string) => (await office.store.list({ committee, collection })).length
  const pass = async (ms: number) => {
    office.folder.clock.pass(ms)
    await sweep(office.store, office.records, office.folder.clock.now())
  }
  return { office, count, pass }
}

describe('as time goes by', () => {
  it('a conversation is forgotten after a day, a draft and what turns came to after 30 days', async () => {
    const { office, count, pass } = await open()
    await using _ = office
    const turns = await count('turns')

    await pass(day)
    expect([await count('conversations'), await count('drafts'), await count('turns')]).toEqual([1, 1, turns])
    await pass(1)
    expect([await count('conversations'), await count('drafts'), await count('turns')]).toEqual([0, 1, turns])
    await pass(29 * day)

    expect([await count('conversations'), await count('drafts'), await count('turns')]).toEqual([0, 0, 0])
  })

  it('nothing is forgotten of what was filed', async () => {
    const { office, count, pass } = await open()
    await using _ = office
    const kept = ['submissions', 'versions', 'submitters', 'acts', 'calls', 'members']
    const before = await Promise.all(kept.map(count))

    await pass(1000 * day)

    expect(await Promise.all(kept.map(count))).toEqual(before)
    expect(before).not.toContain(0)
  })
})

describe('the prefix of a committee', () => {
  it('stands before its receipt numbers, and need not be said', async () => {
    const office = await openOffice()
    await using _ = office
    const { say } = openFrontDesk(office, 'V-')

    const receipt = await say('sato', '意見', '全般', '本文です。', '以上', '1', '1')
    const shown = await say('sato', 'r8-1')

    expect(receipt.text).toContain('受付番号：V-R8-001')
    expect(shown.text).toContain('V-R8-001　受付済み')
  })
})
