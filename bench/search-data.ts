import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A fault of the given files or options, in one sentence for the person at the terminal. */
export class BadInput extends Error {}

const Id = z.string().min(1)
const Document = z.object({ id: Id, title: z.string().default(''), text: z.string() })
const Query = z.object({ id: Id, text: z.string() })

export type Document = z.infer<typeof Document>

/** A question and the score of every document judged relevant to it, by document id. */
export type JudgedQuery = z.infer<typeof Query> & { readonly relevant: ReadonlyMap<string, number> }

/** Reads a test collection. Queries without a relevant document are left out. Throws BadInput naming file and line. */
export function readCollection(files: { corpus: string; queries: string; qrels: string }) {
  const documents = readJsonLines(files.corpus, Document)
  const relevant = readJudgements(files.qrels)
  const queries: JudgedQuery[] = readJsonLines(files.queries, Query).flatMap((query) => {
    const judged = relevant.get(query.id)
    return judged ? [{ ...query, relevant: judged }] : []
  })
  if (documents.length === 0) throw new BadInput(`${files.corpus}: there is no document in it`)
  if (queries.length === 0) throw new BadInput(`${files.qrels}: no query of ${files.queries} has a relevant document`)
  return { documents, queries }
}

function readJsonLines<T extends { id: string }>(file: string, schema: z.ZodType<T>): T[] {
  const byId = new Map<string, T>()
  for (const { line, where } of readLines(file)) {
    const { success, data, error } = schema.safeParse(parseJson(line, where))
    if (!success)
      throw new BadInput(`${where}: ${error.issues.map((i) => [...i.path, i.message].join(': ')).join('; ')}`)
    if (byId.has(data.id)) throw new BadInput(`${where}: the id ${data.id} is there already`)
    byId.set(data.id, data)
  }
  return [...byId.values()]
}

function readJudgements(file: string): Map<string, Map<string, number>> {
  const [header, ...rows] = readLines(file)
  if (header?.line !== 'query-id\tcorpus-id\tscore') {
    throw new BadInput(`${file}, line 1: the header "query-id corpus-id score", parted by tabs, is missing`)
  }
  const relevant = new Map<string, Map<string, number>>()
  for (const { line, where } of rows) {
    const [query, document, score, ...rest] = line.split('\t')
    if (!query || !document || !/^-?\d+(\.\d+)?$/.test(score ?? '') || rest.length > 0) {
      throw new BadInput(`${where}: a query id, a document id and a number, parted by tabs, are expected`)
    }
    if (Number(score) <= 0) continue
    if (!relevant.has(query)) relevant.set(query, new Map())
    relevant.get(query)?.set(document, Number(score))
  }
  return relevant
}

function readLines(file: string): { line: string; where: string }[] {
  return readText(file)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line, where: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new BadInput(`${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new BadInput(`${where}: not JSON (${(cause as Error).message})`, { cause })
  }
}
