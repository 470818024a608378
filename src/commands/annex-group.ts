import { type AnnexFormat, annexFormats } from '../conversation/annex-form.ts'
import { areaOf } from '../conversation/told.ts'
import type { Annex } from '../conversation/told-files.ts'
import { sayIn } from '../conversation/view.ts'
import { Names } from '../opinions/release.ts'
import { annexContent } from './make-files.ts'
import { formOf } from './office-did.ts'
import { progressLine } from './progress-line.ts'
import { actingHelp, type Done } from './session.ts'
import { check, type Given, type Group, jsonHelp, type Made } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'
import { checkWritable, writeFile } from './written-file.ts'

const help = `Writes the annex (別紙) of a call: the opinions in their members' order beside the city's responses. For staff.

Usage: npm run -s bot -- annex --call ID --format docx|md|csv --out FILE [OPTIONS]
       npm run -s bot -- annex --call ID --check

Options:
  --call ID         the call, as 2026-1, or standing (随時); standing-1 is the first annex of it that was shared
  --format FORMAT   docx (Word, A4 across), md (Markdown) or csv
  --out FILE        where to write it; - writes md and csv to standard output
  --names NAMES     none (else), chosen (of members who chose to have theirs printed) or letters (委員A・B)
  --force           replace the file where there is one
  --check           write nothing, only say what to look at: names, telephone numbers, dates, promises, open items
${actingHelp}
${jsonHelp}
  --help            this text

It is marked 案 until it is shared; then it stays as it was shared. What to look at is always said, and keeps nothing from being written.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

/** Blocks of an annex from which on a Word file may take longer than a second. */
const noticeable = 500

/** The annex as a file. */
export const annexGroup: Group = {
  name: 'annex',
  help,
  options: {
    call: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    names: { type: 'string' },
    force: { type: 'boolean' },
    check: { type: 'boolean' },
  },
  subcommands: {
    '': {
      words: [],
      options: ['call', 'format', 'out', 'names', 'force', 'check'],
      read: (given) => {
        const format = readFormat(given)
        const call = given.needed('call', 'give the call, as 2026-1; "call list" shows them')
        const names = check(Names, '--names', given.text('names') ?? 'none', 'known are none, chosen, letters')
        return formOf({ name: 'annex', act: { do: 'show', call, names, ...(format && { format }) } })
      },
      files: {
        check(given) {
          const wanted = readWanted(given)
          if (wanted !== null) checkWritable(wanted.out, given.has('force'))
        },
        async make(done, given) {
          const wanted = readWanted(given)
          return wanted === null ? null : await make(done, wanted, given.has('force'))
        },
      },
    },
  },
}

type Wanted = { readonly format: AnnexFormat; readonly out: string }

/** What is to be written; null where the annex is only to be checked. */
function readFormat(given: Given): AnnexFormat | null {
  if (given.has('check')) {
    const other = ['format', 'out', 'force'].find((one) => given.has(one))
    if (other !== undefined) throw new UsageFault(`--check writes nothing: leave out --${other}, or --check`)
    return null
  }
  const named = given.needed('format', `known are ${annexFormats.join(', ')}; --check writes nothing`)
  const format = annexFormats.find((one) => one === named)
  if (format === undefined) throw new UsageFault(`--format ${named}: known are ${annexFormats.join(', ')}`)
  return format
}

/** The file that is wanted, with where it is written. */
function readWanted(given: Given): Wanted | null {
  const format = readFormat(given)
  if (format === null) return null
  const hint = 'give a file to write to, or --check to write nothing'
  const out = given.needed('out', hint)
  if (out === '') throw new UsageFault(`--out is empty: ${hint}`)
  if (out === '-' && format === 'docx') throw new UsageFault('--out -: a Word file is not for the screen; give a file')
  if (out === '-' && given.has('json')) throw new UsageFault('--out - and --json: only one of them can be printed')
  return { format, out }
}

async function make({ outcome }: Done, { format, out }: Wanted, force: boolean): Promise<Made | null> {
  const annex = outcome.told.map((one) => areaOf(one)?.told).find(isAnnex)
  if (annex === undefined) return null
  const { annex: say } = sayIn(outcome.actor)
  const { length } = annex.annex.blocks
  // The packing comes after the last word of progress, and takes most of the time.
  if (format === 'docx' && length > noticeable) process.stderr.write(`${say.progress(0, length)}\n`)
  const content = await annexContent(annex, format, progressLine(say.progress))
  const notes = [
    ...(out === '-' ? [] : [say.written(out)]),
    say.lookNext[format],
    ...(annex.release !== null ? [] : [format === 'csv' ? say.csvDraft : say.draftMark]),
  ]
  if (out !== '-') writeFile(out, content, force)
  return { output: out === '-' ? String(content) : null, note: notes.join('\n') }
}

function isAnnex(told: { readonly kind: string } | undefined): told is Annex {
  return told?.kind === 'annex'
}
