import { type Group, type ReadInput, readCall } from '../../src/commands/subcommands.ts'
import type { Did } from '../../src/conversation/turn.ts'
import { addDays, dayOf } from '../../src/opinions/day.ts'
import { Records } from '../../src/opinions/records.ts'
import { officeCalendar } from '../../src/opinions/working-days.ts'
import { JournalFolder } from './journal-folder.ts'
import { committee } from './office.ts'
import { type Given, runCli } from './run-cli.ts'

const term = { from: '2020-04-01', to: '2999-03-31' }
const members = { sato: '佐藤　一郎', suzuki: '鈴木　花子' }
const staff = { yamada: '山田　太郎', kimura: '木村　桜' }

/** A working day some weeks from now, on the real clock, which the program goes by. */
export const soon = officeCalendar(new Set()).workingDayFrom(addDays(dayOf(Date.now()), 40))

/** Run-time data with a roster of two members and two of the staff, and the program that runs on it. */
export async function openCliOffice() {
  const folder = new JournalFolder()
  {
    await using store = await folder.open()
    const records = new Records(store, committee)
    await store.commit([
      ...Object.entries(members).map(([id, name]) =>
        records.put('members', id, { id, name, title: '委員', terms: [term], mail: null }),
      ),
      ...Object.entries(staff).map(([id, name]) =>
        records.put('staff', id, { id, name, posts: [{ post: '係長', from: term.from, to: null }] }),
      ),
    ])
  }
  const run = (args: readonly string[], given: Pick<Given, 'input'> = {}) =>
    runCli(args, { ...given, env: { STATE_DIR: folder.path } })
  return {
    folder,
    run,
    /** Runs a command with --json and reads what it prints. */
    async json(...args: readonly string[]) {
      const { code, stdout, stderr } = await run([...args, '--json'])
      if (stderr !== '') throw new Error(stderr)
      return { code, ...JSON.parse(stdout) }
    },
    /** The ids of the notices that wait. */
    async notices(): Promise<readonly string[]> {
      await using store = await folder.open()
      return (await new Records(store, committee).list('outbox')).map(({ key }) => key.id)
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

/** What a command reads from its options, without doing it. @throws UsageFault */
export async function readArgs(group: Group, args: readonly string[], piped: string | null = null): Promise<Did> {
  const { subcommand, given } = readCall(group, args)
  const readInput: ReadInput = async () => piped
  await subcommand.files?.check(given)
  return await subcommand.read(given, readInput)
}
