import { sameSign, usualSign } from '../record/same-sign.ts'
import type { SheetContent } from '../record/status-sheet.ts'
import { addressOf, type Grid } from './grid.ts'
import type { Cell } from './workbook.ts'

type Entry = SheetContent['legend'][number]
export type FoundLegend = { readonly legend: readonly Entry[]; readonly conflicts: readonly string[] }

const symbol = '[◎○〇◯△▲▽×✕☓✖●■□☆★－]'
const sign = `(?:${symbol}|(?<![A-Za-zＡ-Ｚａ-ｚ0-9])[A-ZＡ-Ｚ](?![A-Za-zＡ-Ｚ])|[①-⑳]|(?<![0-9０-９])[0-9０-９](?![0-9０-９]))`
/** 「◎：達成済み　○：概ね達成」, 「Ａ…計画どおり」, 「×は未実施」, 「Ｓ＝…」. Runs of blanks are bounded, so that no cell takes long. */
const pair = new RegExp(
  `[「『【（(]?(${sign})[」』】）)]?[ 　]{0,20}(?:[:：＝=]|…+|⇒|→|は)[ 　]{0,20}([^\\n]+?)(?=[\\s、，,／/・;；）)]{0,50}[「『【（(]?${sign}[」』】）)]?[ 　]{0,20}(?:[:：＝=]|…+|⇒|→|は)|[\\n。）)]|$)`,
  'gu',
)
const alone = new RegExp(`^${sign}$`, 'u')
const symbolic = new RegExp(`^(?:${symbol}|[①-⑳])$`, 'u')

/**
 * What the sheet says of its signs, in any cell that is no project's: 「◎：達成済み　○：概ね達成」 in one cell, or a sign in
 * one cell and its meaning in the next. A letter or a figure counts only where a rating uses it. A sign with two meanings
 * is left without one.
 */
export function findLegend(grid: Grid, cells: readonly Cell[], ratings: ReadonlySet<string>): FoundLegend {
  const isUsed = (one: string) => [...ratings].some((used) => sameSign(used, one))
  const found = cells
    .flatMap((cell) => [...inOneCell(cell), ...inNextCell(grid, cell)])
    .filter((entry) => symbolic.test(entry.sign) || isUsed(entry.sign))
  const bySign = Map.groupBy(found, (entry) => usualSign(entry.sign))
  const isAgreed = (entries: readonly Entry[]) => new Set(entries.map(({ meaning }) => meaning)).size === 1
  return {
    legend: [...bySign.values()].flatMap((entries) => (isAgreed(entries) ? entries.slice(0, 1) : [])),
    conflicts: [...bySign.values()].flatMap((entries) => (isAgreed(entries) ? [] : [entries[0]?.sign ?? ''])),
  }
}

/** Characters of a cell that are looked at: more is no legend, and would take long to look through. */
const longestLegend = 2000

function inOneCell(cell: Cell): readonly Entry[] {
  return [...cell.text.slice(0, longestLegend).matchAll(pair)].flatMap(([, mark = '', said = '']) => {
    const meaning = said.replace(/[\s、，,／/・;；]+$/u, '').trim()
    return meaning === '' || meaning.length > 200 ? [] : [{ sign: mark, meaning, cell: addressOf(cell) }]
  })
}

function inNextCell(grid: Grid, cell: Cell): readonly Entry[] {
  const mark = cell.text.trim()
  if (mark.length > 2 || !alone.test(mark)) return []
  const beside = grid.columns
    .slice(grid.columns.indexOf(cell.column) + 1)
    .map((column) => grid.at(cell.row, column))
    .find((one) => one !== undefined && one.mergedInto !== addressOf(cell))
  const meaning =
    beside?.text
      .slice(0, longestLegend)
      .replace(/^[\s:：＝=…]+/u, '')
      .trim() ?? ''
  const isMeaning = beside?.mergedInto === null && meaning.length > 0 && meaning.length <= 100 && !alone.test(meaning)
  return isMeaning ? [{ sign: mark, meaning, cell: addressOf(beside) }] : []
}
