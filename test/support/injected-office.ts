import { isDeepStrictEqual } from 'node:util'
import { outcomeMessage } from '../../src/conversation/outcome-reply.ts'
import type { Message } from '../../src/conversation/reply.ts'
import type { Did } from '../../src/conversation/turn.ts'
import { Breaker } from '../../src/model/breaker.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { ModelUse, Store, Stored } from '../../src/ports.ts'
import type { PublicRecord } from '../../src/record/public-record.ts'
import { facts } from './fake-model.ts'
import { openFrontOffice } from './front-office.ts'
import { type AskedOfModel, type HostileModel, openHostileModel } from './hostile-model.ts'
import { languageModelAt } from './language-model.ts'
import { committee } from './office.ts'
import { collections } from './spoofed-office.ts'

/** What a turn itself keeps, whatever it says: that it was, what was answered, and what was asked of a model. */
const ofTheTurn = ['turns', 'conversations', 'answers', 'misses', 'modelDays', 'translations']

/** A model behind its real adapter, at a server that says what it is told to; without budgets and rest. */
export async function openObedientModel(says: (asked: AskedOfModel) => object) {
  const server = await openHostileModel({ behaviour: { says } })
  const enough = { callsPerPerson: 1_000_000, callsPerDay: 1_000_000 }
  const { model, lines } = languageModelAt({
    ...{ url: server.url, ...enough, breaker: new Breaker({ failures: Number.POSITIVE_INFINITY, now: Date.now }) },
  })
  const use: ModelUse = { model, facts, patience: 5000, maySeeOpinions: true }
  return { server, use, lines }
}

/** An office in which what everybody reads, and every log, is looked at; `model` is asked where there is one. */
export async function openInjectedOffice(
  obedient: { readonly server: HostileModel; readonly use: ModelUse; readonly lines: readonly string[] } | null,
) {
  const office = await openFrontOffice({ model: obedient?.use ?? null })
  const { desk, base, store } = office
  let turns = 0
  return {
    ...office,
    /** Does something, and gives the message that its actor reads. */
    async act(who: string, did: Did, conversation = `slack:dm-${who}`): Promise<Message> {
      const account = `slack:${who}`
      const id = `injected-${++turns}`
      const outcome = await desk.take({ id, committee, person: account, conversation, place: `slack:dm-${who}`, did })
      return await outcomeMessage(outcome, base)
    },
    logged: () => [...office.reports, ...(obedient?.lines ?? [])].join('\n'),
    kept: async () => await keptIn(store, committee),
  }
}

/** All that is stored but what a turn keeps of itself, by collection and id. */
export async function keptIn(store: Pick<Store, 'list'>, of: string): Promise<ReadonlyMap<string, Stored>> {
  const names = collections.filter((name) => !ofTheTurn.includes(name))
  const lists = await Promise.all(names.map((collection) => store.list({ committee: of, collection })))
  return new Map(lists.flat().map((one) => [`${one.key.collection}/${one.key.id}`, one]))
}

/** What was stored, changed or removed, by collection and id. */
export function changedBetween(before: ReadonlyMap<string, Stored>, after: ReadonlyMap<string, Stored>) {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.filter((name) => !isDeepStrictEqual(before.get(name), after.get(name)))
}

/** Quotes that a message shows as the record's and that no passage has which it names. */
export function inventedIn({ blocks }: Message, { passages }: PublicRecord): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'quote') return []
    const named = passages.filter(({ key }) => block.passages.includes(key))
    return block.quotes.filter((quote) => {
      const [, words = ''] = /^「([\s\S]*)」(?:（以下略）| \(extract\))?$/u.exec(quote) ?? []
      return words === '' || !named.some(({ text }) => text.includes(words))
    })
  })
}

export const textOf = (message: Message) => messageText(message)
