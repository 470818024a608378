import { describe, expect, it } from 'vitest'
import { checkLeak } from '../../src/model/check-leak.ts'
import { prompts, testKey } from '../support/language-model.ts'

const jobs = Object.values(prompts).flatMap((languages) => Object.values(languages))
const told = { ...prompts.assist.ja, data: '<opinion>"保育士を増やしてほしい。"</opinion>', key: testKey }

describe('an answer of a model', () => {
  it.each(jobs.map((prompt) => [`${prompt.id}.${prompt.language}`, prompt] as const))(
    'is refused where it repeats a part of %s, however it is spaced and pointed',
    (_, prompt) => {
      const [length, spaced] = [prompt.language === 'ja' ? 60 : 160, / /gu]
      const middle = Math.floor(prompt.instructions.length / 2)
      const part = prompt.instructions.slice(middle, middle + length)

      for (const text of [part, part.toUpperCase(), part.replaceAll(spaced, '\n* '), [...part].join(' ')])
        expect(() => checkLeak({ list: [{ en: `Sure: ${text}` }] }, { ...prompt, data: '', key: null })).toThrow(
          'malformed: repeats-its-prompt',
        )
    },
  )

  it('is refused where the key is in it', () => {
    expect(() => checkLeak({ questions: [`Bearer ${testKey}`] }, told)).toThrow('malformed: says-the-key')
    expect(() => checkLeak({ questions: ['Bearer'] }, told)).not.toThrow()
  })

  it('may have a word in it that stands for a key where none is needed', () => {
    expect(() => checkLeak({ en: 'There are none.' }, { ...told, key: 'none' })).not.toThrow()
  })

  it('may say again what stands in the data, even where that is in the prompt too', () => {
    const sentence = prompts.assist.ja.instructions.slice(10, 80)

    expect(() => checkLeak({ draft: sentence }, { ...told, data: JSON.stringify(sentence) })).not.toThrow()
    expect(() => checkLeak({ draft: sentence }, told)).toThrow()
  })

  it.each([
    '御意見のとおり、合同就職説明会の回数を増やすことを含め、検討してまいりたい。',
    '公表資料の、過去の御意見とそれに対する市の考え方を踏まえ、担当課と協議する。',
    '委員の御意見への考え方を、事務局の職員が確かめた上でお示しする。',
  ])('may be a sound draft: %s', (draft) => {
    expect(() => checkLeak({ draft, precedents: ['p1'], similar: [], questions: [] }, told)).not.toThrow()
  })
})
