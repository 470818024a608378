import { resolve } from 'node:path'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { type Memory, noMemory } from '../../src/questions/memory.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { type PreparedRecord, prepareRecord } from '../../src/questions/prepared-record.ts'
import { recallReply } from '../../src/questions/remember.ts'
import { buildRecord, type Reviewed } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { say } from './converse.ts'

const folder = resolve(import.meta.dirname, '../../data/sapporo-vision')

/** The first committee's record, or what `change` makes of its reviewed files. */
export function prepareSapporo(change: (reviewed: Reviewed) => Reviewed = (reviewed) => reviewed): PreparedRecord {
  return prepareRecord(buildRecord(change(readReviewed(folder))))
}

type Said = { readonly role: 'user' | 'bot'; readonly text: string }

/** Asks one question after what was said before, and gives the answer as a person sees it. */
export function tell(prepared: PreparedRecord, question: string, context: readonly Said[] = [], language?: Language) {
  let memory: Memory = noMemory
  for (const { role, text } of context) {
    memory = role === 'user' ? say(prepared, text, memory).memory : recallReply(prepared, text, memory)
  }
  const { message, answer } = say(prepared, question, memory, language)
  return {
    outcome: answer.outcome,
    text: messageText(message),
    projects: answer.projects,
    citations: answer.citations,
    nearest: answer.nearest,
    passages: answer.citations.map((citation) => citation.passage),
  }
}
