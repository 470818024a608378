import { describe, expect, it, vi } from 'vitest'
import { queueGroup } from '../../src/commands/queue-group.ts'
import { dayOf, fiscalYearOf } from '../../src/opinions/day.ts'
import { Records } from '../../src/opinions/records.ts'
import { openCliOffice, readArgs, soon } from '../support/cli-office.ts'
import { committee } from '../support/office.ts'
import { divisions } from '../support/queue-office.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 60_000 })

it('takes an opinion from the queue to a checked response, and refuses who comes too late', async () => {
  using office = await openCliOffice()
  const { run, json, folder } = office
  {
    await using store = await folder.open()
    const records = new Records(store, committee)
    // Standing items belong to the year that it is.
    const fiscalYear = fiscalYearOf(dayOf(Date.now()))
    await store.commit([records.put('divisions', `${fiscalYear}`, { fiscalYear, divisions })])
  }
  const text = '道路を直してほしい。橋も直してほしい。'
  const filed = await json('opinion', 'submit', '--call', 'standing', '--text', text, '--yes', '--as', 'sato')
  const item = `${filed.receipt}-1`
  const as = ['--as', '山田太郎']

  const guest = await run(['queue', 'list'])
  const split = await json('queue', 'split', filed.receipt, '--at', '橋も', ...as)
  const shown = await json('queue', 'show', item, ...as)
  const seen = `${shown.told[0].items[0].seen}`
  const responded = await run(['queue', 'respond', item, '--seen', seen, ...as], { input: '検討してまいりたい。\n' })
  const late = await run(['queue', 'assign', item, '--division', '農政課', '--seen', seen, '--as', 'kimura'])
  const checked = await json('queue', 'check', item, '--response', '1', '--as', 'kimura')
  const due = await json('queue', 'due', `${filed.receipt}-2`, '--until', soon, ...as)
  const closed = await json('queue', 'dispose', `${filed.receipt}-2`, '--none', ...as)
  const listed = await run(['queue', 'list', '--state', '確認済み', ...as, '--lang', 'en'])

  expect(guest).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方'), stderr: '' })
  expect(split).toMatchObject({ code: 0, told: [{ kind: 'item-split', parts: [item, `${filed.receipt}-2`] }] })
  expect(shown).toMatchObject({ code: 0, told: [{ items: [{ words: '道路を直してほしい。' }] }] })
  expect(responded).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('第1版をお預かりしました') })
  expect(late).toMatchObject({ code: 1, stderr: '', stdout: expect.stringContaining('考え方（案）第1版を書いた') })
  expect(checked).toMatchObject({ code: 0, told: [{ kind: 'response-checked', number: 1 }] })
  expect(due).toMatchObject({ code: 0, told: [{ kind: 'due-set', day: soon }] })
  expect(closed).toMatchObject({ code: 0, told: [{ kind: 'items-disposed', as: 'none' }] })
  expect(listed.stdout).toContain(`1 item of 2:\nchecked 1; overdue 0\n- ${item}  checked (being considered)`)
})

it('says that it can be done in the chat that has the data open', async () => {
  using office = await openCliOffice()
  await using _ = await office.folder.open()

  const { code, stdout, stderr } = await office.run(['queue', 'list', '--as', 'yamada'])

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('In a chat that is open, type the command as /queue …')
})

describe('queue', () => {
  const list = { do: 'list', call: null, state: null, division: null, project: null, disposition: null }
  const target = (item: string, seen: number | null = null) => ({ item, seen })

  it.each<[readonly string[], unknown]>([
    [['list'], { ...list, until: null, overdue: false }],
    [
      [
        ...['list', '--call', 'standing', '--state', 'to-check', '--division', '農政課', '--project', '34'],
        ...['--disposition', 'with', '--until', '2026-09-10', '--overdue'],
      ],
      {
        ...{ do: 'list', call: 'standing', state: 'to-check', division: '農政課', project: '34', disposition: 'with' },
        ...{ until: '2026-09-10', overdue: true },
      },
    ],
    [['list', '--state', '確認待ち'], { ...list, state: 'to-check', until: null, overdue: false }],
    [['list', '--state', '取下げ済み'], { ...list, state: 'withdrawn', until: null, overdue: false }],
    [['show', 'R8-012'], { do: 'show', about: 'R8-012' }],
    [
      ['split', 'R8-012-1', '--at', ' また、 ', '--at', '次に', '--seen', '7'],
      { do: 'split', input: { target: target('R8-012-1', 7), at: ['また、', '次に'] } },
    ],
    [['split', 'R8-012-1'], { do: 'split', input: { target: target('R8-012-1'), at: [] } }],
    [['join', 'a', 'b', 'c'], { do: 'join', input: { targets: [target('a'), target('b'), target('c')] } }],
    [['dispose', 'a', '--none'], { do: 'dispose', input: { targets: [target('a')], as: 'none' } }],
    [['group', 'a', 'b', 'c'], { do: 'group', input: { lead: target('a'), targets: [target('b'), target('c')] } }],
    [
      ['assign', 'a', 'b', '--division', '農政課', '--with', '環境政策課', '--with', 'fukushi'],
      {
        do: 'assign',
        input: {
          targets: [target('a'), target('b')],
          divisions: { lead: '農政課', others: ['環境政策課', 'fukushi'] },
        },
      },
    ],
    [['assign', '--from-table', '--call', '2026-1'], { do: 'assign-from-table', input: { call: '2026-1' } }],
    [['table'], { do: 'table' }],
    [
      ['table', '--project', '34', '--division', '農政課'],
      { do: 'charge', project: '34', divisions: { lead: '農政課', others: [] } },
    ],
    [['due', 'a', '--none'], { do: 'due', input: { targets: [target('a')], day: null } }],
    [['note', 'a', '--text', 'メモ'], { do: 'note', input: { target: target('a'), text: 'メモ' } }],
    [
      ['ask', 'a', '--text', 'どこですか', '--until', '2026-09-02'],
      { do: 'ask', target: target('a'), text: 'どこですか', until: '2026-09-02' },
    ],
    [['respond', 'a', '--keep'], { do: 'respond', input: { target: target('a'), text: null } }],
    [['respond', 'a', '--text', '案'], { do: 'respond', input: { target: target('a'), text: '案' } }],
    [['check', 'a', '--response', '2'], { do: 'check', input: { target: target('a'), response: 2 } }],
  ])('reads %j', async (args, act) => {
    expect(await readArgs(queueGroup, args)).toEqual({ kind: 'form', form: { name: 'queue', act } })
  })

  it('reads what is piped in where no text is given', async () => {
    expect(await readArgs(queueGroup, ['respond', 'a'], '案\n二行目')).toMatchObject({
      form: { act: { input: { text: '案\n二行目' } } },
    })
  })

  it.each<[readonly string[], RegExp]>([
    [[], /"queue": known are "queue list", "queue show", /u],
    [['list', '--state', '未定'], /--state 未定: known are new \(未着手\), to-answer \(回答待ち\)/u],
    [['list', '--call', '8-1'], /--call 8-1: give the fiscal year/u],
    [['list', '--until', '9/10'], /--until 9\/10: give a day as/u],
    [['list', '--disposition', 'later'], /--disposition later: known are answer, none, with, undecided/u],
    [['show'], /ITEM\|RECEIPT is missing/u],
    [['show', 'a', 'b'], /"b" is one word too many/u],
    [['split', 'a', '--at', ' '], /--at .*give words/u],
    [['split', 'a', '--seen', 'x'], /--seen x: give the version/u],
    [['join', 'a'], /queue join: ITEM is missing/u],
    [['join', ...Array.from({ length: 101 }, (_, at) => `R8-${at}`)], /ITEM: give 1 to 100 items/u],
    [['note', 'a'.repeat(200), '--text', 'x'], /ITEM: give 1 to 100 items, each as R8-012-1/u],
    [['dispose', 'a'], /give --answer or --none/u],
    [['dispose', 'a', '--none', '--answer'], /give --answer or --none/u],
    [['dispose', 'a', 'b', '--none', '--seen', '7'], /--seen goes with one ITEM/u],
    [['group', 'a'], /queue group: ITEM is missing/u],
    [['assign', 'a'], /--division is missing/u],
    [['assign', '--division', '農政課'], /queue assign: ITEM is missing/u],
    [['assign', 'a', '--division', ' '], /--division: give names/u],
    [['assign', '--from-table'], /--from-table goes with --call/u],
    [['assign', 'a', '--from-table', '--call', '2026-1'], /leave ITEM, --division and --with out/u],
    [['assign', 'a', '--division', 'x', '--call', '2026-1'], /--call goes with --from-table/u],
    [['table', '--division', '農政課'], /--project is missing/u],
    [['due', 'a'], /give --until DAY or --none/u],
    [['due', 'a', '--until', '2026-02-30'], /--until 2026-02-30: give a day/u],
    [['note', 'a'], /no text given/u],
    [['note', 'a', '--text', 'あ'.repeat(4001)], /^--text あ{60}…: give a note of 1 to 4000/u],
    [['respond', 'a', '--keep', '--text', 'x'], /leave the text out/u],
    [['check', 'a'], /--response is missing/u],
    [['check', 'a', '--response', 'いち'], /--response いち: give the version/u],
    [['check', 'a', '--response', '0'], /--response 0: give the version/u],
  ])('refuses %j with what to give', async (args, says) => {
    await expect(readArgs(queueGroup, args)).rejects.toThrow(says)
  })
})
