import { readConfig } from '../config.ts'
import { readReviewed } from '../record/read-reviewed.ts'
import { restoreState } from '../storage/backup/restore-state.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Brings a backup of the run-time data back into an empty folder, after it was verified.

Usage: npm run -s bot -- restore FILE [OPTIONS]

Options:
  --into DIR        the folder to bring it back into; it is empty or not there (else STATE_DIR)
  --head HEX        a check value (照合値) that must be in it: at least its first 6 digits; may be given several times
  --committee DIR   the committee's folder (else COMMITTEE_DIR)
  --json            print one object: {folder, entries, head, made, files}
  --help            this text

Nothing is changed where the file is cut short, changed, not ours or another committee's. What came after the backup is not in
it: receipt numbers given since would be given again, so compare the newest with what members hold. Notices that waited at the
time of the backup are delivered once more.
Exit codes: 0 restored; 1 it was not (the text says why), and nothing is changed; 2 wrong options.
`

const options = {
  into: { type: 'string' },
  head: { type: 'string', multiple: true, default: [] as string[] },
  committee: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Brings a backup back. */
export const restore: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageFault('restore FILE: give the one file to restore')
    const wrong = values.head.find((head) => !/^[0-9a-f]{6,64}$/iu.test(head))
    if (wrong !== undefined) throw new UsageFault(`--head ${wrong}: a check value is 6 to 64 hexadecimal digits`)
    const { stateDir, committeeDir } = readConfig(env, values)
    const { folder, head, made, files } = await restoreState({
      file,
      folder: values.into ?? stateDir,
      committee: readReviewed(committeeDir).committee.id,
      published: values.head.map((hash) => ({ hash })),
    })
    const { entries, hash } = head
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ folder, entries, head: hash, made, files })}\n`
        : `${folder}: restored from ${file}, made ${made}, files: ${files}
entries: ${entries}, head (照合値): ${hash}
The audit chain holds. Next: doctor, and audit verify --head with the check value of a digest.
`,
    )
    return 0
  },
}
