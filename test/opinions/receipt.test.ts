import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/opinions/day.ts'
import { counterOf, findReceipt, receiptOf } from '../../src/opinions/receipt.ts'
import { describeInTimeZones } from '../support/time-zones.ts'

const load = () => import('../../src/opinions/receipt.ts')

describeInTimeZones('a counter of receipts', load, (loaded) => {
  it.each([
    ['2026-04-01', 'R8'],
    ['2027-03-31', 'R8'],
    ['2027-04-01', 'R9'],
    ['2026-03-31', 'R7'],
    ['2028-04-01', 'R10'],
    ['2019-05-01', 'H31'],
    ['2020-03-31', 'H31'],
    ['2020-04-01', 'R2'],
    ['1989-04-01', 'H1'],
  ])('is named after the era year of the fiscal year: %s is in %s', (day, counter) => {
    expect(loaded().counterOf(day)).toBe(counter)
  })
})

describe('a receipt', () => {
  it.each([
    ['', 'R8', 1, 'R8-001'],
    ['', 'R8', 12, 'R8-012'],
    ['', 'R8', 999, 'R8-999'],
    ['', 'R8', 1000, 'R8-1000'],
    ['V-', 'R10', 12, 'V-R10-012'],
  ])('of %j, %s and %i is %s', (prefix, counter, number, receipt) => {
    expect(receiptOf(prefix, counter, number)).toBe(receipt)
  })

  it.each([
    'R8-012',
    'r8-12',
    'R8-0012',
    'R08-012',
    'Ｒ８－０１２',
    'ｒ８ー１２',
    'Ｒ８ｰ１２',
    ...Array.from('‐‑‒–—―−─', (dash) => `R8${dash}012`),
    'R8 - 012',
    'R8　－　012',
    ' R8-012 ',
    '「R8-012」',
    'R8-012を直したい',
    '受付番号はR8-012です。',
    '受付番号ーR8-012',
    'R8-012-1',
    'R8－012－1を取り下げます',
    'R8-012。',
    'R8-012, R8-013',
    '令和8年のR8年度分 R8-012',
    'V-R8-012',
    'ｖ－ｒ８－１２',
    'V‐R8-012-3',
  ])('is found in %j', (text) => {
    expect(findReceipt(text, 'V-')).toBe('V-R8-012')
  })

  it.each([
    '',
    'R8',
    'R8年',
    'R8年度',
    'R8-9年度',
    'R8-12月',
    'R8-000',
    'R0-012',
    'R8-R9',
    'R8-',
    'R8--012',
    'R8\n-012',
    '8-012',
    'A4-012',
    'No.34',
    'XR8-012',
    'X-R8-012',
    'X-V-R8-012',
    '1R8-012',
    'R8-012a',
    'R8-012.5',
    'R8-0120-123-456',
    'R8-012-345',
    'R8-012-1-2',
    'R8-1234567',
    'R123-012',
    '011-123-4567',
  ])('is not found in %j', (text) => {
    expect(findReceipt(text, 'V-')).toBeUndefined()
  })

  it("of another committee is not found as one's own", () => {
    expect(findReceipt('V-R8-012', '')).toBeUndefined()
    expect(findReceipt('R8-012', '')).toBe('R8-012')
  })

  it('is found by a prefix that holds signs of patterns', () => {
    expect(findReceipt('(a.b)R8-012', '(a.b)')).toBe('(a.b)R8-012')
    expect(findReceipt('(axb)R8-012', '(a.b)')).toBe('(a.b)R8-012')
    expect(findReceipt('懇－R8-012', '懇－')).toBe('懇－R8-012')
  })

  it('is found as it was given, whatever the day and the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom('', 'V-', '懇-'),
        (days, number, prefix) => {
          const receipt = receiptOf(prefix, counterOf(addDays('2020-04-01', days)), number)

          expect(findReceipt(`${receipt}について`, prefix)).toBe(receipt)
        },
      ),
    )
  })
})
