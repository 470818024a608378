import type { AnnexSpeaker } from './annex.ts'

/** What stands at the head of an annex: the committee, the meeting's name as printed (null for the standing call), the agenda. */
export type AnnexHead = { readonly committee: string; readonly call: string | null; readonly agenda: readonly string[] }

/** What the city prints in its annexes besides members' words and its own responses. It is a paper in Japanese, whoever asks for it. */
export const annexWords = {
  annex: '別紙',
  draft: '案',
  opinions: '御意見',
  responses: '御意見に対する考え方等について',
  /** What the secretariat took down itself. */
  heard: '（事務局聞き取り）',
  title: ({ call, committee }: AnnexHead) =>
    `${call === null ? '' : `${call}　`}${committee}の御意見等について${call === null ? '（随時）' : ''}`,
  agenda: ({ agenda }: AnnexHead) => agenda.map((item, at) => `${at === 0 ? '議題' : '　　'}　・${item}`),
  speaker: (speaker: AnnexSpeaker) =>
    speaker.kind === 'name' ? `【${speaker.name}${speaker.title}】` : `【委員${speaker.letter}】`,
}

/** The lines above the table of an annex. */
export function headLines(head: AnnexHead): readonly string[] {
  return [annexWords.annex, annexWords.title(head), ...annexWords.agenda(head)]
}
