import * as z from 'zod'
import { About, type Option } from '../../conversation/desk-dialog.ts'
import { searchDesk } from '../../conversation/desk-search.ts'
import type { View } from '../../conversation/view.ts'
import { office } from './desk-scene.ts'
import type { Search } from './field-elements.ts'
import { inertTitle } from './inert-title.ts'
import type { InvokeAnswer } from './invoke-answer.ts'
import type { Part } from './teams-bot.ts'

/** Options that Teams shows of a search at most (cards/dynamic-search). */
const most = 15

const Dataset = z.tuple([z.enum(['items', 'people', 'divisions']), z.enum(['search', 'searches']), About])
const Query = z.object({ queryText: z.string().max(500).default(''), dataset: z.string().max(1000) })

/** Under what name Teams asks for more of what a field looks for, in a form that is about something. */
export function datasetOf({ of, kind }: Search, { act, receipt, item }: About): string {
  const about: About = { act, ...(receipt !== undefined && { receipt }), ...(item !== undefined && { item }) }
  return JSON.stringify([of, kind, about])
}

/** What Teams asks for as somebody of the staff types in a form (application/search); for all others there is nothing. */
export function deskSearch(kit: Parameters<typeof office>[0]): Part {
  return async (invoke) => {
    if (invoke.name !== 'application/search') return undefined
    const query = Query.safeParse(invoke.value).data
    const dataset = query && readDataset(query.dataset)
    const { actor, view } = await office(kit, invoke)
    if (query === undefined || dataset === undefined || actor.role.kind !== 'staff') return answer([])
    const [of, kind, about] = dataset
    const found = await searchDesk(of, query.queryText, about, view)
    const write = kind === 'searches' ? encodeURIComponent : (value: string) => value
    return answer(found.slice(0, most).map(({ value, label }) => ({ title: inertTitle(label), value: write(value) })))
  }
}

/** What a field can be filled with: what is chosen, then what a search for nothing finds, `room` in all. */
export async function optionsOf(
  { of }: Search,
  chosen: readonly string[],
  about: About,
  { view, room }: { readonly view: View; readonly room: number },
): Promise<readonly Option[]> {
  const named = await Promise.all(
    chosen.map(async (value) => (await searchDesk(of, value, about, view)).filter((one) => one.value === value)),
  )
  return [...named.flat(), ...(await searchDesk(of, '', about, view))].slice(0, Math.max(room, chosen.length))
}

function answer(results: readonly { readonly title: string; readonly value: string }[]): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } }
}

function readDataset(text: string): z.infer<typeof Dataset> | undefined {
  try {
    return Dataset.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
