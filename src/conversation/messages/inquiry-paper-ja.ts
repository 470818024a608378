import type { Minute } from '../../opinions/day.ts'
import { datesJa } from './dates.ts'

/** What divisions read: the file of an inquiry (照会票), its covering mail and a reminder. They are the city's, in Japanese. */
export const inquiryPaperJa = {
  meeting: (call: string, committee: string) => `${call}${committee}`,
  standing: (committee: string) => `${committee}`,
  title: '照会票',
  head: {
    meeting: '会議',
    number: '照会番号',
    division: '照会先',
    due: '回答期限',
    contact: '問合せ先',
  },
  division: (name: string) => `${name}御担当者様`,
  due: (due: Minute) => `${datesJa.fullMinute(due)}まで`,
  instructions: [
    '・「考え方（案）」の欄に御記入願います。文体は「だ・である」調とし、該当がない場合もその旨御記入願います。',
    '・ほかの項目と同じ回答のときは、「R8-003-1と同じ」のように受付番号を御記入願います。',
    '・受付番号により読み取りますので、受付番号と照会番号は変えないでください。公表前の資料ですので、取扱いに御注意願います。',
  ],
  columns: {
    receipt: '受付番号',
    agenda: '議題',
    project: '事業',
    opinion: '御意見',
    answer: '考え方（案）',
    remark: '備考',
  },
  remark: (lead: string | null, others: readonly string[]) =>
    [
      ...(lead === null ? [] : [`主担当：${lead}`]),
      ...(others.length === 0 ? [] : [`関係課：${others.join('、')}`]),
    ].join('\n'),
  /** What a division has added to the remark that it was sent. */
  added: (remark: string) => remark.replaceAll(/^(?:主担当|関係課)：.*$/gmu, '').trim(),

  subject: (meeting: string) => `${meeting}の御意見に対する考え方について（照会）`,
  mail: (division: string, subject: string, due: Minute, contact: string, id: string) =>
    [
      `${division}御担当者様`,
      '',
      subject,
      '',
      `標記について、別添の照会票のとおり委員から御意見がありましたので、考え方（案）を御記入の上、${datesJa.minute(due)}までに御回答願います。文体は「だ・である」調とし、該当がない場合もその旨御回答願います。なお、別添は公表前の資料ですので、取扱いに御注意願います。`,
      '',
      `照会番号：${id}`,
      `問合せ先：${contact}`,
    ].join('\n'),
  reminderSubject: (meeting: string) => `${meeting}の御意見に対する考え方について（照会の御回答のお願い）`,
  reminder: (given: {
    readonly division: string
    readonly subject: string
    readonly asked: string
    readonly due: Minute
    readonly over: boolean
    readonly items: readonly string[]
    readonly contact: string
    readonly id: string
  }) =>
    [
      `${given.division}御担当者様`,
      '',
      given.subject,
      '',
      `標記について、${datesJa.day(given.asked)}に照会いたしましたが、次の項目の御回答をまだいただいておりません。${
        given.over
          ? `回答の期限（${datesJa.minute(given.due)}）を過ぎておりますので、至急御回答願います。`
          : `${datesJa.minute(given.due)}までに御回答願います。`
      }既に御回答いただいている場合は、行き違いを御容赦ください。`,
      '',
      `御回答をお待ちしている項目：${given.items.join('、')}`,
      `照会番号：${given.id}`,
      `問合せ先：${given.contact}`,
    ].join('\n'),

  fileName: (call: string, division: string, again: number) =>
    `照会票_${call}_${division}${again === 0 ? '' : `_${again + 1}回目`}`,
  reminderName: (call: string, division: string, id: string, day: string) => `催促_${call}_${division}_${id}_${day}`,
}
