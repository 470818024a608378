import { createHash } from 'node:crypto'
import type { Draft } from '../../opinions/draft.ts'
import type { ViewPayload } from './payload.ts'
import type { Kit } from './slack-bot.ts'
import { readMeta } from './view-meta.ts'
import { type Person, sceneOf } from './view-turn.ts'

/** What a draft says, as a few characters: the same as long as the same would be filed, without and with a split. */
export function seenOf({ text, call, subject, vote, printName, edits, onBehalf, whole }: Draft): string {
  const said = JSON.stringify([text, call, subject, vote, printName, edits, onBehalf, whole])
  return createHash('sha256').update(said).digest('hex').slice(0, 16)
}

/** Whether the draft that a dialog has shown says something else now: it was changed on another device, or by words. */
export async function isOtherNow(kit: Kit, who: Person, view: ViewPayload): Promise<boolean> {
  const { draft, seen } = readMeta(view.private_metadata)
  const kept = (await sceneOf(kit, who)).draft?.value
  return kept !== undefined && kept.id === draft && seen !== undefined && seenOf(kept) !== seen
}
