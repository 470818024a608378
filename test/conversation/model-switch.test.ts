import { describe, expect, it } from 'vitest'
import { fakeModel } from '../support/fake-model.ts'
import { openFrontOffice } from '../support/front-office.ts'

const silent = () => fakeModel(() => expect.unreachable())
const form = (act: object) => ({ name: 'model', act }) as never
const aside =
  'お尋ねの読み取り、記載箇所の選び出し、英訳に、言語モデル（fake-1、送り先 model.example）を使うことがあります。'

describe('a greeting', () => {
  it('tells of the model that takes part, after the words that it always has', async () => {
    await using without = await openFrontOffice()
    await using office = await openFrontOffice({ model: silent() })
    const plain = await without.take('sato', { kind: 'say', text: 'こんにちは' })

    const told = await office.take('sato', { kind: 'action', name: 'greeting' })
    const english = await office.take('sato', { kind: 'say', text: 'hello' }, { language: 'en' })

    expect(told.text.startsWith(`${plain.text}\n`)).toBe(true)
    expect(told.text.slice(plain.text.length + 1)).toBe(
      `${aside}お尋ねの文面と資料の該当箇所をそこへ送り、お名前は送りません。お答えの文言は資料のままです。「この回答について」とお送りいただくと、どのように選んだかをお示しします。`,
    )
    expect(english.text).toContain('A language model (fake-1 at model.example) may be used')
    expect(plain.text).not.toContain('言語モデル')
  })

  it('tells that opinions may be sent, where that is so', async () => {
    const model = fakeModel(() => expect.unreachable(), { maySeeOpinions: true })
    await using office = await openFrontOffice({ model })

    const told = await office.take('sato', { kind: 'say', text: 'こんにちは' })

    expect(told.text).toContain('公表前の御意見と考え方の文面も、お名前を除いて送ることがあります。')
  })

  it('where others read along tells of it too', async () => {
    await using office = await openFrontOffice({ model: silent() })

    const told = await office.take('sato', { kind: 'action', name: 'greeting' }, { overheard: true })

    expect(told.text).toContain(aside)
  })

  it('tells nothing of a model that is switched off', async () => {
    await using without = await openFrontOffice()
    await using office = await openFrontOffice({ model: silent() })
    const plain = await without.take('sato', { kind: 'say', text: 'こんにちは' })

    await office.fill('yamada', form({ do: 'switch', on: false }))

    expect((await office.take('sato', { kind: 'say', text: 'こんにちは' })).text).toBe(plain.text)
  })
})

describe('the switch', () => {
  it('is shown with who switched it when, what is sent, and the calls of today', async () => {
    await using office = await openFrontOffice({ model: silent() })
    const { today } = await office.actor('yamada')
    await office.put(office.records.put('modelDays', today, { day: today, salt: 's', calls: 7, people: {} }))

    const before = await office.fill('yamada', form({ do: 'show' }))
    const off = await office.fill('kimura', form({ do: 'switch', on: false }))
    const shown = await office.fill('yamada', form({ do: 'show' }))
    const english = await office.fill('yamada', form({ do: 'show' }), { language: 'en' })

    expect(before.text.split('\n')).toEqual([
      '言語モデル（fake-1）を使っています。',
      '送り先：model.example',
      '送るのは、お尋ねの文面と公表された資料だけです。',
      'お答えが待つ時間：合わせて2秒まで',
      'きょうの利用：7回（上限100回）',
      '止めるときは「model off」とします。',
    ])
    expect(off.text).toContain('言語モデルを止めました。')
    expect(shown.text).toContain(
      '言語モデル（fake-1）は設定されていますが、止めています。\n8月20日（木）21時14分に、木村　桜（kimura）が止めることとしました。',
    )
    expect(english.text).toContain('Switched off by 木村　桜 (kimura), Thursday 20 August, 21:14.')
  })

  it('holds across restarts, until somebody of the staff switches it on again, and is in the audit log', async () => {
    await using office = await openFrontOffice({ model: silent() })

    const twice = [
      await office.fill('yamada', form({ do: 'switch', on: false })),
      await office.fill('kimura', form({ do: 'switch', on: false })),
    ]
    await office.store.close()
    const reopened = await office.folder.open()
    const kept = await reopened.list({ committee: 'sapporo-vision', collection: 'switches' })
    const acts = await reopened.list({ committee: 'sapporo-vision', collection: 'acts' })
    await reopened.close()

    expect(twice.map(({ told }) => told)).toMatchObject([
      [{ kind: 'model-switched', on: false, configured: true }],
      [{ kind: 'refused', why: 'switched-already', by: 'yamada' }],
    ])
    expect(kept).toMatchObject([{ value: { on: false, by: 'yamada' } }])
    expect(acts).toMatchObject([{ value: { did: 'model-switched-off', by: { kind: 'staff', id: 'yamada' } } }])
  })

  it('can be put where no model is configured, and says that none is', async () => {
    await using office = await openFrontOffice()

    const shown = await office.fill('yamada', form({ do: 'show' }))
    const off = await office.fill('yamada', form({ do: 'switch', on: false }))

    expect(shown.text).toBe('言語モデルは設定されていません。お答えは、資料の照合だけで作っています。')
    expect(off.text).toContain('言語モデルは、まだ設定されていません。')
  })
})
