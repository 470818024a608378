import { findOwn } from '../opinions/change-submission.ts'
import { proofBlocks } from './proof-blocks.ts'
import { type Block, texts } from './reply.ts'
import type { Scene } from './scene.ts'
import { viewOf } from './scene-view.ts'
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
