import { createHash } from 'node:crypto'
import type { LanguageModel, ModelCall, ModelJob, ModelTrace, ModelUse } from '../../src/ports.ts'

/** What a model was asked, as the variables of one call. */
export type Variables = Readonly<Record<string, string>>

/** What a fake says to each job: anything, as a model may; `null` is no answer. */
export type Says = Partial<Record<ModelJob, (variables: Variables) => unknown>>

/** A language model that says what it is told to, by the port; what does not fit the schema of a call is malformed, as at the adapter. */
export function fakeModel(says: Says, { patience = 2000, maySeeOpinions = false } = {}) {
  const calls: { readonly job: ModelJob; readonly variables: Variables; readonly person: string }[] = []
  const model: LanguageModel = {
    async ask<J extends ModelJob, T>({ job, variables, schema, person, language }: ModelCall<J, T>) {
      calls.push({ job, variables, person })
      const said = schema.safeParse(says[job]?.(variables) ?? null)
      if (!said.success) return { outcome: 'none', why: 'malformed' } as const
      return { outcome: 'answered', value: said.data, trace: traceOf(job, language, variables) } as const
    },
  }
  const facts = { name: 'fake', host: 'localhost', callsPerDay: 1000 }
  const use: ModelUse = { model, facts, patience, maySeeOpinions }
  return { use, calls }
}

function traceOf(job: ModelJob, language: 'ja' | 'en', variables: Variables): ModelTrace {
  return {
    job,
    prompt: { id: job, version: '1', language },
    model: 'fake',
    settings: { temperature: 0 },
    sent: createHash('sha256').update(JSON.stringify(variables)).digest('hex'),
    tokens: null,
  }
}

/** The passages that a call hands out. */
export function handedOut({ passages = '[]' }: Variables): readonly { readonly id: string; readonly text: string }[] {
  return JSON.parse(passages)
}
