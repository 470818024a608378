import { FrontDesk } from '../../src/conversation/front-desk.ts'
import { outcomeMessage } from '../../src/conversation/outcome-reply.ts'
import { RecordShelf } from '../../src/conversation/record-shelf.ts'
import { areaOf } from '../../src/conversation/told.ts'
import type { Did, Form, OpinionForm, Turn } from '../../src/conversation/turn.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { ModelUse, Store } from '../../src/ports.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { callWith, committee, openOffice } from './office.ts'
import { sapporo } from './record-folder.ts'
import { weekends } from './weekends.ts'

const files = readReviewed(sapporo)

type From = { readonly language?: Language; readonly local?: string; readonly id?: string } & Partial<
  Pick<Turn, 'overheard' | 'unasked' | 'answerAt' | 'passing' | 'conversation'>
>

type Opened = {
  readonly empty?: boolean
  readonly boards?: readonly string[]
  readonly model?: ModelUse | null
  /** What the desk writes to, in place of the store itself. */
  readonly through?: (store: Store) => Store
}

/** An office whose turns are taken at its front desk, with an open call; `did` says which turn is whose. */
export async function openFrontOffice({
  empty = false,
  boards = [],
  model = null,
  through = (own) => own,
}: Opened = {}) {
  const office = await openOffice({ empty })
  const { folder, records, put } = office
  const store = through(office.store)
  if (!empty) await put(records.put('calls', '2026-1', callWith()))
  const reports: string[] = []
  const shelf = new RecordShelf(files, records)
  const desk = new FrontDesk({
    ...{ store, clock: folder.clock, shelf, calendar: weekends, prefix: '', holder: 'test', boards, model },
    report: (message) => void reports.push(message),
  })
  const base = { records: desk.records, presence: [], shelf, prepared: shelf.reviewed, calendar: weekends, model }
  let turns = 0

  async function take(who: string, did: Did, { language = 'ja', local, id = `t${++turns}`, ...where }: From = {}) {
    const account = `slack:${who}`
    const place = `slack:dm-${who}`
    const outcome = await desk.take({
      ...{ id, committee, person: account, conversation: place, place, language, did },
      ...(local === undefined ? {} : { local }),
      ...where,
    })
    return { ...outcome, text: messageText(await outcomeMessage(outcome, base)) }
  }

  /** What a form told; the secretariat's without its wrapping. */
  async function fill(who: string, form: Form, from: From = {}) {
    const outcome = await take(who, { kind: 'form', form }, from)
    return { ...outcome, told: outcome.told.map((one) => areaOf(one)?.told ?? one) }
  }

  return { ...office, base, shelf, desk, reports, take, fill }
}

/** A filled form of an opinion, to be filed at once. */
export function opinionForm(text: string, change: Partial<OpinionForm> = {}): OpinionForm {
  return {
    ...{ name: 'opinion', edits: null, call: '2026-1', subject: null, text, vote: null, printName: null, split: null },
    ...{ onBehalf: null, confirmed: true },
    ...change,
  }
}
