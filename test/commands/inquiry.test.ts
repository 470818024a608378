import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { inquiryGroup } from '../../src/commands/inquiry-group.ts'
import { openSession } from '../../src/commands/session.ts'
import { runInSession } from '../../src/commands/slash.ts'
import { safeFileName, writeNewFiles } from '../../src/commands/write-file.ts'
import { fiscalYearOf } from '../../src/opinions/day.ts'
import { newQueueItem } from '../../src/opinions/queue-item.ts'
import { receiptOf } from '../../src/opinions/receipt.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Item } from '../../src/opinions/submission.ts'
import type { Change } from '../../src/ports.ts'
import { openCliOffice, readArgs, soon } from '../support/cli-office.ts'
import { answerIn, divisions, mangle } from '../support/inquiry-desk.ts'
import { committee } from '../support/office.ts'
import { readMail } from '../support/read-mail.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 120_000 })

const year = fiscalYearOf(soon)
const call = `${year}-1`
const as = ['--as', 'yamada']

async function openAsked() {
  const office = openCliOffice()
  const { folder, run } = await office
  const opened = ['call', 'open', '--id', call, '--name', '第１回', '--agenda', '評価', ...as]
  const behalf = ['--on-behalf', 'sato', '--means', 'fax', '--day', '今日', '--call', call, '--yes', ...as]
  await run(opened)
  const filed = await run([
    'opinion',
    'submit',
    '--text',
    '農産物の消費を増やしてほしい。',
    '--subject',
    '40',
    ...behalf,
  ])
  const receipt = /[A-Z]\d+-001/u.exec(filed.stdout)?.[0] ?? ''
  await using store = await folder.open()
  const records = new Records(store, committee)
  await store.commit([
    records.put('divisions', `${year}`, { fiscalYear: year, divisions }),
    records.put('charges', '2024-2-annex/40', { document: '2024-2-annex', number: 40, lead: 'nosei', others: [] }),
  ])
  const out = mkdtempSync(join(tmpdir(), 'inquiry-'))
  return {
    ...(await office),
    out,
    item: `${receipt}-1`,
    /** `R8-1` */
    short: `${receipt.split('-')[0]}-1`,
    [Symbol.dispose]: () => {
      folder[Symbol.dispose]()
      rmSync(out, { recursive: true })
    },
  }
}

/** Opinions of one item each, as filed. */
function manyItems(records: Records, count: number): readonly Change[] {
  const text = '農産物の消費を増やしてほしい。'
  const subject = { kind: 'project', document: '2024-2-annex', number: 40 } as const
  const item = { span: [0, text.length], heading: null } as const satisfies Item
  const at = Date.now()
  return Array.from({ length: count }, (_, index) => {
    const receipt = receiptOf('', 'R7', index + 1)
    const submission = { receipt, call, kind: 'opinion', draft: receipt, version: 1, stage: 'considering' } as const
    return [
      records.put('submissions', receipt, {
        ...submission,
        ...{ filed: at, late: false, withdrawn: null, erased: null, onBehalf: null },
      }),
      records.put('versions', `${receipt}.1`, {
        ...{ receipt, version: 1, text, items: [item], subject, vote: null, printName: false, at },
      }),
      records.put('items', `${receipt}-1`, newQueueItem(receipt, call, 1, item)),
    ]
  }).flat()
}

it('asks a division by file and mail, takes its answer back, and reminds it', async () => {
  using office = await openAsked()
  const { run, json, out, item, short } = office
  const order = ['inquiry', 'write', '--call', call, '--due', soon, '--contact', '企画課 山田', ...as]
  const folder = join(out, '照会')

  const shown = await run(order)
  const written = await run([...order, '--accept', '--out', folder])
  const names = readdirSync(folder).toSorted()
  const mail = readFileSync(join(folder, `照会票_${short}_農政課.eml`))
  const text = readFileSync(join(folder, `照会票_${short}_農政課.txt`), 'utf8')
  const reminded = await run(['inquiry', 'remind', '--out', folder, ...as])
  const file = join(folder, `照会票_${short}_農政課.xlsx`)
  const bytes = readFileSync(file)
  writeFileSync(file, await mangle(new Uint8Array(bytes), (sheet) => answerIn(sheet, { [item]: '消費を促す。' })))
  const again = await run(['inquiry', 'show', `${call}.1`, '--out', folder, ...as])
  const preview = await run(['inquiry', 'take', file, ...as])
  const taken = await json('inquiry', 'take', file, '--accept', ...as)
  const listed = await json('inquiry', 'list', ...as)

  expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining(`・農政課　1項目：${item}`), stderr: '' })
  expect(written).toMatchObject({ code: 0, stderr: expect.stringContaining(`照会番号${call}.1　農政課　1項目`) })
  expect(written.stdout).toContain(`書き出しました：${join(folder, `照会票_${short}_農政課.xlsx`)}\n`)
  expect(names).toEqual(['eml', 'txt', 'xlsx'].map((ending) => `照会票_${short}_農政課.${ending}`))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(text).toContain(
    '宛先：nosei@example.jp\n件名：第１回さっぽろ連携中枢都市圏ビジョン懇談会の御意見に対する考え方について（照会）\n',
  )
  expect(text).toContain(
    '農政課御担当者様\n\n第１回さっぽろ連携中枢都市圏ビジョン懇談会の御意見に対する考え方について（照会）\n\n標記について、別添の照会票のとおり委員から御意見がありましたので、考え方（案）を御記入の上、',
  )
  expect(text).toContain('17時までに御回答願います。文体は「だ・である」調とし、該当がない場合もその旨御回答願います。')
  const { headers, body } = readMail(mail)
  expect(headers.get('to')).toBe('nosei@example.jp')
  expect(headers.get('subject')).toBe(
    '第１回さっぽろ連携中枢都市圏ビジョン懇談会の御意見に対する考え方について（照会）',
  )
  expect(headers.get('x-unsent')).toBe('1')
  expect(headers.has('from')).toBe(false)
  expect(headers.has('auto-submitted')).toBe(false)
  const parts = partsOf(body)
  expect(parts[0]).toContain('別添は公表前の資料ですので、取扱いに御注意願います。')
  expect(parts[1]).toEqual(bytes.toString('latin1'))
  expect(reminded).toMatchObject({ code: 0, stdout: expect.stringContaining('催促_') })
  const reminder = readdirSync(folder).find((name) => /^催促_.*\.eml$/u.test(name)) ?? ''
  expect(readMail(readFileSync(join(folder, reminder))).text).toContain(`御回答をお待ちしている項目：${item}\n`)
  expect(again.stdout).toContain(
    `照会票_${short}_農政課 (2).xlsx（照会票_${short}_農政課.xlsxは既にありますので、別の名前にしました）`,
  )
  expect(preview).toMatchObject({ code: 0, stdout: expect.stringContaining('「消費を促す。」'), stderr: '' })
  expect(taken).toMatchObject({
    code: 0,
    told: [{ kind: 'inquiry-taken', answers: [{ item, fate: { kind: 'new' } }] }],
  })
  expect(listed).toMatchObject({ told: [{ inquiries: [{ items: 1, answered: 1, awaited: [], overdue: false }] }] })
})

/** The parts of a mail's body, decoded: its text, and the bytes of what is attached. */
function partsOf(body: string): readonly string[] {
  const boundary = /^--[^\r\n]+/u.exec(body.trimStart())?.[0] ?? 'none'
  return body
    .split(boundary)
    .slice(1, -1)
    .map((part) => {
      const [head = '', content = ''] = part.split('\r\n\r\n')
      const bytes = Buffer.from(content, /base64/u.test(head) ? 'base64' : 'latin1')
      return /text\/plain/u.test(head) ? bytes.toString('utf8') : bytes.toString('latin1')
    })
}

it('says how far it is before it packs a file that takes long', async () => {
  using office = await openAsked()
  const { run, out, folder } = office
  {
    await using store = await folder.open()
    await store.commit(manyItems(new Records(store, committee), 1001))
  }
  const order = ['inquiry', 'write', '--call', call, '--due', soon, '--contact', '山田', '--accept', ...as]

  const written = await run([...order, '--out', join(out, '照会')])

  expect(written.code).toBe(0)
  expect(written.stderr.split('\n')[0]).toBe('照会票とメールを作成しています（0／1件）。')
})

it('does the same in a chat, as the person who chats', async () => {
  using office = await openAsked()
  await using session = await openSession({ STATE_DIR: office.folder.path }, { as: 'yamada' })
  const order = `/inquiry write --call ${call} --due ${soon} --contact 山田`

  const shown = await runInSession(order, session)
  const before = readdirSync(office.out)
  const written = await runInSession(`${order} --accept --out ${office.out}`, session)
  const listed = await runInSession('/inquiry list --json', session)

  expect(shown).toContain('まだ作っておりません')
  expect(before).toEqual([])
  expect(written).toContain('1件の照会を記録しました')
  expect(written).toContain(`書き出しました：${join(office.out, `照会票_${office.short}_農政課.xlsx`)}`)
  expect(JSON.parse(listed)).toMatchObject({ told: [{ inquiries: [{ awaited: [office.item] }] }] })
})

it('says what is wrong with a file, and where nothing can be written', async () => {
  using office = await openAsked()
  const { run, out } = office
  const csv = join(out, '回答.csv')
  writeFileSync(csv, '受付番号,考え方（案）\n')
  const order = ['inquiry', 'write', '--call', call, '--due', soon, '--contact', '山田', '--accept', ...as]

  const wrong = await run(['inquiry', 'take', csv, '--accept', ...as])
  const missing = await run(['inquiry', 'take', join(out, 'none.xlsx'), ...as])
  const taken = await run([...order, '--out', csv])
  const guest = await run(['inquiry', 'list'])

  expect(wrong).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Excelのファイル（.xlsx）ではありません'),
    stderr: '',
  })
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('none.xlsx cannot be read') })
  expect(taken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is a file: give a folder') })
  expect(guest).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方') })
})

describe('inquiry', () => {
  it('reads all that an order has', async () => {
    const args = ['--due', '2026-09-10 12:00', '--contact', ' 山田 ', '--division', '農政課', '--division', 'kankyo']

    expect(await readArgs(inquiryGroup, ['write', '--call', '2026-1', ...args])).toEqual({
      kind: 'form',
      form: {
        name: 'inquiry',
        act: {
          do: 'write',
          input: {
            ...{
              call: '2026-1',
              due: '2026-09-10T12:00',
              divisions: ['農政課', 'kankyo'],
              contact: '山田',
              accept: false,
            },
          },
        },
      },
    })
  })

  it.each<[readonly string[], RegExp]>([
    [['write', '--due', '2026-09-10', '--contact', 'x'], /--call is missing/u],
    [['write', '--call', 'x', '--due', '2026-09-10', '--contact', 'x'], /--call x: give the fiscal year/u],
    [['write', '--call', '2026-1', '--due', 'soon', '--contact', 'x'], /--due soon: give a day/u],
    [['write', '--call', '2026-1', '--due', '2026-09-10'], /--contact is missing/u],
    [
      ['write', '--call', '2026-1', '--due', '2026-09-10', '--contact', 'x', '--accept'],
      /--out is missing: give the folder/u,
    ],
    [['take'], /FILE is missing/u],
    [['remind'], /--out is missing/u],
    [['show', '2026-1.1'], /--out is missing/u],
    [['list', '--call', '1'], /--call 1: give the fiscal year/u],
  ])('refuses %j with what to give', async (args, says) => {
    await expect(readArgs(inquiryGroup, args)).rejects.toThrow(says)
  })
})

describe('a new file', () => {
  it.each([
    ['照会票_R8-1_農政課', '照会票_R8-1_農政課'],
    ['照会票_../../etc/passwd', '照会票_.._.._etc_passwd'],
    ['..', '_'],
    ['a\u202eb\u0000c:d', 'a_b_c_d'],
    ['課'.repeat(100), '課'.repeat(60)],
  ])('called %j is %j in its folder', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('is never written over another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'files-'))
    mkdirSync(join(folder, 'a.xlsx'))
    writeFileSync(join(folder, 'a (2).txt'), 'mine')

    const written = await writeNewFiles(folder, 'a', { xlsx: 'x', txt: 't' })

    expect(written).toEqual([join(folder, 'a (3).xlsx'), join(folder, 'a (3).txt')])
    expect(readFileSync(join(folder, 'a (2).txt'), 'utf8')).toBe('mine')
    expect(readdirSync(folder).toSorted()).toEqual(['a (2).txt', 'a (3).txt', 'a (3).xlsx', 'a.xlsx'])
    rmSync(folder, { recursive: true })
  })
})
