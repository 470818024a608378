import { minuteOf } from '../opinions/day.ts'
import { findDivision } from '../opinions/find-division.ts'
import type { LeftOut } from '../opinions/plan-inquiries.ts'
import type { InquiryTold } from './inquiry-acts.ts'
import { refusedInquiry } from './inquiry-refusals.ts'
import { takenBlocks } from './inquiry-taken-blocks.ts'
import { personNamed } from './office-names.ts'
import { type Block, notes, texts } from './reply.ts'
import { callName, sayIn, type View } from './view.ts'

/** What came of an act on inquiries to divisions (庁内照会), in words. */
export async function inquiryBlocks(told: InquiryTold, view: View): Promise<readonly Block[]> {
  const { inquiry: say } = sayIn(view)
  switch (told.kind) {
    case 'inquiry-preview': {
      const call = await callName(view, told.call)
      const lines = told.plans.map(({ name, items, mail }) =>
        say.planLine(
          name,
          items.map(({ item }) => item),
          items.filter(({ lead }) => !lead).length,
          mail,
        ),
      )
      return [
        ...texts(lines.length === 0 ? say.nothingToAsk(call) : say.preview(call, lines.length, told.due), ...lines),
        ...(await leftBlocks(told.left, told.call, view)),
        ...texts(...(told.named.length === 0 ? [] : [say.named(told.named)])),
        ...notes(...(lines.length === 0 ? [] : [say.acceptWrite])),
      ]
    }
    case 'inquiries-written': {
      const lines = told.inquiries.map(async (id) => {
        const found = await view.records.find('inquiries', id)
        const { items = [], due = '' } = found?.value ?? {}
        return say.writtenLine(id, await divisionOf(view, id), items.length, due)
      })
      return [
        ...texts(say.written(await callName(view, told.call), lines.length), ...(await Promise.all(lines))),
        ...(await leftBlocks(told.left, told.call, view)),
        ...texts(...(told.named.length === 0 ? [] : [say.named(told.named)])),
      ]
    }
    case 'inquiries': {
      const lines = told.inquiries.map(async (one) => [
        say.listLine(
          ...([one.inquiry, await callName(view, one.call), await divisionOf(view, one.inquiry)] as const),
          ...([minuteOf(one.at), one.due, one.overdue] as const),
        ),
        say.listCounts(
          ...([one.answered, one.items, one.awaited] as const),
          one.reminded === null ? null : minuteOf(one.reminded),
        ),
      ])
      return texts(lines.length === 0 ? say.listNone : say.list(lines.length), ...(await Promise.all(lines)).flat())
    }
    case 'divisions-reminded': {
      const lines = told.reminders.map(async ({ inquiry, items }) =>
        say.remindedLine(inquiry, await divisionOf(view, inquiry), items),
      )
      return texts(say.reminded(lines.length), ...(await Promise.all(lines)))
    }
    case 'nobody-to-remind':
      return texts(say.nobodyToRemind)
    case 'inquiry-shown':
      return texts(say.shown(told.inquiry, await divisionOf(view, told.inquiry)))
    case 'inquiry-take-preview':
    case 'inquiry-taken':
      return takenBlocks(told, await divisionOf(view, told.inquiry), say)
    case 'inquiry-taken-before': {
      const [division, by] = [await divisionOf(view, told.inquiry), await personNamed(view, told.by)]
      return texts(say.takenBefore(told.inquiry, division, minuteOf(told.at), by))
    }
    case 'refused':
      return texts(...refusedInquiry(told, say))
  }
}

/** The division that an inquiry goes to, as it is called in its fiscal year. */
async function divisionOf({ records }: View, inquiry: string): Promise<string> {
  const found = await records.find('inquiries', inquiry)
  if (found === undefined) return inquiry
  const { fiscalYear, division } = found.value
  return (await findDivision(records, fiscalYear, division))?.name ?? division
}

/** What was left out, one line for each reason. */
async function leftBlocks(left: readonly LeftOut[], call: string, view: View): Promise<readonly Block[]> {
  const { inquiry: say } = sayIn(view)
  if (left.length === 0) return []
  const roster = (await view.records.list('divisions')).toReversed().flatMap(({ value }) => value.divisions)
  const year = Number(call.slice(0, 4))
  const own = (await view.records.find('divisions', `${year}`))?.value.divisions ?? roster
  const nameOf = (id: string | null) => (id === null ? null : (own.find((one) => one.id === id)?.name ?? id))
  const groups = Map.groupBy(left, ({ why, division }) => `${why} ${division ?? ''}`)
  const lines = [...groups.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [
          say.left(
            [first, ...more].map(({ item }) => item),
            first.why,
            nameOf(first.division),
          ),
        ],
  )
  return texts(say.leftLead, ...lines)
}
