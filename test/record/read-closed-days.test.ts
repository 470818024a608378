import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { readClosedDays } from '../../src/record/read-closed-days.ts'
import { RecordFolder } from '../support/record-folder.ts'

const file = 'closed-days.json'

function faultOf(folder: RecordFolder): Fault {
  try {
    readClosedDays(folder.directory)
  } catch (fault) {
    if (fault instanceof Fault) return fault
    throw fault
  }
  throw new Error('the damaged file was taken as sound')
}

describe('the closed days of an office', () => {
  it('are those of its file', () => {
    using folder = new RecordFolder()
    folder.write(file, [
      { day: '2026-10-01', name: '開庁記念日' },
      { day: '2028-02-29', name: '臨時休業日' },
    ])

    expect([...readClosedDays(folder.directory)]).toEqual(['2026-10-01', '2028-02-29'])
  })

  it('are none where there is no file', () => {
    using folder = new RecordFolder()
    folder.write(file, [])
    folder.remove(file)

    expect(readClosedDays(folder.directory).size).toBe(0)
  })

  it.each([
    ['a day that no calendar has', [{ day: '2026-02-30', name: '休業日' }], '→ at [0].day'],
    ['a day in another form', [{ day: '2026/10/01', name: '開庁記念日' }], '→ at [0].day'],
    ['a day without a name', [{ day: '2026-10-01', name: ' ' }], '→ at [0].name'],
    ['a field that nobody knows', [{ day: '2026-10-01', name: '開庁記念日', from: '9:00' }], '"from"'],
    ['days that are no list', { day: '2026-10-01', name: '開庁記念日' }, 'expected array'],
    ['what is not JSON', '[', 'not JSON'],
  ])('are refused with the file and the place for %s', (_, content, place) => {
    using folder = new RecordFolder()
    folder.write(file, content)

    const fault = faultOf(folder)

    expect(fault.code).toBe('record-invalid')
    expect(fault.message).toContain(folder.path(file))
    expect(fault.message).toContain(place)
  })

  it('are refused where something else has the name of the file', () => {
    using folder = new RecordFolder()
    mkdirSync(folder.path(file))

    expect(faultOf(folder).code).toBe('record-unreadable')
  })
})
