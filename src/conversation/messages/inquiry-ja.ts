import type { Day, Minute } from '../../opinions/day.ts'
import type { LeftOut } from '../../opinions/plan-inquiries.ts'
import type { FileProblem } from '../../opinions/taken-file.ts'
import type { Fate } from '../../opinions/weigh-answers.ts'
import { datesJa } from './dates.ts'
import { filesJa } from './files-ja.ts'
import { officeJa } from './office-ja.ts'

type Why<Kind extends Fate['kind']> = Extract<Fate, { readonly kind: Kind; readonly why: string }>['why']

const { and } = officeJa

/** Inquiries to divisions (庁内照会), in Japanese: the source by which the English is typed. */
export const inquiryJa = {
  preview: (call: string, divisions: number, due: Minute) =>
    `${call}の御意見について、次の${divisions}課に照会する予定です。回答の期限は${datesJa.fullMinute(due)}です。照会票はまだ作っておりません。`,
  planLine: (division: string, items: readonly string[], besides: number, mail: boolean) =>
    `・${division}　${items.length}項目${besides === 0 ? '' : `（うち関係課として${besides}）`}：${and(items)}${mail ? '' : '　※名簿にメールアドレスがありません。メールは文面（.txt）だけを作ります。'}`,
  acceptWrite: '照会票を作るときは、--accept と --out を付けてもう一度実行してください。',
  nothingToAsk: (call: string) => `${call}には、新たに照会する項目がありません。`,
  written: (call: string, inquiries: number) =>
    `${call}の御意見について、${inquiries}件の照会を記録しました。メールはお送りしておりません。作った照会票とメールを御確認の上、お送りください。`,
  writtenLine: (id: string, division: string, items: number, due: Minute) =>
    `・照会番号${id}　${division}　${items}項目　回答期限 ${datesJa.fullMinute(due)}`,
  left: (items: readonly string[], why: LeftOut['why'], division: string | null): string => {
    const which = `・${and(items)}：`
    switch (why) {
      case 'no-answer':
        return `${which}回答不要のため、含めておりません。`
      case 'together':
        return `${which}他の項目とまとめて回答するため、含めておりません。`
      case 'checked':
        return `${which}回答案が事務局内で確認済みのため、含めておりません。`
      case 'no-division':
        return `${which}担当課が決まっていないため、含めておりません。「queue assign」で担当課を決めてください。`
      case 'not-on-roster':
        return `${which}担当課「${division}」がこの年度の名簿にないため、含めておりません。「roster import」で課を加えるか、「queue assign」で担当課を改めてください。`
      case 'outstanding':
        return `${which}${division}に照会中のため、含めておりません。`
      case 'answered':
        return `${which}${division}から回答済みのため、含めておりません。`
    }
  },
  leftLead: '次の項目は照会票に含めておりません。',
  named: (items: readonly string[]) =>
    `${and(items)}の文面（回答案を含みます）に、委員のお名前と同じ文字があります。お送りする前に照会票を御確認ください。`,

  list: (number: number) => `庁内照会は次の${number}件です。`,
  listNone: '庁内照会はまだありません。',
  listLine: (id: string, call: string, division: string, at: Minute, due: Minute, overdue: boolean) =>
    `・照会番号${id}　${call}　${division}　${datesJa.day(at.slice(0, 10))}照会　期限 ${datesJa.minute(due)}${overdue ? '（期限超過）' : ''}`,
  listCounts: (answered: number, items: number, awaited: readonly string[], reminded: Minute | null) =>
    `　回答${answered}／${items}項目${awaited.length === 0 ? '' : `、未回答${awaited.length}：${and(awaited)}`}${reminded === null ? '' : `、催促 ${datesJa.day(reminded.slice(0, 10))}`}`,

  reminded: (number: number) =>
    `回答をいただいていない${number}件の照会について、催促のメールを用意しました。メールはお送りしておりません。御確認の上、お送りください。`,
  remindedLine: (id: string, division: string, items: readonly string[]) =>
    `・照会番号${id}　${division}　未回答${items.length}：${and(items)}`,
  nobodyToRemind: '回答をお待ちしている照会はありません。',
  shown: (id: string, division: string) => `照会番号${id}（${division}）の照会票とメールです。`,
  progress: (done: number, all: number) => `照会票とメールを作成しています（${done}／${all}件）。`,
  file: (path: string) => `書き出しました：${path}`,
  renamed: (path: string, wanted: string) =>
    `書き出しました：${path}（${wanted}は既にありますので、別の名前にしました）`,

  takePreview: (id: string, division: string) =>
    `照会番号${id}（${division}）の回答を読み取りました。まだ取り込んでおりません。`,
  taken: (id: string, division: string, answered: number) =>
    answered === 0
      ? `照会番号${id}（${division}）のファイルを受け取りました。取り込んだ回答はありません。`
      : `照会番号${id}（${division}）の回答を取り込みました（${answered}項目）。`,
  takenBefore: (id: string, division: string, at: Minute, by: string) =>
    `このファイルは、照会番号${id}（${division}）の回答として${datesJa.fullMinute(at)}に${by}が取り込み済みです。何も変えておりません。`,
  takeHere: 'まだ取り込んでおりません。内容に相違がなければ、「取り込む」を押してください。',
  replaceHere: (items: readonly string[]) =>
    `${items.join('、')}を差し替えるときは、「取り込む」の中でお選びください。`,
  acceptTake: '取り込むときは、--accept を付けてもう一度実行してください。',
  nothingToTake: '取り込む回答はありません。',
  fates: {
    new: '新しい回答',
    changed: '差し替わる回答',
    unchanged: 'いまの回答案と同じ回答',
    beside: '版として残す回答（主担当課又は事務局の回答案が優先します）',
    empty: '回答の記入がない項目',
    'no-row': 'ファイルに行がない項目',
  } satisfies Record<Exclude<Fate['kind'], 'kept' | 'unresolved' | 'closed'>, string>,
  kept: {
    written: '照会の後に事務局の回答案が書かれているため、取り込まない回答',
    checked: '事務局内で確認済みのため、取り込まない回答',
    'no-answer': '回答不要とされているため、取り込まない回答',
    together: '他の項目とまとめて回答することとされているため、取り込まない回答',
  } satisfies Record<Why<'kept'>, string>,
  replaceHint: (items: readonly string[]) =>
    `差し替えるときは、${items.map((item) => `--replace ${item}`).join(' ')} を付けてもう一度実行してください。`,
  unresolved: {
    unknown: 'ほかの行と同じとの回答ですが、その行が見当たりません',
    ambiguous: 'ほかの行と同じとの回答ですが、並べ替え等のためどの行か定まりません',
    circular: 'ほかの行と同じとの回答ですが、互いを指しています',
    empty: 'ほかの行と同じとの回答ですが、その行に記入がありません',
    'not-taken': 'ほかの行と同じとの回答ですが、その行の回答を取り込みません',
  } satisfies Record<Why<'unresolved'>, string>,
  unresolvedHint: '受付番号（「R8-003-1と同じ」）又は回答の文そのものを記入いただき、もう一度読み込んでください。',
  closed: {
    'unknown-item': '消去された項目',
    'item-gone': '分け方が変わり、なくなった項目',
    'item-withdrawn': '取り下げられた項目',
    'item-shared': '委員に共有済みの項目',
  } satisfies Record<Why<'closed'>, string>,
  section: (title: string, number: number) => `【${title}】${number}項目`,
  answerLine: (item: string, cell: string | null, same: string | null, taken: boolean, outdated: boolean) =>
    `・${item}${cell === null ? '' : `（${cell}）`}${same === null ? '' : `　${same}と同じとの回答です。${taken ? '' : '取り込むと、'}${same}とまとめて回答します。`}${outdated ? '　照会の後に御意見が修正されています（旧版に対する回答案）。' : ''}`,
  before: '　いまの回答案：',
  after: '　課の回答：',
  remark: '　備考：',
  altered: (items: readonly string[]) =>
    `${and(items)}は、ファイルの御意見欄の文面が、お送りしたものと異なります。委員の文面は変わりません。回答が元の御意見に対するものか御確認ください。`,
  loose: (cells: readonly string[]) =>
    `${and(cells)}に記入がありますが、同じ行に受付番号がないため読み取っておりません。`,
  faultsLead: '次の点が直るまで、このファイルは取り込めません。直した上で、もう一度読み込んでください。',
  faults: {
    'unknown-receipt': (cell: string, receipt: string) =>
      `・${cell}：受付番号「${receipt}」は、この照会にありません。受付番号を元に戻してください。`,
    twice: (item: string, cells: readonly string[]) =>
      `・${item}の行が複数あり、回答が異なります（${and(cells)}）。一つにしてください。`,
    formula: (cell: string, item: string) =>
      `・${cell}（${item}）：数式が入っています（#REFなど、計算できない数式の跡を含みます）。値（文字）に置き換えてください。`,
    'too-long': (cell: string, item: string) => `・${cell}（${item}）：回答が1万字を超えています。短くしてください。`,
  },

  refused: {
    'not-staff': officeJa.refused['not-staff'],
    'unknown-call': officeJa.refused['unknown-call'],
    'deadline-past': officeJa.refused['deadline-past'],
    'closed-day': (day: Day, offered: Day) => officeJa.refused['closed-day'](day, offered),
    'no-divisions': (year: number) =>
      `${year}年度の担当課が名簿に登録されていません。「roster import」で登録してください。`,
    'unknown-division': (names: readonly string[], year: number, known: readonly string[]) =>
      `「${names.join('」「')}」は、${year}年度の担当課に見当たりません。名簿にあるのは、${and(known)}です。この中から指定するか、「roster import」で加えてください。`,
    'no-such-inquiry': (id: string) => `照会番号${id}の照会は見当たりません。「inquiry list」で番号を御確認ください。`,
    'not-ours':
      'このファイルには照会番号が見当たりません。事務局からお送りした照会票に記入したものか御確認ください。別の表に書き写したときは、照会番号の行も写してください。',
    'several-inquiries':
      'このファイルには異なる照会番号が複数あります。照会票ごとのファイルに分けて、一つずつ読み込んでください。',
    'other-committee': (committee: string) =>
      `このファイルは別の会議（${committee}）の照会票です。その会議の事務局にお渡しください。`,
    'unknown-inquiry': (id: string) =>
      `照会番号${id}の照会は、この記録に見当たりません。「inquiry list」で番号を御確認ください。`,
    'inquiry-over': (id: string) =>
      `照会番号${id}は前の回の照会で、回答を待つ項目が残っていません。今回の照会票に記入されたファイルか御確認ください。`,
    'replace-unknown': (items: readonly string[]) =>
      `${and(items)}は、この照会の項目にありません。受付番号を御確認ください。`,
    unread: 'このファイルからは、何も読み取っておりません。',
    unreadable: {
      ...filesJa,
      'not-a-workbook':
        'Excelのファイル（.xlsx）ではありません。お送りした照会票をExcel ブックのまま保存したファイルをお使いください。',
      'no-columns':
        '照会番号はありますが、「受付番号」と「考え方（案）」の見出しが見当たりません。見出しの行を元に戻してください。',
      'columns-twice':
        '「受付番号」又は「考え方（案）」の見出しが同じ表に複数あります。取り込む欄だけにその見出しを付けてください。',
      'too-many-rows': '行が多すぎます。照会票にない行を除いて保存し直してください。',
    } satisfies Record<FileProblem, string>,
  },
}
