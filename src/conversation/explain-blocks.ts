import { type MadeAnswer, madeAnswerLife } from '../opinions/made-answer.ts'
import { Advice } from '../questions/advice.ts'
import { cite, wholeOf } from '../questions/citation.ts'
import { findColumn } from './answer-message.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/**
 * How an answer was made: by rules alone or with a language model, from which passages, of which version of the record. Its
 * passages are named as far as the reader's own record has them.
 */
export async function explainBlocks(id: string, view: View): Promise<readonly Block[]> {
  const { explain, dates } = sayIn(view)
  const made = (await view.records.find('answers', id))?.value
  if (made === undefined) return texts(explain.notKept(madeAnswerLife))
  const { version } = view.prepared.record
  return texts(
    explain.lead(id, dates.day(made.day)),
    ...howFound(made, view),
    ...passageLines(made, view),
    made.record === version ? explain.record(version) : explain.oldRecord(made.record, version),
    ...made.calls.map(({ job, model, prompt, settings }) => {
      const set = Object.entries(settings).map(([name, value]) => explain.setting(name, String(value)))
      const named = explain.prompt(prompt.id, prompt.version, prompt.language)
      return explain.call(explain.job[job] ?? job, model, named, sayIn(view).and(set))
    }),
  )
}

function howFound({ advice: kept, calls, passages, outcome }: MadeAnswer, view: View): readonly string[] {
  const { explain } = sayIn(view)
  const { data: advice } = Advice.safeParse(kept)
  const quoted = passages.length === 0 ? [] : [explain.fromRecord]
  if (advice === undefined) return [calls.length === 0 ? explain.byRules : explain.notHeeded, ...quoted]
  if (advice.understood !== null) return [explain.understood, ...quoted]
  return [outcome === 'not-in-record' ? explain.withdrawn : explain.pointed, ...quoted]
}

function passageLines({ passages }: MadeAnswer, view: View): readonly string[] {
  const say = sayIn(view)
  const { record } = view.prepared
  if (passages.length === 0) return [say.explain.noPassages]
  const held = record.passages.filter(({ key }) => passages.includes(key))
  const sources = held.map((passage) => {
    const citation = cite(record, wholeOf(passage))
    return say.placeOf(citation, findColumn(citation))
  })
  const gone = passages.length - held.length
  return [
    ...(sources.length === 0 ? [] : [say.explain.passages([...new Set(sources)])]),
    ...(gone === 0 ? [] : [say.explain.elsewhere(gone)]),
  ]
}
