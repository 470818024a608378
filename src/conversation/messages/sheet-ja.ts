import type { SheetProblem, SheetReport } from '../../opinions/sheet-reading.ts'
import type { SheetField } from '../../record/status-sheet.ts'
import { officeJa } from './office-ja.ts'

const skipped: Readonly<Record<SheetReport['skipped'][number]['why'], string>> = {
  total: '合計等の行',
  again: '見出しの繰り返し',
  'listed-elsewhere': '再掲の行',
  note: '注記等',
  'no-title': '事業名が空の行',
  'no-number': '番号が空の行',
  'number-unreadable': '番号を読み取れない行',
}

const fields: Readonly<Record<SheetField, string>> = {
  number: '番号',
  title: '事業名',
  area: '政策分野',
  indicator: '評価指標',
  target: '目標',
  result: '実績',
  rating: '評価',
  division: '担当課',
  remarks: '備考',
}

/** Status sheets (資料３): lists of projects with their ratings, in Japanese: the source by which the English is typed. */
export const sheetJa = {
  fields,
  named: (meeting: string, document: string) => `${meeting} ${document}`,
  fact: (project: string, field: string, indicator: string | null, text: string) =>
    indicator === null
      ? `${project}の${field}は、資料では${text}と記載されています。`
      : `${project}の${field}は、評価指標「${indicator}」について${text}と記載されています。`,
  longFact: (project: string, field: string) => `${project}の${field}として、資料に次の記載があります。`,
  ratedAs: (ratings: string) => `評価が${ratings}の事業`,
  inAreas: (areas: string) => `${areas}の事業`,
  everyProject: '事業',
  having: (word: string) => `「${word}」の記載がある事業`,
  listedAre: (source: string, what: string, count: number) =>
    `${source}に記載されている${what}は、次の${count}件です。`,
  noneListed: (source: string, what: string) => `${source}に、${what}はありません。`,
  otherRating: (source: string, project: string, rating: string) =>
    `なお、${source}では、${project}の評価は${rating}と記載されています。`,
  previewLead: '次の内容を取り込みます。まだ取り込んでおりません。御確認ください。',
  sameLead: '取り込み済みの内容と同じです。取り込んでも変わりません。',
  document: (name: string, id: string) => `資料：${name}（識別名 ${id}）`,
  year: (year: number) => `一覧の年度：${fiscalYear(year)}`,
  yearUnread:
    '一覧の年度：読み取れませんでした。--year R7 のように御指定いただけます。指定のない場合は会議の年度の資料として扱います。',
  file: (name: string, how: string) => `ファイル：${name}（${how}）`,
  encoding: { xlsx: 'Excel', 'utf-8': 'CSV・UTF-8', shift_jis: 'CSV・Shift_JIS' },
  inSheet: (kind: string, sheet: string) => `${kind}・シート「${sheet}」`,
  otherSheets: (names: string) => `取り込まないシート：${names}`,
  columns: (row: number, columns: string) => `列（見出しは${row}行目）：${columns}`,
  column: (field: string, column: string, heading: string) =>
    heading === '' ? `${field}＝${column}列` : `${field}＝${column}列「${heading}」`,
  missing: (names: string) => `見当たらない列：${names}（見出しが異なる場合は、--mapping で御指定いただけます）`,
  ignored: (columns: string) => `取り込まない列：${columns}`,
  ignoredColumn: (column: string, heading: string) => `${column}列「${heading}」`,
  counts: (projects: number, indicators: number) => `事業：${projects}件／評価指標：${indicators}件`,
  ratings: (list: string) => `評価の内訳：${list}`,
  ratingCount: (sign: string, meaning: string | null, count: number) =>
    `${sign}${meaning === null ? '' : `（${meaning}）`}${count}件`,
  unexplained: (signs: string) => `意味の説明がシートにない評価：${signs}（意味は補わず、記載のとおりにお示しします）`,
  conflicts: (signs: string) => `説明が二通りある評価：${signs}（意味の説明がないものとして扱います）`,
  sections: (rows: string) => `政策分野の見出しとして扱う行：${rows}`,
  carried: (numbers: string) => `政策分野の欄が空いているため、上の事業と同じ分野として扱う事業：${numbers}`,
  skippedLead: (count: number) => `事業として取り込まない行：${count}行`,
  skippedRow: (row: number, why: SheetReport['skipped'][number]['why'], text: string) =>
    `・${row}行目（${skipped[why]}）「${text}」`,
  formulas: (count: number) => `数式のセル：${count}か所（保存されている計算結果を読み取りました）`,
  blank: (cells: string) =>
    `計算結果が保存されていない数式：${cells}（空欄として扱います。Excelで開いて保存し直すと読み取れます）`,
  hidden: (count: number) => `非表示の行や列のセル：${count}か所（取り込みません）`,
  more: (count: number) => `（ほか${count}件）`,
  row: (row: number, text: string) => `${row}行目「${text}」`,
  comparedWith: (name: string) => `前回（${name}）からの変更`,
  first: '前回までに取り込んだ一覧はありません。',
  noDifference: '・変更はありません。',
  added: (projects: string) => `・追加：${projects}`,
  gone: (projects: string) => `・なくなったもの：${projects}`,
  renamed: (number: number, before: string, after: string) => `・事業名の変更：No.${number}「${before}」→「${after}」`,
  renumbered: (title: string, before: number, after: number) => `・番号の変更：「${title}」No.${before}→No.${after}`,
  rated: (number: number, before: string, after: string) =>
    `・評価の変更：No.${number} ${before === '' ? '（空欄）' : before}→${after === '' ? '（空欄）' : after}`,
  otherwise: (projects: string) => `・評価以外の記載の変更：${projects}`,
  project: (number: number, title: string) => `No.${number}「${title}」`,
  charges: (count: number) =>
    `担当課の表（案）：${count}件が新しくなります。--charges を付けて取り込むと、担当課の表に入ります。`,
  chargedLead: (count: number) => `担当課の表に入れた課：${count}件`,
  charge: (number: number, text: string, now: string | null) =>
    `・No.${number} ${text}${now === null ? '' : `（現在：${now}）`}`,
  chargesUnknown: (list: string) => `名簿の課と一致しない担当課：${list}（担当課の表には入りません）`,
  acceptHint:
    '内容に相違がなければ、同じ指定に --accept --as 職員名 を付けて取り込んでください。取り込んだ内容は公表資料として、どなたのお尋ねにもお答えします。公表前の資料は、公表の後に取り込んでください。',
  accepted: (name: string, id: string, version: number, projects: number) =>
    `${name}を取り込みました（識別名 ${id}、第${version}版、${projects}事業）。この内容でお尋ねにお答えします。`,
  takenLead: '取り込んだ内容は次のとおりです。',
  unchanged: (id: string, version: number) =>
    `取り込み済みの内容（${id}、第${version}版）と同じため、何も変えておりません。`,
  sameList: (id: string, version: number) =>
    `一覧は、取り込み済みの内容（${id}、第${version}版）と同じため、変えておりません。`,
  chargesSet: (count: number) => `担当課の表に${count}件を入れました。`,
  chargesCarried: (count: number) => `担当課の表の${count}件は、同じ事業のほかの一覧から引き継ぎました。`,
  list: (count: number) => `取り込み済みの一覧：${count}件`,
  listNone: '取り込み済みの一覧はありません。record import-projects で取り込めます。',
  listed: (name: string, id: string, version: number, projects: number, sha256: string) =>
    `・${name}（${id}、第${version}版、${projects}事業、SHA-256 ${sha256.slice(0, 12)}…）`,
  problem: (problem: SheetProblem): string => {
    switch (problem.why) {
      case 'no-table':
        return `番号と事業名の見出しがある表を見つけることができませんでした（${sheetNames(problem.sheets)}）。見出しの文字を --mapping のファイルで御指定いただくか、record template の様式をお使いください。`
      case 'which-sheet':
        return `事業の表が複数のシートにあります（${sheetNames(problem.sheets)}）。--sheet で一つを御指定ください。`
      case 'no-such-sheet':
        return `「${problem.name}」というシートはありません（${sheetNames(problem.sheets)}）。`
      case 'no-projects':
        return '見出しの下に、番号と事業名のある行を見つけることができませんでした。番号の列を御確認ください。'
      case 'too-much':
        return '一覧として読み取れる量（1,000事業、1セル5,000字まで）を超えています。不要な行や列を除いてください。'
    }
  },
  refused: {
    'not-staff': officeJa.refused['not-staff'],
    'meeting-name-missing':
      '会議の名称が分かりませんでした。--name 令和７年度第１回 のように、資料のとおりの名称を御指定ください。',
    'title-missing': '資料の名称が分かりませんでした。--title 資料３ のように御指定ください。',
  },
  numberTwice: (numbers: string) =>
    `同じ番号の事業が複数あります（${numbers}）。どちらが正しいか確かめ、番号を直してからお試しください。何も取り込んでおりません。`,
  idOfOther: (id: string) => `「${id}」は既に別の資料の識別名です。--id で別の識別名を御指定ください。`,
  and: '、',
}

function sheetNames(names: readonly string[]): string {
  return names.every((name) => name === '') ? 'CSV' : `シート：${names.join('、')}`
}

function fiscalYear(year: number): string {
  return year < 2019 ? `${year}年度` : `令和${year - 2018}年度`
}
