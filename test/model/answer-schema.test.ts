import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { answerSchema } from '../../src/model/answer-schema.ts'

describe('the schema of an answer', () => {
  it('has what strict mode takes, and leaves lengths and patterns to zod', () => {
    const schema = z.object({
      ids: z.array(z.string().min(1).max(40)).max(9),
      extent: z.enum(['wholly', 'not']),
      note: z.string().regex(/^a/u).nullable().describe('a note'),
      kind: z.discriminatedUnion('is', [
        z.object({ is: z.literal('a') }),
        z.object({ is: z.literal('b'), n: z.int().min(1) }),
      ]),
    })

    expect(answerSchema(schema)).toEqual({
      type: 'object',
      properties: {
        ids: { type: 'array', items: { type: 'string' } },
        extent: { type: 'string', enum: ['wholly', 'not'] },
        note: { description: 'a note', anyOf: [{ type: 'string' }, { type: 'null' }] },
        kind: {
          anyOf: [
            {
              type: 'object',
              properties: { is: { type: 'string', const: 'a' } },
              required: ['is'],
              additionalProperties: false,
            },
            {
              type: 'object',
              properties: { is: { type: 'string', const: 'b' }, n: { type: 'integer' } },
              required: ['is', 'n'],
              additionalProperties: false,
            },
          ],
        },
      },
      required: ['ids', 'extent', 'note', 'kind'],
      additionalProperties: false,
    })
  })

  it('keeps fields that are called as keywords are', () => {
    const schema = z.object({ pattern: z.string(), maxLength: z.number() })

    expect(answerSchema(schema)).toMatchObject({
      properties: { pattern: { type: 'string' }, maxLength: { type: 'number' } },
    })
  })

  it('is none where a field may be missing', () => {
    expect(() => answerSchema(z.object({ a: z.string().optional() }))).toThrow(/nullable/u)
  })
})
