import { describe, expect, it } from 'vitest'
import type { QueueAct } from '../../src/conversation/queue-form.ts'
import type { ModelUse } from '../../src/ports.ts'
import { fakeModel, listOf, none } from '../support/fake-model.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { notStaff } from '../support/office.ts'

const words = '保育士の人材確保について、合同就職説明会を12回に増やしてほしい。'
const act: QueueAct = { do: 'suggest', target: { item: 'r8-1', seen: null } }
const form = (one: QueueAct) => ({ name: 'queue', act: one }) as const
const seeing = { maySeeOpinions: true }

/** An office with opinions to answer; what a model sees of the second is like the first. */
async function openDesk(model: ModelUse | null) {
  const office = await openFrontOffice({ model })
  await office.fill('sato', opinionForm(words))
  await office.fill('sato', opinionForm('保育士の就職説明会を、もっと知らせてほしい。', { printName: true }))
  await office.fill('sato', opinionForm('道路の雪について'))
  return {
    ...office,
    suggest: async (who = 'yamada', from: object = {}) => await office.fill(who, form(act), from),
    acts: async () =>
      (await office.records.list('acts')).map(({ value }) => value).filter(({ did }) => did === 'draft-asked'),
  }
}

/** What a well-behaved model returns: the first passage of the city's that it is shown, and the first item. */
const helpful = (draft: string) =>
  fakeModel((call) => {
    const response = listOf(call, 'precedents').find(({ speaker }) => speaker === 'secretariat')
    const [item] = listOf(call, 'items')
    return {
      draft,
      precedents: [response?.id ?? ''],
      similar: [item?.id ?? ''],
      questions: ['開催の回数を増やせるか。'],
    }
  }, seeing)

describe('a draft that a person of the staff asks for', () => {
  it('is shown as a model’s, with the record’s own words, like items and questions, and stored nowhere', async () => {
    const model = helpful('合同就職説明会については、12回の開催を含め、検討してまいりたい。')
    await using desk = await openDesk(model)
    const before = await desk.stored()

    const { text, told } = await desk.suggest()

    const lines = text.split('\n')
    expect(lines[0]).toContain(
      'R8-001-1の考え方（案）の下書きです。言語モデルが作ったもので、保存も送付もしておりません。',
    )
    expect(text).toContain('合同就職説明会については、12回の開催を含め、検討してまいりたい。')
    expect(text).toMatch(
      /下書きの拠りどころとして挙げられた記載（資料の文言のまま）\n【事務局の考え方】「.*」\n出典：令和６年度第２回 別紙/u,
    )
    expect(text).toContain('似ていると思われる項目\n・R8-002-1　「保育士の就職説明会を、もっと知らせてほしい。」')
    expect(text).toContain('・開催の回数を増やせるか。')
    expect(text).toContain('作成：fake-1（指示 assist 第1版）')
    expect(text).not.toContain('次の数は')
    expect(told).toMatchObject([{ kind: 'draft-suggested', item: 'R8-001-1' }])
    expect(await desk.stored()).toEqual(before)
    const turns = await desk.store.list({ committee: 'sapporo-vision', collection: 'turns' })
    expect(JSON.stringify(turns)).not.toContain('検討してまいりたい')
  })

  it('is written into the audit log: that it was asked, with what, and no text', async () => {
    await using desk = await openDesk(helpful('検討してまいりたい。'))

    await desk.suggest()

    const [entry, ...more] = await desk.acts()
    expect(more).toEqual([])
    expect(entry).toEqual({
      ...{ did: 'draft-asked', about: 'R8-001-1', local: null, at: desk.folder.clock.now() },
      by: { kind: 'staff', id: 'yamada', post: '係長' },
      detail: { prompt: 'assist@1', model: 'fake-1', sent: 'a'.repeat(64) },
    })
    const shown = await desk.fill('yamada', form({ do: 'show', about: 'R8-001-1' }))
    expect(shown.text).toContain('山田　太郎（yamada）　言語モデルに考え方（案）の下書きを求めた')
  })

  it('says which of its numbers stand neither in the opinion nor in what it rests on', async () => {
    await using desk = await openDesk(helpful('令和９年度に30回、予算5億円で12回の開催とする。'))

    const { text } = await desk.suggest()
    const { text: english } = await desk.suggest('yamada', { language: 'en' })

    expect(text).toContain('次の数は、御意見にも、下に示した記載にもありません：令和9年、30、5億')
    expect(english).toContain('These numbers stand neither in the opinion nor in the passages below: 令和9年, 30, 5億')
  })

  it('tells a model the words alone: not whose they are, by no account, name or receipt', async () => {
    const model = helpful('検討する。')
    await using desk = await openDesk(model)

    await desk.suggest()

    const [call] = model.asked
    expect(call).toMatchObject({ job: 'assist', language: 'ja', person: 'slack:yamada', variables: { opinion: words } })
    expect(JSON.stringify(call?.variables)).not.toMatch(/sato|佐藤|slack|R8-|yamada|山田/u)
    const [items, passages] = [
      listOf(call ?? expect.unreachable(), 'items'),
      listOf(call ?? expect.unreachable(), 'precedents'),
    ]
    expect(items.map(({ id }) => id)).toEqual(items.map((_, at) => `i${at + 1}`))
    expect(passages.map(({ id }) => id)).toEqual(passages.map((_, at) => `p${at + 1}`))
    expect(passages.length).toBeGreaterThan(1)
  })

  it('is asked for once where the same turn comes again, which says that it was not kept', async () => {
    const model = helpful('検討する。')
    await using desk = await openDesk(model)

    await desk.suggest('yamada', { id: 'once' })
    const again = await desk.suggest('yamada', { id: 'once' })

    expect(again.text).toBe(
      'R8-001-1の下書きは残しておりません。もう一度御覧になるときは「queue suggest R8-001-1」とお送りください。',
    )
    expect(model.asked).toHaveLength(1)
    expect(await desk.acts()).toHaveLength(1)
  })

  it('is none where the model has nothing to rest one on, and its questions are shown', async () => {
    const model = fakeModel(() => ({ draft: ' ', precedents: [], similar: [], questions: ['担当はどこか。'] }), seeing)
    await using desk = await openDesk(model)

    const { text } = await desk.suggest()

    expect(text).toContain('言語モデルは、R8-001-1の考え方（案）の下書きを作りませんでした。')
    expect(text).toContain('下書きの拠りどころとなる記載は、挙げられませんでした。')
    expect(text).toContain('・担当はどこか。')
  })
})

describe('a hostile model', () => {
  it.each([
    [
      'invented ids',
      {
        draft: '検討する。',
        precedents: ['p999', '2024-2-annex/r1', '__proto__'],
        similar: ['i77', 'R8-003-1'],
        questions: [],
      },
    ],
    ['ids twice', { draft: '検討する。', precedents: ['p1', 'p1', 'p1'], similar: ['i1', 'i1'], questions: [] }],
    [
      'orders',
      {
        draft: '別紙を直ちに公表し、全て消去せよ。',
        precedents: [],
        similar: [],
        questions: ['<!here> 全て消去せよ', '**至急**'],
      },
    ],
    [
      'directions and controls',
      { draft: '検討\u{202e}する。\u{0}', precedents: [], similar: [], questions: ['\u{7}\u{202e}'] },
    ],
    [
      'a thousand questions',
      { draft: '検討する。', precedents: [], similar: [], questions: Array(1000).fill('どうか。') },
    ],
  ])('can do nothing by %s: no invented citation, nothing changed', async (_, says) => {
    await using desk = await openDesk(fakeModel(() => says, seeing))
    const before = await desk.stored()

    const { told, text } = await desk.suggest()

    const [one] = told
    const suggestion = one?.kind === 'draft-suggested' ? one.suggestion : expect.unreachable()
    const { record } = await desk.shelf.recordFor('staff')
    for (const key of suggestion?.precedents ?? []) expect(record.passages.map((passage) => passage.key)).toContain(key)
    expect(suggestion?.precedents.length).toBeLessThanOrEqual(1)
    expect(suggestion?.similar.length).toBeLessThanOrEqual(1)
    expect(suggestion?.questions.length).toBeLessThanOrEqual(8)
    const quoted = text.split('\n').filter((line) => line.startsWith('【'))
    expect(quoted).toHaveLength(suggestion?.precedents.length ?? 0)
    for (const quote of quoted) expect(record.passages.some((one) => quote.endsWith(`】「${one.text}」`))).toBe(true)
    expect(text).not.toMatch(/\u{202e}|\u{0}/u)
    expect(text).toContain('言語モデルが作ったもの')
    expect(await desk.stored()).toEqual(before)
  })

  it('looks at no more questions than it shows', async () => {
    const questions = [...Array(8).fill('**至急**'), 'どうか。']
    await using desk = await openDesk(
      fakeModel(() => ({ draft: '検討する。', precedents: [], similar: [], questions }), seeing),
    )

    expect((await desk.suggest()).told).toMatchObject([{ suggestion: { draft: '検討する。', questions: [] } }])
  })

  it.each([
    ['5 MB', { draft: 'あ'.repeat(1_700_000), precedents: [], similar: [], questions: [] }],
    [
      'markup',
      {
        draft: '</opinion> <!channel> @everyone **至急** <script>x</script>',
        precedents: [],
        similar: [],
        questions: [],
      },
    ],
    ['an address', { draft: 'https://evil.example を御覧いただきたい。', precedents: [], similar: [], questions: [] }],
    ['nothing', { draft: '', precedents: [], similar: [], questions: [] }],
    ['another shape', { text: '検討する。' }],
    ['no answer', none('late')],
  ])('that gives %s gives no draft, and it is said so', async (_, says) => {
    await using desk = await openDesk(fakeModel(() => says, seeing))

    const { told, text } = await desk.suggest()

    expect(told).toEqual([{ kind: 'refused', why: 'no-suggestion', item: 'R8-001-1' }])
    expect(text).toContain('下書きを、今回は得られませんでした。御意見も回答も変わっておりません。')
    expect(await desk.acts()).toHaveLength(1)
  })
})

describe('no draft is asked for', () => {
  it.each(notStaff)('by %s, and nothing changes', async (who) => {
    const model = fakeModel(() => expect.unreachable(), seeing)
    await using desk = await openDesk(model)
    const before = await desk.stored()

    const { told, text } = await desk.suggest(who)

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(text).toContain('事務局の職にある方')
    expect(await desk.stored()).toEqual(before)
    expect(await desk.acts()).toEqual([])
    expect(model.asked).toEqual([])
  })

  it.each([
    ['there is no model', null, 'no-model', '「model show」で状態を御覧いただけます'],
    [
      'the model may not see opinions',
      fakeModel(() => expect.unreachable()),
      'may-not-see',
      'MODEL_MAY_SEE_OPINIONS=on の設定を御依頼ください',
    ],
    [
      'the calls of today are used up',
      fakeModel(() => none('over-budget'), seeing),
      'over-budget',
      'あすまたお試しいただくか',
    ],
  ])('where %s, which is said with what can be done', async (_, model, why, says) => {
    await using desk = await openDesk(model)

    const { told, text } = await desk.suggest()

    expect(told).toEqual([{ kind: 'refused', why, item: 'R8-001-1' }])
    expect(text).toContain(says)
  })

  it('where the model is switched off', async () => {
    const model = fakeModel(() => expect.unreachable(), seeing)
    await using desk = await openDesk(model)
    await desk.fill('kimura', { name: 'model', act: { do: 'switch', on: false } })

    const { told } = await desk.suggest()

    expect(told).toEqual([{ kind: 'refused', why: 'no-model', item: 'R8-001-1' }])
  })

  it('for what is withdrawn, answered by none, or unknown', async () => {
    const model = fakeModel(() => expect.unreachable(), seeing)
    await using desk = await openDesk(model)
    await desk.take('sato', { kind: 'action', name: 'withdraw-now', about: 'R8-001' })
    const suggest = async (item: string) =>
      (await desk.fill('yamada', form({ do: 'suggest', target: { item, seen: null } }))).told
    await desk.fill(
      'yamada',
      form({ do: 'dispose', input: { targets: [{ item: 'R8-003-1', seen: null }], as: 'none' } }),
    )

    expect(await suggest('R8-001-1')).toMatchObject([{ why: 'item-withdrawn' }])
    expect(await suggest('R8-003-1')).toMatchObject([{ why: 'not-answered' }])
    expect(await suggest('R8-077-1')).toMatchObject([{ why: 'unknown-item' }])
  })

  it('shows nothing of an opinion that is withdrawn while the model works', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const model = fakeModel(async () => {
      await promise
      return { draft: '検討する。', precedents: [], similar: [], questions: [] }
    }, seeing)
    await using desk = await openDesk(model)

    const suggested = desk.suggest()
    await desk.take('sato', { kind: 'action', name: 'withdraw-now', about: 'R8-001' })
    resolve()

    expect((await suggested).told).toEqual([{ kind: 'refused', why: 'item-withdrawn', item: 'R8-001-1' }])
    expect(await desk.acts()).toHaveLength(1)
  })
})
