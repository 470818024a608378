import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addResponse, changeItem } from '../../src/opinions/change-item.ts'
import { decide } from '../../src/opinions/decision.ts'
import { findOpenItem } from '../../src/opinions/open-item.ts'
import type { ReviewedDocument } from '../../src/record/schema.ts'
import { type openFrontOffice, opinionForm } from './front-office.ts'
import { callWith } from './office.ts'
import { annexFile, sapporo } from './record-folder.ts'

const { rows, meeting, document } = JSON.parse(readFileSync(join(sapporo, annexFile), 'utf8')) as ReviewedDocument
const source = readFileSync(join(sapporo, document.source), 'utf8').split(/\r?\n/u)

/** The source's lines from one to another as they read without the layout: empty lines and blanks before a line are gone. */
function joined([from, to]: readonly [number, number]): string {
  return source
    .slice(from - 1, to)
    .map((one) => one.trim())
    .join('')
}

/** The published annex, row by row: the paragraphs of both cells, and the same as the source has them from first line to last. */
export const seedRows = rows.map(({ page, groups }) => {
  const left = groups.flatMap(({ heading, opinions }) => [...(heading ? [heading] : []), ...opinions])
  const right = groups.flatMap(({ responses }) => responses)
  const cell = (passages: typeof right) => ({
    paragraphs: passages.map(({ lines }) => joined(lines)),
    source: joined([passages[0]?.lines[0] ?? 0, passages.at(-1)?.lines[1] ?? 0]),
  })
  return { page, left: cell(left), right: cell(right) }
})

export const seedTitle = joined([4, 4])
export const seedAgenda = meeting.agenda.map(({ sentences }) => sentences.map(({ ja }) => ja).join(''))
const id = '2024-2'
const writers = ['sato', 'suzuki', 'ito', 'abe', 'ota'] as const

/** Which response answers which item: an item's own, none, or that of an item before; by row. */
const answered: readonly (readonly (number | null | `with ${number}`)[])[] = [
  [0],
  [0, 1],
  [0],
  [null, 0, 1, 'with 3', 'with 3', 'with 3'],
  [0, 1],
]

type Office = Awaited<ReturnType<typeof openFrontOffice>>

/** Enters the seed's five rows as a call: each filed by a member through the front desk, each item answered and checked. */
export async function enterSeed(office: Office): Promise<string> {
  const { records, put, commit, fill } = office
  const term = { from: '2025-04-01', to: '2027-03-31' }
  const asked = [...writers]
  await put(
    ...(['abe', 'ota'] as const).map((member, at) =>
      records.put('members', member, { id: member, name: `阿倍野　${at}`, title: '委員', terms: [term], mail: null }),
    ),
    ...asked.map((member) =>
      records.put('accounts', `slack:${member}`, {
        ...{ account: `slack:${member}`, holder: { kind: 'member', id: member }, claimed: null },
        ...{ place: `slack:dm-${member}`, language: 'ja', since: 0 },
      }),
    ),
    records.put('calls', id, callWith({ id, name: meeting.name, agenda: seedAgenda, deadline: null, asked })),
  )
  for (const [at, { left, right }] of seedRows.entries()) {
    const form = opinionForm(left.paragraphs.join('\n'), { call: id })
    const { told } = await fill(writers[at] ?? '', form)
    const [first] = told
    if (first?.kind !== 'receipt') throw new Error(`not filed: ${JSON.stringify(told)}`)
    for (const [index, how] of (answered[at] ?? []).entries()) {
      const open = await findOpenItem(records, `${first.receipt}-${index + 1}`)
      if ('kind' in open) throw new Error(`no such item: ${JSON.stringify(open)}`)
      const changed =
        typeof how === 'number'
          ? await addResponse(records, open, {
              ...{ text: right.paragraphs[how] ?? '', author: { kind: 'staff', id: 'yamada' }, at: 0 },
            })
          : changeItem(records, open, {
              disposition: how === null ? { kind: 'none' } : { kind: 'with', item: `${first.receipt}-${how.slice(5)}` },
            })
      await commit(decide(changed.expected, { changes: changed.changes, acts: [], told: [] }))
      const again = await findOpenItem(records, `${first.receipt}-${index + 1}`)
      if (typeof how !== 'number' || 'kind' in again) continue
      const checked = changeItem(records, again, { checked: { by: 'kimura', at: 0 } })
      await commit(decide(checked.expected, { changes: checked.changes, acts: [], told: [] }))
    }
  }
  return id
}
