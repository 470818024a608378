import { readConfig } from '../config.ts'
import { backupState } from '../storage/backup/backup-state.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Writes the run-time data into one file, also while the bot runs, and reads it back to be sure of it.

Usage: npm run -s bot -- backup --out FILE [OPTIONS]

Options:
  --out FILE        the file to write; there must be none of this name
  --json            print one object: {file, entries, head, sha256, bytes, files}
  --help            this text

It holds all that is kept: opinions, who sent them, the roster. Readable by its owner only (0600); it is not encrypted, so
keep it where such data may be kept, and what was erased since is still in it. In it: the data of STATE_DIR with its folders
files and published. Not in it: mails in a folder, .env and the committee's folder. Writing takes as much room besides as the data.
Exit codes: 0 written and verified; 1 it was not (the text says why), and nothing is left behind; 2 wrong options.
`

/** Makes a backup. */
export const backup: Command = {
  help,
  async run(args, env) {
    const options = { out: { type: 'string' }, json: { type: 'boolean', default: false } } as const
    const { values } = readOptions(args, options, 'no words')
    if (values.out === undefined) throw new UsageFault('--out is missing: give the name of the file to write')
    const { stateDir } = readConfig(env)
    const { file, head, sha256, bytes, files } = await backupState(stateDir, values.out, Date.now())
    const { entries, hash } = head
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ file, entries, head: hash, sha256, bytes, files })}\n`
        : `${file}: written and verified, ${bytes} bytes, files: ${files}
entries: ${entries}, head (照合値): ${hash}
SHA-256: ${sha256}
It holds personal data: keep it where such data may be kept.
`,
    )
    return 0
  },
}
