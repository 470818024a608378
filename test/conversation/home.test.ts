import { describe, expect, it } from 'vitest'
import { buildHome, type HomeSection } from '../../src/conversation/home.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { committee } from '../support/office.ts'

type Office = Awaited<ReturnType<typeof openFrontOffice>>

async function homeOf({ desk }: Office, who: string, language: 'ja' | 'en' = 'ja') {
  const person = `slack:${who}`
  const turn = { id: 'look', committee, person, conversation: person, place: person, language }
  return await buildHome(await desk.sceneOf({ ...turn, did: { kind: 'action', name: 'mine' } }))
}

function linesOf({ title, blocks, offers }: HomeSection): readonly (string | null)[] {
  const said = blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'note' ? block.text : []))
  return [title, ...said, offers.map(({ label }) => `［${label}］`).join('')]
}

describe("a page of one's own", () => {
  it('has the open calls of a member, what he has begun and what was accepted, with what can be done', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', opinionForm('初めの文です。'))
    await office.fill('sato', opinionForm('二つ目の文です。', { call: 'standing' }))
    await office.take('sato', { kind: 'action', name: 'withdraw-now', about: 'R8-002' })
    await office.fill('yamada', {
      name: 'ask-member',
      input: { receipt: 'R8-001', text: 'どの駅ですか。', until: null },
    })
    await office.fill('sato', opinionForm('途中の文です。\n二行目', { confirmed: false, draft: 'd1', keep: true }))

    const { sections } = await homeOf(office, 'sato')

    expect(sections.slice(1).map(linesOf)).toEqual([
      ['意見照会', '令和８年度第１回　提出期限 8月28日（金）17時　御意見を承りました', '［意見を書く］'],
      [
        '書きかけの御意見',
        '「途中の文です。」　まだ受け付けておりません。30日間お預かりします。',
        '［続ける］［破棄する］',
      ],
      ['お受けしたもの', 'R8-002　取下げ済み　随時／全般', '［見る］'],
      [null, 'R8-001　お伺い中　令和８年度第１回／全般', '［見る］［返信する］［直す］［取り下げる］'],
    ])
  })

  it('asks before what cannot be undone', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', opinionForm('初めの文です。'))

    const { sections } = await homeOf(office, 'sato')

    const sure = sections.flatMap(({ offers }) =>
      offers.flatMap((one) => (one.sure === undefined ? [] : [one.action.name])),
    )
    expect(sure).toEqual(['withdraw-now'])
  })

  it('shows nobody what another has sent or written', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', opinionForm('佐藤の文です。'))
    await office.fill('sato', opinionForm('佐藤の途中の文です。', { confirmed: false, draft: 'd1' }))

    for (const who of ['suzuki', 'tanaka', 'guest', 'yamada']) {
      const home = JSON.stringify(await homeOf(office, who))
      expect(home).not.toMatch(/佐藤|R8-001/u)
    }
  })

  it('asks nobody whose term is over for an answer', async () => {
    await using office = await openFrontOffice()

    const { sections } = await homeOf(office, 'tanaka')

    expect(sections.slice(1).map(linesOf)[0]).toEqual([null, expect.stringContaining('委嘱期間の外'), ''])
  })

  it('says in English what stands there', async () => {
    await using office = await openFrontOffice()

    const { sections, language } = await homeOf(office, 'guest', 'en')

    expect(language).toBe('en')
    expect(sections.map(linesOf).at(-1)).toEqual([
      null,
      expect.stringContaining('If you are a member, please give your name.'),
      '［Ask to be confirmed］',
    ])
  })

  it('has the newest of many, and says how to see the others', async () => {
    await using office = await openFrontOffice()
    for (let number = 1; number <= 14; number++) await office.fill('sato', opinionForm(`${number}番目の文です。`))

    const { sections } = await homeOf(office, 'sato')

    const lines = sections.map(linesOf).map(([, line]) => line ?? '')
    expect(lines.filter((line) => line.startsWith('R8-'))).toHaveLength(12)
    expect(lines).toContainEqual(expect.stringMatching(/^R8-014/u))
    expect(lines.at(-1)).toContain('ほか2件')
  })
})
