import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceData, deskData, readChoiceData, readDeskData } from '../../../src/platforms/teams/choice-data.ts'
import { choices } from '../slack/texts.ts'

describe('what a button gives back', () => {
  it('is read as the action that was put there, through JSON, or was not put there', () => {
    fc.assert(
      fc.property(choices, fc.boolean(), ({ action }, dialog) => {
        const data = choiceData(action, dialog)

        if (data === undefined) expect(JSON.stringify(action).length).toBeGreaterThan(1400)
        else expect(readChoiceData({ ...JSON.parse(JSON.stringify(data)), field: 'filled in' })).toEqual(action)
      }),
    )
  })

  it('is read as what an act is about', () => {
    const data = deskData({ act: 'assign', receipt: 'R8-012' }, true)

    expect(data).toEqual({ msteams: { type: 'task/fetch' }, desk: '{"act":"assign","receipt":"R8-012"}' })
    expect(readDeskData(data)).toEqual({ act: 'assign', receipt: 'R8-012' })
    expect(readChoiceData(data)).toBeUndefined()
  })

  it.each([
    [undefined],
    [null],
    ['{"kondankai":{"name":"file"}}'],
    [[]],
    [{}],
    [{ kondankai: 'file' }],
    [{ kondankai: { name: 'rule-the-world' } }],
    [{ kondankai: { name: 'file', about: 1 } }],
    [{ kondankai: { name: 'file', person: 'somebody-else' } }],
    [{ kondankai: { name: 'file', about: 'x'.repeat(2000) } }],
    [{ kondankai: { name: 'file' }, desk: '{"act":"see"}' }],
    [{ desk: { act: 'see' } }],
    [{ desk: '{"act":"rule-the-world"}' }],
    [{ desk: '{' }],
    [{ desk: `{"act":"see","receipt":"${'x'.repeat(2000)}"}` }],
  ])('is none of ours: %j', (value) => {
    expect(readChoiceData(value)).toBeUndefined()
    expect(readDeskData(value)).toBeUndefined()
  })

  it('is none of ours, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readChoiceData(value)).toBeUndefined()
        expect(readDeskData(value)).toBeUndefined()
      }),
    )
  })
})
