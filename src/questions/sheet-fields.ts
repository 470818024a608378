import type { SheetField } from '../record/status-sheet.ts'

/** How people ask for what a status sheet has of a project, on `normalText` without the names of projects. */
const wordings: Partial<Readonly<Record<SheetField, RegExp>>> = {
  target: /目標(?!達成)|ターゲット|\btargets?\b|\bgoals?\b/u,
  result: /実績|結果(?=は|を|って|[?？。]|$)|\bactual(?:s| figures?| results?)?\b|\bresults?\b|\boutcomes?\b/u,
  division:
    /(?:担当|所管|主管)(?:課|部署|部|室|はどこ|は[?？]?$)|どの課|何課|どこの課|\bdivisions?\b|\bdepartments?\b|in charge/u,
  remarks: /備考|特記事項|摘要|\bremarks?\b|\bnotes?\b/u,
}

/** The text without the words that ask for a field: they are no matter of their own. */
export function withoutFields(text: string): string {
  return Object.values(wordings).reduce((rest, wording) => rest.replaceAll(new RegExp(wording, 'gu'), '＿'), text)
}

/** The fields of a status sheet that a text asks for, besides what `findCues` finds. */
export function findFields(text: string): readonly SheetField[] {
  return (Object.entries(wordings) as [SheetField, RegExp][]).flatMap(([field, wording]) =>
    wording.test(text) ? [field] : [],
  )
}
