import { areaOf } from '../conversation/told.ts'
import { sayIn } from '../conversation/view.ts'
import { ledgerContent } from './make-files.ts'
import { formOf } from './office-did.ts'
import { actingHelp, type Done, type Session } from './session.ts'
import { type Given, type Group, jsonHelp, type Made } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'
import { checkWritable, writeFile } from './written-file.ts'

const help = `Writes the ledger (受付簿) as CSV: a row for each item that was received, with what was done with it. For staff.

Usage: npm run -s bot -- ledger [--call ID] --out FILE

Options:
  --call ID         only of this call, as 2026-1, or standing (随時)
  --out FILE        where to write it; - writes it to standard output
  --force           replace the file where there is one
${actingHelp}
${jsonHelp}
  --help            this text

It holds members' names, and nothing of what they wrote. What was withdrawn or erased keeps its row.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

/** The ledger as a file. */
export const ledgerGroup: Group = {
  name: 'ledger',
  help,
  options: { call: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
  subcommands: {
    '': {
      words: [],
      options: ['call', 'out', 'force'],
      read: (given) => formOf({ name: 'annex', act: { do: 'ledger', call: given.text('call') ?? null } }),
      files: {
        check: (given) => checkWritable(readOut(given), given.has('force')),
        make: async (done, given, session) => await make(done, session, readOut(given), given.has('force')),
      },
    },
  },
}

function readOut(given: Given): string {
  const hint = 'give a file to write to, or - for standard output'
  const out = given.needed('out', hint)
  if (out === '') throw new UsageFault(`--out is empty: ${hint}`)
  if (out === '-' && given.has('json')) throw new UsageFault('--out - and --json: only one of them can be printed')
  return out
}

async function make({ outcome }: Done, { bot }: Session, out: string, force: boolean): Promise<Made | null> {
  const told = outcome.told.map((one) => areaOf(one)).find((one) => one?.kind === 'annex')?.told
  if (told?.kind !== 'ledger') return null
  const { language } = outcome.actor
  const content = await ledgerContent(told, { records: bot.desk.records, prepared: bot.prepared, language })
  if (out !== '-') writeFile(out, content, force)
  const { annex: say } = sayIn({ language })
  return {
    output: out === '-' ? content : null,
    note: [...(out === '-' ? [] : [say.written(out)]), say.ledgerNext].join('\n'),
  }
}
