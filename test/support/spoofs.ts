import { groups } from '../../src/commands/slash.ts'
import { About } from '../../src/conversation/desk-dialog.ts'
import { Action } from '../../src/conversation/turn.ts'

/** What a spoofed action can be about: what is another's, and what is nothing at all. */
export type Foreign = {
  readonly receipts: readonly string[]
  readonly draft: string
  readonly account: string
  readonly calls: readonly string[]
  readonly file: string
}

/** Every action by its name, with each thing that it could be about; undefined is none. */
export function spoofedActions(foreign: Foreign, last: readonly string[] = []): readonly Action[] {
  const { receipts, draft, account, calls, file } = foreign
  const ours = [...receipts, ...receipts.map((receipt) => `${receipt}-1`), draft, account, ...calls, file]
  const abouts = [...ours, 'sato', '1', 'whole', 'standing', '', '__proto__', `../${receipts[0]}`, '\u202e0', undefined]
  const names = Action.shape.name.options.toSorted((a, b) => Number(last.includes(a)) - Number(last.includes(b)))
  return names.flatMap((name) => abouts.map((about) => (about === undefined ? { name } : { name, about })))
}

/** Every act of the secretariat's, about each thing that its form could carry. */
export function spoofedAbouts({ receipts, account, calls, file }: Foreign): readonly About[] {
  const order = { call: calls[1] ?? '', due: '2026-09-30T17:00', divisions: [], contact: '内線', accept: true }
  const all = receipts.map((receipt) => ({ item: `${receipt}-1`, seen: null }))
  return About.shape.act.options.flatMap((act): About[] => [
    ...receipts.flatMap((receipt) => [
      { act, receipt },
      { act, receipt, item: `${receipt}-1`, response: 1, all: [...all] },
    ]),
    { act, account },
    { act, file },
    { act, order },
    { act },
  ])
}

/** The fields of all forms of the secretariat's, filled in; `as` is each way of answering an item. */
export function filledFields({
  receipts,
  calls,
}: Foreign): readonly Readonly<Record<string, string | readonly string[]>>[] {
  const call = calls.at(-2) ?? ''
  const fields = {
    ...{ lead: 'ka2', others: ['ka1'], with: `${receipts[0]}-1`, text: '偽の文面', more: '偽の続き', all: ['all'] },
    ...{ until: '2026-09-30', day: '2026-09-30', due: '2026-09-30T17:00', person: 'sato', contact: '内線', call },
    ...{ names: 'letters', format: 'docx', decided: '2026-09-07', number: '札ま第９号', post: '局長', replace: [] },
    ...{ address: 'https://example.jp/spoofed', reason: '誤り', id: '2026-9', name: '偽の照会', agenda: '偽の議題' },
    deadline: '2026-10-30T17:00',
  }
  const { text: _, more: __, ...keeping } = { ...fields, keep: ['keep'] }
  return [
    ...['answer', 'none', 'with'].map((as) => ({ ...fields, as })),
    { ...keeping, as: 'none', call: calls[0] ?? '', day: '2026-09-02' },
  ]
}

const placeholders: Readonly<Record<string, string>> = {
  ...{ TEXT: '偽の文面', DAY: '2026-09-30', WHEN: '2026-09-30T17:00', URL: 'https://example.jp/spoofed', NUMBER: '1' },
  ...{ STATE: 'new', KIND: 'answer', FOLDER: 'out', FILE: 'out.csv', NAMES: 'letters', VOTE: 'approve', WORDS: '橋' },
  ...{ NAME: 'sato', POST: '係長', 'YYYY-MM-DD': '2026-09-07', OPTIONS: '', 'docx|md|csv': 'docx' },
}
const byOption: Readonly<Record<string, string>> = {
  ...{ decided: '2026-09-01', project: '34' },
  ...{
    id: '2026-9',
    division: 'ka2',
    with: 'ka1',
    from: 'yamada',
    to: 'sudo',
    name: '偽の照会',
    member: 'sato',
    'on-behalf': 'sato --means mail --day 2026-09-07',
  },
}

/** Every line of every group's usage, filled in: as short as it may be, and with all that it may have. */
export function spoofedLines({ receipts, account, calls }: Foreign): readonly string[] {
  const [receipt = ''] = receipts
  const words: Readonly<Record<string, string>> = {
    ...{ ...placeholders, RECEIPT: receipt, ITEM: `${receipt}-1`, LEAD: `${receipts[1]}-1`, ACCOUNT: account },
    ...{ ID: calls.at(-2) ?? '', CALL: calls[0] ?? '' },
  }
  const fill = (usage: string) =>
    usage
      .replaceAll(/--([a-z-]+) ([A-Z]+)/gu, (all, name: string) =>
        byOption[name] === undefined ? all : `--${name} ${byOption[name]}`,
      )
      .replaceAll(/(?<=\s)([A-Z][A-Z-]+|docx\|md\|csv)(?:\.\.\.)?(?=\s|\||$)/gu, (all, name: string) =>
        words[name] === undefined ? all : words[name],
      )
      .replaceAll(/\s\.\.\./gu, '')
  // Of several ways the first.
  const oneOf = (usage: string) => usage.replaceAll(/ ?(?<!\|)\| ?(?:--)?[^\s|\]]+(?: [A-Z]+(?=[\s|\]]|$))?/gu, '')
  return groups.flatMap(({ help }) => {
    const [, usage = ''] = /^Usage: ([\s\S]*?)\n\n/mu.exec(help) ?? []
    const lines = usage.replaceAll(/\n\s+(?=\[)/gu, ' ').split('\n')
    return lines.flatMap((line) => {
      const called = oneOf(line.replace(/^\s*npm run -s bot -- /u, '').replaceAll('docx|md|csv', 'docx'))
      const short = called.replaceAll(/\s*\[[^\]]*\]/gu, '')
      const long = called.replaceAll(/[[\]]/gu, '')
      const lines = [...new Set([short, long])].map((one) => fill(one).trim())
      // Published is what was shared.
      const shared = `--call ${calls[0]} --day 2026-09-02`
      return lines.map((one) => one.replace(/(?<=^release publish )--call \S+ --day \S+/u, shared))
    })
  })
}
