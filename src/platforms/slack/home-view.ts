import type { Button, HomeView, KnownBlock } from '@slack/types'
import type { Home, HomeSection } from '../../conversation/home.ts'
import type { Offer } from '../../conversation/reply.ts'
import { buildButton, buttonPieces } from './choice-pieces.ts'
import { clipLabel } from './clip-label.ts'
import { limits } from './limits.ts'
import { messageGroups } from './message-groups.ts'
import { numberPieces, type Piece } from './piece.ts'
import { plainText } from './slack-text.ts'

/** Somebody's own page as the App Home. What does not fit is left out from the end: it is the oldest. */
export function homeView({ language, sections }: Home): HomeView {
  const rows = sections.map(({ title, blocks, offers }) => ({
    title,
    pieces: [...messageGroups({ blocks }, language).said.flat(), ...offerRow(offers)],
  }))
  const numbered = numberPieces(rows.map(({ pieces }) => pieces))
  const blocks: KnownBlock[] = []
  for (const [at, { title }] of rows.entries()) {
    const section = [...headerOf(title), ...(numbered[at] ?? []).map(({ block }) => block)]
    if (blocks.length + section.length > limits.viewBlocks) break
    blocks.push(...section)
  }
  return { type: 'home', callback_id: 'home', blocks }
}

function headerOf(title: HomeSection['title']): readonly KnownBlock[] {
  return title === null ? [] : [{ type: 'header', text: plainText(clipLabel(title, limits.header)) }]
}

function offerRow(offers: readonly Offer[]): readonly Piece[] {
  return buttonPieces(offers.flatMap((offer) => offerButton(offer) ?? []))
}

function offerButton({ label, action, sure }: Offer): Button | undefined {
  const isMain = action.name === 'ask' || (action.name === 'opinion' && action.about === undefined)
  const button = buildButton(label, action, isMain ? 'primary' : sure === undefined ? undefined : 'danger')
  if (button === undefined || sure === undefined) return button
  return {
    ...button,
    confirm: {
      title: plainText(clipLabel(label, limits.confirmTitle)),
      text: plainText(clipLabel(sure.question, limits.confirmText)),
      confirm: plainText(clipLabel(sure.yes, limits.confirmButton)),
      deny: plainText(clipLabel(sure.no, limits.confirmButton)),
      style: 'danger',
    },
  }
}
