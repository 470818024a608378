import { openRecord } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Checks the record: reads every file, compares every quote with its source, and prints the counts.

Usage: npm run -s bot -- record check [OPTIONS]

Options:
  --json            print the counts as one object
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

Exit codes: 0 the record is sound; 1 it is not (the message names file, id and what to do); 2 wrong options.
`

const options = { json: { type: 'boolean', default: false }, committee: { type: 'string' } } as const

/** Checks the record and prints its counts. */
export const record: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    if (positionals.join(' ') !== 'check')
      throw new UsageFault(`"record ${positionals.join(' ')}": known is "record check"`)
    const { record } = openRecord(readConfig(env, values))
    const counts = {
      committee: record.committee.id,
      version: record.version,
      documents: record.documents.length,
      pages: record.documents.reduce((sum, { pages }) => sum + pages, 0),
      rows: new Set(
        record.passages.flatMap(({ document, position }) =>
          position === null ? [] : [`${document} ${position.page}-${position.row}`],
        ),
      ).size,
      opinions: record.groups.reduce((sum, { opinions }) => sum + opinions.length, 0),
      responses: record.groups.reduce((sum, { responses }) => sum + responses.length, 0),
      policyAreas: record.policyAreas.length,
      projects: record.projects.length,
      indicators: record.indicators.length,
      ratings: record.ratings.length,
      statuses: record.statuses.length,
      quotesCompared: record.passages.length + statements(record),
    }
    process.stdout.write(
      values.json
        ? `${JSON.stringify(counts)}\n`
        : `${Object.entries(counts)
            .map(([name, count]) => `${name.padEnd(16)}${count}`)
            .join('\n')}\n`,
    )
    return 0
  },
}

function statements(record: ReturnType<typeof openRecord>['record']): number {
  const { projects, policyAreas, indicators, ratings, legend, statuses, sets, citedDocuments } = record
  const reasons = ratings.filter((rating) => rating.reason !== null)
  return [projects, policyAreas, indicators, ratings, reasons, legend, statuses, sets, citedDocuments].reduce(
    (sum, list) => sum + list.length,
    0,
  )
}
