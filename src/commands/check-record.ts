import { openRecord } from '../app.ts'
import type { Config } from '../config.ts'

/** Checks the record and prints its counts. @throws Fault, naming what is wrong */
export function checkRecord(config: Pick<Config, 'committeeDir' | 'stateDir'>, json: boolean): number {
  const { record } = openRecord(config)
  const counts = {
    committee: record.committee.id,
    version: record.version,
    documents: record.documents.length,
    pages: record.documents.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
    rows: new Set(
      record.passages.flatMap(({ document, position }) =>
        position === null || !('page' in position) ? [] : [`${document} ${position.page}-${position.row}`],
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
    json
      ? `${JSON.stringify(counts)}\n`
      : `${Object.entries(counts)
          .map(([name, count]) => `${name.padEnd(16)}${count}`)
          .join('\n')}\n`,
  )
  return 0
}

function statements(record: ReturnType<typeof openRecord>['record']): number {
  const { projects, policyAreas, indicators, ratings, legend, statuses, sets, citedDocuments } = record
  const reasons = ratings.filter((rating) => rating.reason !== null)
  return [projects, policyAreas, indicators, ratings, reasons, legend, statuses, sets, citedDocuments].reduce(
    (sum, list) => sum + list.length,
    0,
  )
}
