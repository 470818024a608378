import { expect, it } from 'vitest'
import { describeInTimeZones } from '../support/time-zones.ts'

describeInTimeZones(
  'the daily digest',
  async () => ({ ...(await import('../support/digest-desk.ts')), ...(await import('../support/office.ts')) }),
  (loaded) => {
    it('is made at nine in Japan, with the days of Japan', async () => {
      const { openDigestDesk, fileSubmission } = loaded()
      await using desk = await openDigestDesk()
      await fileSubmission(desk, 'R8-001', 'sato')
      await desk.item('R8-001-1', { due: '2026-08-30' })
      await desk.item('R8-001-2', { due: '2026-08-31' })

      const early = await desk.tick('2026-08-31T08:59')
      const [text = ''] = await desk.tick('2026-08-31T09:00')

      expect(early).toEqual([])
      expect(text.split('\n').slice(0, 2)).toEqual([
        '【日次まとめ】令和8年8月31日（月）9時　ビジョン懇談会',
        '期限超過1：R8-001-1 回答案（期限8/30・日）1日超過　／　7日以内1：R8-001-2（8/31・月）',
      ])
    })

    it('comes on the working days of Japan only', async () => {
      const { openDigestDesk } = loaded()
      await using desk = await openDigestDesk()

      // Sunday 23:00 to Monday 00:00 in Japan is Sunday, or Sunday morning, elsewhere; 23 November is a holiday.
      const posted = await desk.days('2026-11-20', '2026-11-24', '23:30')
      const morning = await desk.days('2026-11-28', '2026-11-30')

      expect(Object.keys(posted)).toEqual(['2026-11-20', '2026-11-24'])
      expect(Object.keys(morning)).toEqual(['2026-11-30'])
    })
  },
)
