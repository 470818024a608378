import { randomUUID } from 'node:crypto'
import { FrontDesk } from '../../src/conversation/front-desk.ts'
import { newsMessage, outcomeMessage } from '../../src/conversation/outcome-reply.ts'
import { RecordShelf } from '../../src/conversation/record-shelf.ts'
import type { Did } from '../../src/conversation/turn.ts'
import type { News } from '../../src/opinions/notice.ts'
import { officeCalendar } from '../../src/opinions/working-days.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { committee, type openOffice } from './office.ts'
import { sapporo } from './record-folder.ts'
import { prepareSapporo } from './sapporo.ts'

const prepared = prepareSapporo()
const files = readReviewed(sapporo)
const calendar = officeCalendar(new Set())

type Office = Awaited<ReturnType<typeof openOffice>>

/** A front desk over an office's store, and what people read at it. */
export function openFrontDesk({ store, records, folder }: Pick<Office, 'store' | 'records' | 'folder'>, prefix = '') {
  const reports: string[] = []
  const shelf = new RecordShelf(files, records)
  const desk = new FrontDesk({
    store,
    clock: folder.clock,
    shelf,
    calendar,
    prefix,
    holder: 'test',
    report: (message) => void reports.push(message),
  })
  /** Does one thing as the holder of an account; `id` repeats a turn. */
  async function act(
    who: string,
    did: Did,
    { id = randomUUID(), language, conversation }: { id?: string; language?: Language; conversation?: string } = {},
  ) {
    const account = `slack:${who}`
    const turn = {
      id,
      committee,
      person: account,
      conversation: conversation ?? account,
      place: `slack:dm-${who}`,
      language,
      did,
    }
    const outcome = await desk.take(turn)
    const message = await outcomeMessage(outcome, { records, shelf, calendar })
    return { outcome, message, text: messageText(message), id }
  }

  return {
    desk,
    reports,
    act,
    /** Says one thing after another; what is answered to the last. */
    async say(who: string, ...lines: readonly string[]) {
      let last = await act(who, { kind: 'say', text: lines[0] ?? '' })
      for (const text of lines.slice(1)) last = await act(who, { kind: 'say', text })
      return last
    },
    async tell(news: News, language: Language = 'ja') {
      const view = {
        records,
        prepared,
        calendar,
        language,
        address: '',
        here: true,
        staff: false,
        at: folder.clock.now(),
      }
      const message = await newsMessage(news, view)
      return message === null ? null : messageText(message)
    },
  }
}
