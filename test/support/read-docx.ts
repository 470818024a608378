import mammoth from 'mammoth'

/** A cell of a table as paragraphs, with the rows that it goes over. */
type ReadCell = { readonly paragraphs: readonly string[]; readonly rowspan: number }
/** A Word file as another program reads it: what stands before the tables, and each table's rows of cells. */
export type ReadDocx = {
  readonly before: readonly string[]
  readonly tables: readonly (readonly (readonly ReadCell[])[])[]
}

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { ignoreEmptyParagraphs: false })
  const tables = [...html.matchAll(/<table>(.*?)<\/table>/gsu)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gsu)].map(([, attributes = '', cell = '']) => ({
        paragraphs: paragraphsOf(cell),
        rowspan: Number(/rowspan="(\d+)"/u.exec(attributes)?.[1] ?? 1),
      })),
    ),
  )
  return { before: paragraphsOf(html.slice(0, html.indexOf('<table>'))), tables }
}

function paragraphsOf(html: string): readonly string[] {
  return [...html.matchAll(/<p>(.*?)<\/p>/gsu)].map(([, text = '']) => plain(text))
}

function plain(html: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  return html
    .replaceAll(/<br\s*\/?>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll(/&(lt|gt|amp|quot);/gu, (_, name: string) => signs[name] ?? '')
}
