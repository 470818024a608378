import { readShippedPrompts } from '../model/open-configured.ts'
import type { Prompt } from '../model/prompt.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Checks the prompts of the language model, and shows them with their versions. No model is asked.

Usage: npm run -s bot -- prompts check [--json]

Options:
  --json    print one object: {prompts: [{id, language, version, variables, hash}]}
  --help    this text

The prompts are the files in prompts/; prompts/README.md says how they are written. hash is the SHA-256 of the file.
Exit codes: 0 all are sound; 1 one is not (the text says which, and what to do); 2 wrong options.
`

const options = { json: { type: 'boolean', default: false } } as const

/** The prompts that come with the bot. */
export const prompts: Command = {
  help,
  async run(args) {
    const { values, positionals } = readOptions(args, options, 'words')
    if (positionals.join(' ') !== 'check')
      throw new UsageFault(`"prompts ${positionals.join(' ')}": known is "prompts check"`)
    const all = Object.values(readShippedPrompts()).flatMap((languages) => Object.values(languages))
    process.stdout.write(values.json ? `${JSON.stringify({ prompts: all.map(asJson) })}\n` : all.map(lineOf).join(''))
    return 0
  },
}

function asJson({ id, language, version, variables, hash }: Prompt) {
  return { id, language, version, variables, hash }
}

function lineOf({ id, language, version, variables, hash }: Prompt): string {
  return `${`${id}.${language}`.padEnd(16)}version ${version.padEnd(4)}${hash.slice(0, 12)}  ${variables.join(', ')}\n`
}
