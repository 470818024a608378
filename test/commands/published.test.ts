import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Records } from '../../src/opinions/records.ts'
import type { Release } from '../../src/opinions/release.ts'
import type { Change } from '../../src/ports.ts'
import { openCliOffice } from '../support/cli-office.ts'
import { callWith, committee } from '../support/office.ts'
import { answerRound, published, releaseOf } from '../support/shared-round.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const answer = '看板の多言語化は、指針の見直しに合わせて検討してまいりたい。'

/** Run-time data with a round that is answered; `release` puts its annex into a state, `bot` starts the bot once. */
async function openRound() {
  const office = await openCliOffice()
  const change = async (make: (records: Records) => readonly Change[]) => {
    await using store = await office.folder.open()
    await store.commit(make(new Records(store, committee)))
  }
  {
    await using store = await office.folder.open()
    const put = async (...changes: readonly Change[]) => void (await store.commit(changes))
    const records = new Records(store, committee)
    await put(records.put('calls', '2026-1', callWith()))
    const text = '外国語の看板を増やしてほしい。'
    await answerRound({ records, put }, [{ receipt: 'R8-012', text, answers: { 1: answer } }])
  }
  const folder = join(office.folder.path, 'published', committee)
  return {
    ...office,
    folder,
    release: async (state: Partial<Release> | null) =>
      await change((records) => [
        state === null
          ? { kind: 'delete', key: records.key('releases', '2026-1') }
          : records.put('releases', '2026-1', releaseOf(['R8-012'], state)),
      ]),
    bot: async () => await office.run(['call', 'list', '--as', 'yamada']),
    ask: async (...options: readonly string[]) => await office.run(['ask', '外国語の看板への考え方は', ...options]),
    files: () =>
      existsSync(folder)
        ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
            one.isFile() ? [join(one.parentPath, one.name)] : [],
          )
        : [],
  }
}

describe.concurrent('what is published', () => {
  it('is answered to a stranger from when it is published until it is taken back', async () => {
    using round = await openRound()
    await round.release({})
    await round.bot()
    const shared = await round.ask()
    const filesOfShared = round.files()

    await round.release({ published })
    const { code, stderr } = await round.bot()
    const asked = await round.ask()
    const asJson = JSON.parse((await round.ask('--json')).stdout)

    await round.release({})
    await round.bot()
    const takenBack = await round.ask()

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(shared.stdout).not.toContain('多言語')
    expect(filesOfShared).toEqual([])
    expect(asked.stdout).toBe(
      `事務局は次のとおり回答しています。\n【事務局の考え方】「${answer}」\n出典：令和８年度第１回 別紙 1ページ 右の欄\n`,
    )
    expect(asJson.citations).toMatchObject([
      {
        ...{ document: '2026-1-annex', page: 1, row: 1, column: 'right' },
        published: { day: '2026-10-01', address: 'https://example.jp/kondankai/2026-1' },
      },
    ])
    expect(takenBack.stdout).toBe(shared.stdout)
    expect(round.files()).toEqual([])
  })

  it('is mended when the bot starts, and refused until then', async () => {
    using round = await openRound()
    await round.release({ published })
    await round.bot()
    const [source = '', record = ''] = round
      .files()
      .toSorted((a, b) => Number(b.endsWith('.txt')) - Number(a.endsWith('.txt')))
    const before = readFileSync(record, 'utf8')
    writeFileSync(source, `${readFileSync(source, 'utf8')}x`)

    const damaged = await round.ask()
    await round.bot()
    const mended = await round.ask()
    rmSync(record)
    await round.bot()

    expect(damaged.code).toBe(1)
    expect(damaged.stderr).toContain('the source has changed')
    expect(damaged.stderr).toContain(`or remove ${round.folder}: the bot writes it anew when it starts`)
    expect(mended.stdout).toContain(answer)
    expect(readFileSync(record, 'utf8')).toBe(before)
  })

  it('is read only where it says that it was published', async () => {
    using round = await openRound()
    await round.release({ published })
    await round.bot()
    const record = round.files().find((file) => file.endsWith('.json')) ?? ''
    const reviewed = JSON.parse(readFileSync(record, 'utf8'))
    writeFileSync(
      record,
      JSON.stringify({ ...reviewed, document: { ...reviewed.document, release: { published: null } } }),
    )

    const { code, stdout, stderr } = await round.ask()

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('it does not say that it was published')
  })

  it('is checked with the record', async () => {
    using round = await openRound()
    await round.release({ published })
    await round.bot()

    const { stdout } = await round.run(['record', 'check', '--json'])

    expect(JSON.parse(stdout)).toMatchObject({ documents: 2, opinions: 13, responses: 9, projects: 7 })
  })
})
