import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listReleasesOf } from '../../src/opinions/releases.ts'
import { publishedFiles } from '../../src/storage/published-files.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { answerRound, published, releaseOf, wordsFor } from '../support/shared-round.ts'

const receipts = ['R8-012', 'R8-013']
const lookedFor = '外国語の看板への回答は'
const answered = '看板の多言語化は、指針の見直しに合わせて検討してまいりたい。'
const place = '出典：令和８年度第１回 別紙 1ページ 上から1つ目の欄（右）'
const mark = '公表前（委員限り）'

/** An office with a round that is answered, and what becomes of its annex. */
async function openRound() {
  const office = await openFrontOffice()
  await answerRound(office, [
    {
      receipt: 'R8-012',
      text: '・外国語の看板を増やしてほしい。\n・案内所も広げてはどうか。',
      subject: { kind: 'project', document: '2024-2-annex', number: 40 },
      answers: { 1: answered, 2: { with: 'R8-012-1' } },
    },
    { receipt: 'R8-013', text: '全体としてよくまとまっていると思います。' },
  ])
  const put = async (change = {}) =>
    await office.put(office.records.put('releases', '2026-1', releaseOf(receipts, change)))
  return {
    ...office,
    share: async () => await put(),
    publish: async () => await put({ published }),
    undoShare: async () => await office.put({ kind: 'delete', key: office.records.key('releases', '2026-1') }),
    ask: async (who: string, text: string) => (await office.take(who, { kind: 'say', text })).text,
  }
}

describe('a shared round', () => {
  it('answers members in term and staff at once, with its cell and its mark', async () => {
    await using round = await openRound()
    await round.share()

    const asMember = await round.ask('sato', lookedFor)
    const asStaff = await round.ask('yamada', lookedFor)

    expect(asMember.split('\n')).toEqual([
      '事務局は次のとおり回答しています。',
      `【事務局の考え方】「${answered}」`,
      `${place}　${mark}`,
    ])
    expect(asStaff).toContain(`${place}　${mark}　R8-012-1、R8-012-2`)
  })

  it.each(['guest', 'tanaka', 'mori'])(
    'is not in the record for %s, who is not of the committee today',
    async (who) => {
      await using round = await openRound()
      const before = await round.ask(who, lookedFor)
      await round.share()

      expect(await round.ask(who, lookedFor)).toBe(before)
      expect(before).toContain('公表資料')
      expect(await round.ask(who, '令和８年度第１回ではどのような意見がありましたか')).toContain('公表資料にありません')
    },
  )

  it('says so in English too', async () => {
    await using round = await openRound()
    await round.share()

    const { text } = await round.take('sato', { kind: 'say', text: 'No.40: what did members say?' }, { language: 'en' })

    expect(text).toContain(
      'Source: FY2026 1st meeting, Annex p. 1, first row, left column · before publication, for members only',
    )
    expect(text.split('\n').slice(0, 4).join()).not.toContain('Unofficial translation')
  })

  it('shows everybody what is published, without a mark, and where it was published with the source', async () => {
    await using round = await openRound()
    await round.publish()

    const asGuest = await round.ask('guest', lookedFor)
    const source = await round.ask('guest', '出典')

    expect(asGuest).toContain(answered)
    expect(asGuest).not.toContain(mark)
    expect(asGuest.split('\n').at(-1)).toBe(place)
    expect(source).toContain('令和8年10月1日（木）公表 https://example.jp/kondankai/2026-1')
    expect(await round.ask('yamada', lookedFor)).toContain(`${place}　R8-012-1、R8-012-2`)
  })

  it('is gone with the next question when it was taken back, also from what the conversation remembers', async () => {
    await using round = await openRound()
    await round.publish()
    await round.ask('guest', lookedFor)
    await round.ask('sato', lookedFor)

    await round.share()
    const source = await round.ask('guest', '出典')
    const goesOn = await round.ask('guest', 'それについての御意見は？')

    expect(source).toContain('お示しする出典がまだありません')
    for (const text of [source, goesOn, await round.ask('guest', lookedFor)])
      expect(text).not.toMatch(/看板を増や|多言語/u)
    expect(await round.ask('sato', lookedFor)).toContain(mark)

    await round.undoShare()

    for (const question of ['出典', 'それについての御意見は？', lookedFor])
      expect(await round.ask('sato', question)).not.toMatch(/看板を増や|多言語/u)
  })

  it('never takes words of another version for those that were quoted', async () => {
    await using round = await openRound()
    await round.share()
    expect(await round.ask('sato', '外国語の看板についての御意見は')).toContain('看板を増やしてほしい')

    await round.put(round.records.put('releases', '2026-1', releaseOf(['R8-013'])))

    expect(await round.ask('sato', '出典')).toContain('お示しする出典がまだありません')
  })

  it('loses what its member withdraws, and keeps the rest', async () => {
    await using round = await openRound()
    await round.share()

    await round.take('sato', { kind: 'action', name: 'withdraw-now', about: 'R8-012' })

    expect(await listReleasesOf(round.records, 'R8-012')).toEqual([])
    expect(await round.ask('sato', lookedFor)).not.toContain('多言語')
    expect(await round.ask('sato', '令和８年度第１回の御意見を全部')).toContain('よくまとまっている')
  })

  it('loses what is erased', async () => {
    await using round = await openRound()
    await round.share()
    await round.ask('sato', lookedFor)

    const input = { receipt: 'R8-012', reason: '御本人の申出', confirmed: true }
    const erase = { name: 'erase-submission', input } as const
    await round.fill('yamada', erase)
    await round.fill('kimura', erase)

    expect((await round.records.find('submissions', 'R8-012'))?.value.erased).not.toBeNull()
    expect(await round.ask('yamada', lookedFor)).not.toContain('多言語')
    expect(await wordsFor(round.shelf, 'staff')).not.toContain('看板')
  })

  it('is found for the draft of a member, not for that of a guest', async () => {
    await using round = await openRound()
    await round.share()
    const draft = async (who: string) => {
      await round.fill(
        who,
        opinionForm('外国語の看板を増やしてほしい。', { confirmed: false, subject: 'whole', printName: false }),
      )
      return (await round.take(who, { kind: 'action', name: 'references' })).text
    }

    const [asMember, asGuest] = [await draft('sato'), await draft('guest')]

    expect(asMember).toContain(answered)
    expect(asMember).toContain(mark)
    expect(asGuest).not.toContain('多言語')
  })

  it('gives way to a reviewed file of the same annex', async () => {
    await using round = await openRound()
    const { id: _, ...seed } = releaseOf(receipts)

    await round.put(round.records.put('releases', '2024-2', { ...seed, id: '2024-2', published }))

    expect(await wordsFor(round.shelf, 'staff')).not.toContain('看板')
    expect(await round.ask('guest', 'No.34はなぜ×ですか')).toContain('首長会議と実務者会議')
  })

  it('answers no less of the reviewed record', async () => {
    await using round = await openRound()
    await round.publish()

    expect(await round.ask('guest', 'No.40の事業名は')).toContain('No.40「圏域内農産物の消費促進」')
    expect(await round.ask('guest', '令和６年度のNo.40への考え方は')).toContain('出典：令和６年度第２回')
    expect(await round.ask('guest', '令和８年度のNo.40への御意見は')).toContain('出典：令和８年度第１回')
    expect(await round.ask('guest', '令和８年度第２回の御意見は')).toContain(
      '令和8年度第2回についてのお尋ねの記載は、公表資料にありません',
    )
  })
})

describe('a meeting that is named', () => {
  it.each([
    '令和８年度第１回ではどのような意見がありましたか',
    '第１回の御意見は',
    '令和８年度はどんな意見が出ましたか',
    'What opinions were given at the FY2026 first meeting?',
  ])('is all that answers 「%s」', async (question) => {
    await using round = await openRound()
    await round.publish()

    const text = await round.ask('guest', question)

    for (const words of ['看板を増やしてほしい。', '案内所も広げてはどうか。', 'よくまとまっていると思います。'])
      expect(text).toContain(words)
    expect(text).not.toContain('令和６年度')
    expect(text).not.toContain('さとらんど')
  })

  it('is not another one of its year', async () => {
    await using round = await openRound()
    await round.publish()

    expect(await round.ask('guest', '令和８年度第２回の議題は')).toContain('公表資料にありません')
    expect(await round.ask('guest', '第２回の議題は')).toContain('令和６年度第２回の議題は')
    expect(await round.ask('guest', '第１回の議題は')).toContain('令和８年度第１回の議題は')
  })
})

describe('two rounds that speak of one matter', () => {
  it('are both quoted, the newest first', async () => {
    await using round = await openRound()
    await round.publish()

    const text = await round.ask('guest', 'No.40について事務局は何と答えていますか')

    expect(text.indexOf('令和８年度第１回')).toBeGreaterThan(0)
    expect(text.indexOf('なお、次の記載もあります。')).toBeGreaterThan(text.indexOf('令和８年度第１回'))
    expect(text.indexOf('令和６年度第２回')).toBeGreaterThan(text.indexOf('なお、'))
  })
})

describe('nothing unpublished', () => {
  it('reaches a guest or a file, whatever is shared, published, taken back or withdrawn', async () => {
    const act = fc.constantFrom('share', 'publish', 'undo-publish', 'undo-share', 'withdraw')
    const acts = fc.array(fc.tuple(act, fc.nat(2)), { minLength: 1, maxLength: 8 })
    const calls = ['2026-1', '2026-2', 'standing']
    const word = (call: number, at: number) => `${'甲乙丙'[call]}${'子丑'[at]}地区`

    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        await using round = await openFrontOffice()
        const folder = join(round.folder.path, 'published')
        const keep = publishedFiles({ annexes: folder, sheets: join(folder, 'sheets') }, (message) =>
          expect.fail(message),
        )
        const written = calls.flatMap((call, index) =>
          [0, 1].map((at) => ({
            receipt: `R8-1${index}${at}`,
            call,
            text: `${word(index, at)}のNo.40「圏域内農産物の消費促進」について、販売所を増やしてほしい。`,
            answers: { 1: `${word(index, at)}の販売所については検討してまいりたい。` },
          })),
        )
        await answerRound(round, written)
        const state = new Map<string, { receipts: string[]; published: boolean }>()
        for (const [what, n] of steps) {
          const call = calls[n] ?? ''
          const id = call === 'standing' ? 'standing-1' : call
          const own = state.get(id)
          if (what === 'share' && own === undefined)
            state.set(id, { receipts: [`R8-1${n}0`, `R8-1${n}1`], published: false })
          else if (what === 'undo-share' && own?.published === false) state.delete(id)
          else if (what === 'publish' && own !== undefined) own.published = true
          else if (what === 'undo-publish' && own !== undefined) own.published = false
          else if (what === 'withdraw' && own !== undefined && own.receipts.length > 1) own.receipts.shift()
          else continue
          const now = state.get(id)
          await round.put(
            now === undefined
              ? { kind: 'delete', key: round.records.key('releases', id) }
              : round.records.put(
                  'releases',
                  id,
                  releaseOf(now.receipts, { id, call, published: now.published ? published : null }),
                ),
          )
          await keep(async () => ({ annexes: await round.shelf.published(), sheets: [] }))

          const asked = ['No.40についての御意見を全部', `${word(n, 0)}の販売所は`, '出典', '令和８年度第１回の御意見は']
          const said = (
            await Promise.all(asked.map(async (text) => (await round.take('guest', { kind: 'say', text })).text))
          ).join('\n')
          const files = filesIn(folder)
          for (const [index, one] of calls.entries())
            for (const at of [0, 1]) {
              const release = state.get(one === 'standing' ? 'standing-1' : one)
              const open = release?.published === true && release.receipts.includes(`R8-1${index}${at}`)
              // The question itself is not said back.
              if (!open) expect(said).not.toContain(`${word(index, at)}のNo.40`)
              if (!open) expect(said).not.toContain(`${word(index, at)}の販売所については`)
              expect(files.includes(word(index, at))).toBe(open)
              const shared = release?.receipts.includes(`R8-1${index}${at}`) ?? false
              expect((await wordsFor(round.shelf, 'members')).includes(word(index, at))).toBe(shared)
            }
          expect(files).not.toMatch(/R8-1\d\d/u)
        }
      }),
      { numRuns: process.env.LONG === undefined ? 25 : 300 },
    )
  })
})

/** All that stands in the files of a folder. */
function filesIn(folder: string): string {
  const names = (() => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
    } catch {
      return []
    }
  })()
  return names
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
    .join('\n')
}
