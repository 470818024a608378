import * as z from 'zod'
import type { ModelAct } from '../conversation/model-form.ts'
import { line } from '../opinions/form-text.ts'
import { translationStates } from '../opinions/translation.ts'
import { readText } from './given-text.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { check, type Given, type Group, jsonHelp } from './subcommands.ts'

const help = `Reads the language model's translations of quotes beside the Japanese, and accepts, corrects or rejects them. For staff.

Usage: npm run -s bot -- translation list [--state STATE]
       npm run -s bot -- translation show ID
       npm run -s bot -- translation accept ID
       npm run -s bot -- translation correct ID --text TEXT
       npm run -s bot -- translation reject ID

Options:
  --state STATE     machine (nobody has read it), withheld (code keeps it from being shown: its numbers or signs differ, or it
                    is no plain English), accepted, corrected, rejected, or all; else machine and withheld
  --text TEXT       the translation; else what is piped in
  --text-file FILE  a file with the translation, in UTF-8
${actingHelp}
${jsonHelp}
  --help            this text

ID is as T-3f9ac2e1b7. A translation is unofficial, stands beside the Japanese quote and never in its place. What is rejected is
neither shown nor asked for again; where the quote or the words around it change, a new one is asked for.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const act = (one: ModelAct) => formOf({ name: 'model', act: one })
const state = z.enum([...translationStates, 'all'])

function readId({ words: [id] }: Given): string {
  return check(z.string().min(1).max(20), 'ID', id, 'give the id of a translation, as T-3f9ac2e1b7')
}

/** The language model's translations. */
export const translationGroup: Group = {
  name: 'translation',
  help,
  options: { state: { type: 'string' }, text: { type: 'string' }, 'text-file': { type: 'string' } },
  subcommands: {
    list: {
      words: [],
      options: ['state'],
      read: (given) => {
        const hint = `known are ${state.options.join(', ')}`
        return act({
          do: 'list-translations',
          state: check(state.nullable(), '--state', given.text('state') ?? null, hint),
        })
      },
    },
    show: { words: ['ID'], options: [], read: (given) => act({ do: 'show-translation', id: readId(given) }) },
    accept: {
      words: ['ID'],
      options: [],
      read: (given) => act({ do: 'review', input: { as: 'accepted', id: readId(given) } }),
    },
    correct: {
      words: ['ID'],
      options: ['text', 'text-file'],
      read: async (given, readInput) => {
        const id = readId(given)
        const text = check(
          line(5000),
          '--text',
          await readText(given, readInput),
          'give a text of 1 to 5000 characters',
        )
        return act({ do: 'review', input: { as: 'corrected', id, text } })
      },
    },
    reject: {
      words: ['ID'],
      options: [],
      read: (given) => act({ do: 'review', input: { as: 'rejected', id: readId(given) } }),
    },
  },
}
