import { findOwn } from '../opinions/change-submission.ts'
import type { Language } from '../questions/normal-text.ts'
import { proofBlocks } from './proof-blocks.ts'
import { type Block, texts } from './reply.ts'
import type { Scene } from './scene.ts'
import { viewOf } from './scene-view.ts'
import type { Outcome } from './settle-turn.ts'
import type { Did } from './turn.ts'
import { sayIn } from './view.ts'
import { visibleText } from './visible-text.ts'

/** What a form of one field is for: a reply to a question back, a correction of one's own words, one's name, a question. */
export type TextAsked = 'reply' | 'proof' | 'claim' | 'ask'

/** What stands above the field; undefined where there is nothing to be answered any more. */
export async function startText(
  scene: Scene,
  asked: TextAsked,
  receipt: string,
): Promise<readonly Block[] | undefined> {
  const { records, actor } = scene
  const { opinions } = sayIn(actor)
  switch (asked) {
    case 'claim':
      return actor.role.kind === 'guest' ? texts(opinions.askName) : undefined
    case 'ask':
      return []
    case 'reply': {
      if ((await findOwn(records, actor, receipt)) === undefined) return undefined
      const [question] = await records.list('questions', { receipt, reply: null })
      return question && texts(receipt, opinions.questionLine(visibleText(question.value.text)))
    }
    case 'proof': {
      if ((await findOwn(records, actor, receipt)) === undefined) return undefined
      const blocks = await proofBlocks(receipt, viewOf(scene))
      return blocks.length === 0 ? undefined : blocks
    }
  }
}

/** What is said where there is nothing to be answered any more. */
export function nothingAsked(asked: TextAsked, language: Language): readonly Block[] {
  const { opinions, release } = sayIn({ language })
  if (asked === 'proof') return texts(release.proof.none)
  return texts(asked === 'claim' ? opinions.alreadyConfirmed : opinions.refused['no-question'])
}

/** What the text of the field does. */
export function textDid(asked: TextAsked, about: string, text: string): Did {
  switch (asked) {
    case 'reply':
      return { kind: 'form', form: { name: 'reply', receipt: about, text } }
    case 'proof':
      return { kind: 'form', form: { name: 'proof', receipt: about, text } }
    case 'claim':
      return { kind: 'form', form: { name: 'claim', who: text } }
    case 'ask':
      return { kind: 'say', text, asks: true }
  }
}

/** Whether it was taken; what is refused is said at the field, so that the text stays there. */
export function isTextTaken({ told }: Outcome): boolean {
  return !told.some(({ kind }) => ['refused', 'not-taken', 'correction-too-long', 'ask-correction-text'].includes(kind))
}
