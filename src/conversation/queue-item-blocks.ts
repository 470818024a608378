import { minuteOf } from '../opinions/day.ts'
import type { Response } from '../opinions/queue-item.ts'
import type { ItemsShown, ItemView } from '../opinions/read-queue-item.ts'
import { personNamed } from './office-names.ts'
import { handling, standing } from './queue-list-lines.ts'
import { divisionNames, eventLine } from './queue-names.ts'
import { type Block, notes, texts } from './reply.ts'
import { callName, sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Everything on items, one after another. */
export async function itemsShownBlocks({ items, gone }: ItemsShown, view: View): Promise<readonly Block[]> {
  const { queue } = sayIn(view)
  const blocks = await Promise.all(items.map(async (item) => await itemBlocks(item, view)))
  return [...blocks.flat(), ...(gone.length === 0 ? [] : texts(queue.goneItems(gone)))]
}

async function itemBlocks(item: ItemView, view: View): Promise<readonly Block[]> {
  const { queue } = sayIn(view)
  const division = await divisionNames(view, item.call)
  return [
    ...texts(queue.join([item.item, ...(await standing(item, view)), await callName(view, item.call)])),
    ...(await senderTexts(item, view)),
    ...wordsBlocks(item, view),
    ...texts(dispositionText(item, view)),
    ...texts(queue.join(handling(item, division, view))),
    ...(item.followers.length === 0 ? [] : texts(queue.followers(item.followers))),
    ...texts(
      ...item.inquiries.map((one) => queue.inquiry(one.id, division(one.division), one.due, one.id === item.inquired)),
    ),
    ...(await responseBlocks(item, division, view)),
    ...questionTexts(item, view),
    ...(await noteBlocks(item, view)),
    ...texts(
      queue.history,
      ...(await Promise.all(item.history.map(async (act) => await eventLine(act, division, view)))),
    ),
    ...notes(queue.seen(item.seen)),
  ]
}

async function senderTexts({ member, filed, version, behalf, late }: ItemView, view: View): Promise<readonly Block[]> {
  const { opinions } = sayIn(view)
  const name = member === null ? null : ((await view.records.find('members', member))?.value.name ?? null)
  const heard = behalf?.means === 'telephone' || behalf?.means === 'meeting'
  return texts(
    ...(member === null ? [] : [opinions.sender(name, member)]),
    ...(behalf === null ? [] : [opinions.cameBy(behalf.means, behalf.day, heard, behalf.original)]),
    `${opinions.filedAt(minuteOf(filed), version)}${late ? opinions.lateMark : ''}`,
  )
}

function wordsBlocks({ gone, heading, words, printed }: ItemView, view: View): readonly Block[] {
  const { queue } = sayIn(view)
  if (gone !== null) return texts(gone.kind === 'joined' ? queue.goneInto(gone.into) : queue.goneEdited)
  return [
    ...(heading === null ? [] : texts(queue.headingLine(visibleText(heading)))),
    { kind: 'words', text: words },
    ...(printed === null ? [] : [...texts(queue.printed), { kind: 'words', text: printed } as const]),
  ]
}

function dispositionText({ disposition }: ItemView, view: View): string {
  const { queue } = sayIn(view)
  return queue.dispositionLine(
    disposition?.kind === 'with' ? queue.with(disposition.item) : queue.disposition[disposition?.kind ?? 'undecided'],
  )
}

async function responseBlocks(
  { item, disposition, responses, response, checked, outdated }: ItemView,
  division: (id: string) => string,
  view: View,
): Promise<readonly Block[]> {
  const { queue } = sayIn(view)
  // What is answered together with another needs none of its own.
  if (responses.length === 0) return disposition?.kind === 'with' ? [] : texts(queue.responsesNone)
  const author = async ({ author: by }: Response) =>
    by.kind === 'staff' ? await personNamed(view, by.id) : division(by.id)
  const versions = await Promise.all(
    responses.map(async (one): Promise<readonly Block[]> => {
      const counts = one.number === response
      const head = queue.response(one.number, await author(one), minuteOf(one.at), counts, one.version)
      return [...texts(head), { kind: 'words', text: one.text }]
    }),
  )
  const state =
    response === null
      ? []
      : outdated
        ? [queue.outdatedHint(item)]
        : checked === null
          ? [queue.uncheckedHint(item, response)]
          : [queue.checked(await personNamed(view, checked.by), minuteOf(checked.at))]
  return [...versions.flat(), ...texts(...state)]
}

function questionTexts({ questions }: ItemView, view: View): readonly Block[] {
  const { opinions } = sayIn(view)
  return questions.flatMap(({ text, reply }) =>
    texts(
      opinions.questionLine(visibleText(text)),
      ...(reply === null ? [] : [opinions.replyLine(visibleText(reply.text))]),
    ),
  )
}

async function noteBlocks(item: ItemView, view: View): Promise<readonly Block[]> {
  const { queue } = sayIn(view)
  const all = await Promise.all(
    item.notes.map(async ({ number, by, at, text }): Promise<readonly Block[]> => {
      const head = queue.note(number, await personNamed(view, by), minuteOf(at))
      return [...texts(head), { kind: 'words', text }]
    }),
  )
  return all.flat()
}
