import { type AnnexBlock, type AnnexOpinion, readReleasedAnnex } from '../opinions/annex.ts'
import { type Actor, tell } from '../opinions/decision.ts'
import type { Records } from '../opinions/records.ts'
import type { Release } from '../opinions/release.ts'
import { audienceOf } from './audience.ts'
import { type Block, texts } from './reply.ts'
import { markOf } from './response-blocks.ts'
import { carryOut, type Decided, type Scene } from './scene.ts'
import type { Action } from './turn.ts'
import { releaseName, sayIn, subjectText, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** What was told of an annex: rows `from` to `to` (counted from 1) of `total`. It is read again, not kept. */
export type ReleasedAnnexTold =
  | {
      readonly kind: 'annex-page'
      readonly view: true
      readonly release: string
      readonly from: number
      readonly to: number
      readonly total: number
    }
  | { readonly kind: 'no-annex'; readonly view: true }

/** Rows, and characters, that are shown at once at most; one row always is. */
const mostRows = 10
const mostCharacters = 6000
/** Other annexes that are offered beside the one shown. */
const mostOthers = 5

/**
 * Shows the newest annex that a person may read, or the one that `about` names, from a row on: `2026-1@11`. One that was taken
 * back since it was offered is the newest then.
 */
export async function showReleasedAnnex(scene: Scene, about: string): Promise<Decided> {
  const { records, actor } = scene
  const readable = (await listReadable(records, actor)).toReversed()
  const [name = '', row = ''] = about.split('@')
  const release = readable.find(({ id }) => id === name) ?? readable[0]
  if (release === undefined) return told(scene, { kind: 'no-annex', view: true })
  const { blocks } = await readReleasedAnnex(records, release)
  const from = Math.min(Math.max(1, Number(row) || 1), Math.max(1, blocks.length))
  const to = lastRow(blocks, from)
  const { id } = release
  const choices: readonly Action[] = [
    ...(to < blocks.length ? [{ name: 'annex', about: `${id}@${to + 1}` } as const] : []),
    ...(from > 1 ? [{ name: 'annex', about: `${id}@1` } as const] : []),
    ...readable
      .filter((one) => one.id !== id)
      .slice(0, mostOthers)
      .map((one) => ({ name: 'annex', about: one.id }) as const),
  ]
  return told(scene, { kind: 'annex-page', view: true, release: id, from, to, total: blocks.length }, choices)
}

/** The annexes that a person may read, the oldest first: shared ones only a member in term or staff. */
async function listReadable(records: Records, actor: Actor): Promise<readonly Release[]> {
  const inside = audienceOf(actor) !== 'everybody'
  const releases = (await records.list('releases')).map(({ value }) => value)
  return releases
    .filter(({ published }) => inside || published !== null)
    .toSorted((one, other) => one.shared.at - other.shared.at)
}

/** Rows of an annex, each with how it may be handled. */
export async function releasedAnnexBlocks(
  shown: Extract<ReleasedAnnexTold, { readonly kind: 'annex-page' }>,
  view: View,
): Promise<readonly Block[]> {
  const release = (await view.records.find('releases', shown.release))?.value
  const say = sayIn(view).release.annex
  if (release === undefined) return texts(say.none)
  const { blocks } = await readReleasedAnnex(view.records, release)
  const { from, to, total } = shown
  const rows = await Promise.all(
    blocks.slice(from - 1, to).map(async (block, at) => await rowLines(block, from + at, release, view)),
  )
  return texts(say.title(await releaseName(view, release.id), from, to, total), ...rows.flat())
}

/** All rows of an annex. */
export async function wholeAnnexBlocks(release: Release, view: View): Promise<readonly Block[]> {
  const { blocks } = await readReleasedAnnex(view.records, release)
  const total = blocks.length
  return await releasedAnnexBlocks(
    { kind: 'annex-page', view: true, release: release.id, from: 1, to: total, total },
    view,
  )
}

async function rowLines(block: AnnexBlock, row: number, release: Release, view: View): Promise<readonly string[]> {
  const { annex, response } = sayIn(view).release
  const opinions = await Promise.all(
    block.opinions.map(async (opinion) => [
      annex.head(row, await subjectText(view, opinion.subject, release.call), speakerOf(opinion, view)),
      response.opinion(visibleText(opinion.parts.map(({ text }) => text).join('\n'))),
    ]),
  )
  const answers = block.responses.map(({ text }) => response.response(visibleText(text)))
  return [...opinions.flat(), ...(answers.length === 0 ? [annex.unanswered] : answers), markOf(release, view)]
}

function speakerOf({ speaker, heard }: AnnexOpinion, view: View): string {
  const say = sayIn(view).release.annex
  const name =
    speaker === null ? '' : speaker.kind === 'letter' ? say.letter(speaker.letter) : `${speaker.name}${speaker.title}`
  return `${visibleText(name)}${heard ? say.heard : ''}`
}

function lastRow(blocks: readonly AnnexBlock[], from: number): number {
  let characters = 0
  let to = from - 1
  for (const { opinions, responses } of blocks.slice(from - 1, from - 1 + mostRows)) {
    const texts = [...opinions.flatMap(({ parts }) => parts), ...responses].map(({ text }) => text)
    characters += texts.join('').length
    if (to >= from && characters > mostCharacters) break
    to += 1
  }
  return to
}

function told(scene: Scene, one: ReleasedAnnexTold, choices: readonly Action[] = []): Decided {
  return carryOut(scene, tell({ kind: 'release', told: one }), choices)
}
