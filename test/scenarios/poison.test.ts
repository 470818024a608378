import { expect, it } from 'vitest'
import { emptyForm, FrontOffice } from '../support/round-desk.ts'

it('a form whose hash of the original is none is refused, and the office goes on and starts again', async () => {
  await using office = new FrontOffice('2026-08-20T10:00')
  await office.start()
  const term = { from: '2025-04-01', to: '2029-03-31' }
  await office.putRoster({ members: { sato: term }, staff: { yamada: term }, confirmed: ['sato', 'yamada'] })
  const onBehalf = { member: 'sato', means: 'fax', day: '今日', original: 'not a hash' }

  const { told } = await office.take('yamada', {
    kind: 'form',
    form: { ...emptyForm, call: 'standing', text: '文面', onBehalf },
  })
  await office.stop()
  await office.start()

  expect(told).toMatchObject([{ kind: 'fields', faults: [{ field: 'original', why: 'unknown' }] }])
  expect(await office.records.list('drafts')).toEqual([])
})

it.each(['34番の評価は\0なぜですか', '\ud800', '意見\0'])(
  'what no store takes is cleaned where it is written, not refused: %j',
  async (text) => {
    await using office = new FrontOffice('2026-08-20T10:00')
    await office.start()
    const term = { from: '2025-04-01', to: '2029-03-31' }
    await office.putRoster({ members: { sato: term }, staff: {}, confirmed: ['sato'] })

    const said = await office.take('sato', text)
    const { told } = await office.take('sato', {
      kind: 'form',
      form: { ...emptyForm, call: 'standing', text: `文面${text}`, confirmed: true },
    })

    expect(said.fault).toBeNull()
    expect(told).toEqual([
      { kind: 'cleaned', removed: 1 },
      { kind: 'receipt', receipt: 'R8-001' },
    ])
  },
)
