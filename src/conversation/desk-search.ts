import { standing } from '../opinions/call.ts'
import { dayOf } from '../opinions/day.ts'
import { divisionsOf, fiscalYearOfCall } from '../opinions/find-division.ts'
import { itemOption } from './card-dialog.ts'
import type { About, Option, Sought } from './desk-dialog.ts'
import { sayIn, type View } from './view.ts'

/** What is found at most. */
const most = 100

/** What is looked for as somebody of the staff types, in a form that is about something. */
export async function searchDesk(sought: Sought, query: string, about: About, view: View): Promise<readonly Option[]> {
  const words = comparable(query)
  const all = await allOf(sought, about, view)
  return all.filter(({ value, label }) => comparable(`${value} ${label}`).includes(words)).slice(0, most)
}

async function allOf(sought: Sought, about: About, view: View): Promise<readonly Option[]> {
  const { records } = view
  const call = about.receipt === undefined ? undefined : (await records.find('submissions', about.receipt))?.value.call
  switch (sought) {
    case 'people': {
      const [members, staff] = await Promise.all([records.list('members'), records.list('staff')])
      const { personOption } = sayIn(view).dialogs
      return [...members, ...staff].map(({ value: { id, name } }) => ({ value: id, label: personOption(name, id) }))
    }
    case 'divisions': {
      const divisions = await divisionsOf(records, fiscalYearOfCall(call ?? standing, dayOf(view.at)))
      return divisions.map(({ id, name }) => ({ value: id, label: name }))
    }
    case 'items': {
      if (call === undefined) return []
      const items = (await records.list('items', { call })).map(({ value }) => value)
      const found = await Promise.all(
        items.map(async ({ item, receipt, gone, span }) => {
          const version = (await records.find('submissions', receipt))?.value.version
          const text = (await records.find('versions', `${receipt}.${version}`))?.value.text
          if (gone !== null || item === about.item || text === undefined) return []
          return [itemOption({ item, words: text.slice(...span) }, view)]
        }),
      )
      return found.flat()
    }
  }
}

function comparable(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
}
