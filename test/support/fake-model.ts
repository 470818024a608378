import type { LanguageModel, ModelAnswer, ModelCall, ModelFacts, ModelJob, ModelUse } from '../../src/ports.ts'

type AnyCall = ModelCall<ModelJob, unknown>
type Says = (call: AnyCall) => unknown

/** The reasons for which a model gives no answer. */
type Why = Extract<ModelAnswer<unknown>, { readonly outcome: 'none' }>['why']

/** What a fake says in place of an answer. */
export const none = (why: Why) => ({ none: why })

export const facts: ModelFacts = { name: 'fake-1', host: 'model.example', callsPerDay: 100 }

/**
 * A language model of tests: `says` makes what it answers to a call, which is parsed by the call's schema as the adapter does.
 * `asked` are the calls that it was given.
 */
export function fakeModel(
  says: Says,
  use: Partial<Omit<ModelUse, 'model'>> = {},
): ModelUse & { readonly asked: AnyCall[] } {
  const asked: AnyCall[] = []
  const model: LanguageModel = {
    async ask(call) {
      asked.push(call as unknown as AnyCall)
      const said = await says(call as unknown as AnyCall)
      if (typeof said === 'object' && said !== null && 'none' in said) return { outcome: 'none', why: said.none as Why }
      const read = call.schema.safeParse(said)
      if (!read.success) return { outcome: 'none', why: 'malformed' }
      const prompt = { id: call.job, version: '1', language: call.language }
      const trace = { job: call.job, prompt, model: facts.name, settings: {}, sent: 'a'.repeat(64), tokens: null }
      return { outcome: 'answered', value: read.data, trace }
    },
  }
  return { model, facts, patience: 2000, maySeeOpinions: false, asked, ...use }
}

/** The list that a call has as a variable. */
export function listOf(
  call: AnyCall,
  name: string,
): readonly { readonly id: string; readonly [field: string]: string }[] {
  return JSON.parse((call.variables as Readonly<Record<string, string>>)[name] ?? '[]')
}
