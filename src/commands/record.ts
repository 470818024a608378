import { readConfig } from '../config.ts'
import type { Command } from './run-command.ts'
import { actingHelp } from './session.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Checks the record, and takes in status sheets (資料３): lists of projects with their ratings, as xlsx or csv.

Usage: npm run -s bot -- record check [--json] [--committee DIR]
       npm run -s bot -- record import-projects FILE --meeting ID [OPTIONS]
       npm run -s bot -- record sheets [--json]
       npm run -s bot -- record template --out FILE

check reads every file of the record, compares every quote with its source, and prints the counts.
import-projects shows what it understands of a file, what it leaves out, and what differs from the list before; with
--accept it takes it in, and questions are answered from it. What is taken in counts as published: it is shown to everybody.
sheets lists what was taken in (staff). template writes a workbook to fill in.

Options:
  --meeting ID      for import-projects, the meeting that it was given to: fiscal year and number, as 2025-1
  --name NAME       the meeting's name as printed, as 令和７年度第１回; else that of its call, or what stands above the table
  --title TITLE     what the document is called, as 資料３; else what stands above the table
  --id ID           the document's id; else the meeting's with -sheet, as 2025-1-sheet
  --year YEAR       the fiscal year of the list, as R6 or 2024; else what its title or headings say
  --sheet SHEET     the sheet of the workbook that has the table
  --mapping FILE    a file (JSON) that says which heading or column is which, where they are others than usual:
                    {"columns": {"title": "取組", "rating": ["F", "自己点検"]}, "headerRow": 4, "sheet": "一覧"};
                    fields are number, title, area, indicator, target, result, rating, division, remarks
  --accept          take it in; for staff, with --as
  --charges         with --accept, put its divisions into the table project -> division too
  --out FILE        for template, the file to write; it must not be there
${actingHelp}
  --json            print one object: the counts, or {told: […]}
  --help            this text

Exit codes: 0 done; 1 refused, or something is wrong with the record or the file (the text says what to do); 2 wrong options.
`

const acting = { as: { type: 'string' }, lang: { type: 'string' } } as const
const options = {
  json: { type: 'boolean', default: false },
  committee: { type: 'string' },
  ...acting,
  meeting: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
  id: { type: 'string' },
  year: { type: 'string' },
  sheet: { type: 'string' },
  mapping: { type: 'string' },
  accept: { type: 'boolean', default: false },
  charges: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const

/** The options of `record`, as they were given. */
export type RecordOptions = ReturnType<typeof readOptions<typeof options>>['values']

const ofAll = ['json', 'committee', 'as', 'lang']
const taken: Readonly<Record<string, readonly string[]>> = {
  check: ofAll,
  'import-projects': [...ofAll, ...['meeting', 'name', 'title', 'id', 'year', 'sheet', 'mapping', 'accept', 'charges']],
  sheets: ofAll,
  template: [...ofAll, 'out'],
}

/** The record: its check, and the status sheets that are taken into it. */
export const record: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    const [name = '', ...words] = positionals
    const known = Object.keys(taken).map((one) => `"record ${one}"`)
    const own = Object.hasOwn(taken, name) ? taken[name] : undefined
    if (own === undefined || words.length !== (name === 'import-projects' ? 1 : 0))
      throw new UsageFault(
        `"record ${positionals.join(' ')}": known are ${known.join(', ').replace('import-projects', 'import-projects FILE')}`,
      )
    const foreign = Object.entries(values).find(([option, value]) => value !== false && !own.includes(option))
    if (foreign !== undefined)
      throw new UsageFault(
        `record ${name} does not take --${foreign[0]}; it takes ${own.map((one) => `--${one}`).join(', ')}`,
      )
    if (name === 'check') {
      const { checkRecord } = await import('./check-record.ts')
      return checkRecord(readConfig(env, values), values.json)
    }
    if (name === 'template') {
      const { writeTemplate } = await import('./write-template.ts')
      return await writeTemplate(values)
    }
    const { importProjects, listSheets } = await import('./import-projects.ts')
    return name === 'sheets' ? await listSheets(values, env) : await importProjects(words[0] ?? '', values, env)
  },
}
