import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Dates in an archive begin here; it is read as local time, so it is the same everywhere. */
const longAgo = new Date(1980, 0, 1)

/**
 * An Office file without the moment at which it was made, so that the same content gives the same bytes: entries have no
 * date, and what the properties say is `at` (milliseconds since 1970), or nothing.
 */
export function steadyArchive(file: Uint8Array, at: number | null): Uint8Array {
  const entries = unzipSync(file)
  const core = 'docProps/core.xml'
  const time = at === null ? '' : new Date(at).toISOString()
  const properties = strFromU8(entries[core] ?? new Uint8Array()).replaceAll(
    /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/gu,
    (_, open: string, _name: string, close: string) => (at === null ? '' : `${open}${time}${close}`),
  )
  const all = { ...entries, [core]: strToU8(properties) }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, bytes]) => [name, [bytes, { mtime: longAgo }]])))
}
