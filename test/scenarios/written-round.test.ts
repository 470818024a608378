import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, it } from 'vitest'
import type { Minute } from '../../src/opinions/day.ts'
import { readDocx } from '../support/read-docx.ts'
import { openRoundOffice } from '../support/round-office.ts'
import { seedRows } from '../support/seed-round.ts'
import { openSlackRound } from '../support/slack-round.ts'
import { openTeamsRound } from '../support/teams-round.ts'
import { digestsOfTheRound } from './written-round-digests.ts'

const names = {
  ...{ aoki: '青木　一', ishida: '石田　二葉', ueno: '上野　三郎', eguchi: '江口　四季', ono: '大野　五月' },
  ...{ kato: '加藤　六花', kinoshita: '木下　七海', kudo: '工藤　八重', kondo: '近藤　九', saito: '斎藤　十和' },
  ...{
    sasaki: '佐々木　百',
    shimada: '島田　千里',
    sugimoto: '杉本　万里',
    sekiguchi: '関口　京',
    takahashi: '高橋　恒',
  },
} as const
type Who = keyof typeof names

const members = Object.entries(names).map(([id, name]) => ({
  ...{ id, name, title: '委員', mail: null },
  terms: [{ from: '2025-04-01', to: '2027-03-31' }],
}))
const staff = [
  { id: 'yamada', name: '山田　太郎', posts: [{ post: '係長', from: '2025-04-01', to: null }] },
  { id: 'kimura', name: '木村　桜', posts: [{ post: '主任', from: '2025-04-01', to: null }] },
]
const divisions = [
  { id: 'kankyo', name: '環境政策課', mail: 'kankyo@example.jp' },
  { id: 'nosei', name: '農政課', mail: 'nosei@example.jp' },
  { id: 'kosodate', name: '子育て支援課', mail: null },
]

const opinionOfSixBullets = seedRows[3]?.left.paragraphs ?? []
const bus = {
  opinion: '路線バスの減便への対応を、圏域で考えてほしい。',
  response: '路線バスの維持に向けて、圏域市町村との情報共有を進めてまいりたい。',
  question: '路線バスの減便への考え方は',
}
const rating = {
  opinion: '「情報共有・勉強会の実施」が×（未実施）であった理由を伺いたい。',
  same: '脱炭素の勉強会が行われなかったのはなぜか。',
  response: '情報共有を行ったが、脱炭素を主とした内容ではなかったため、未実施と評価したもの。',
}

/** What the secretariat answers itself. */
const own = {
  'R8-001-2': '達成不可となった理由や課題を探りながら、更なる取組の推進を図ってまいりたい。',
  'R8-001-3': '今後も圏域市町村と情報共有・連携しながら進めてまいりたい。',
  'R8-009-1': '圏域全体での連携の底上げに繋げてまいりたい。',
  'R8-010-1': '資料の記載を改める。',
  'R8-011-1': bus.response,
  'R8-012-1': '民間企業との連携強化を進めてまいりたい。',
}
const divisionsAnswers = {
  nosei: 'ニーズなどを把握した上で、実施に向けて検討してまいりたい。',
  kosodate: '保育の質の向上に努めているところ。',
}

/** `forms`: what members do in dialogs, where a face has them. */
type Office = Omit<Awaited<ReturnType<typeof openRoundOffice>>, 'letters' | 'desk'> &
  Partial<Pick<Awaited<ReturnType<typeof openTeamsRound>>, 'forms'>>
type People = Parameters<typeof openRoundOffice>[0]

/** Where the round is held: what people do and read is the same. */
const faces: readonly (readonly [string, (people: People, start: Minute) => Promise<Office>])[] = [
  ['the terminal', openRoundOffice],
  ['Slack over HTTP', async (people, start) => await openSlackRound('http', people, start)],
  ['Teams', openTeamsRound],
  ['Slack over Socket Mode', async (people, start) => await openSlackRound('socket', people, start)],
]

it.each(faces)(
  'a round in writing goes from the call to the published annex as the office does it, in %s',
  async (_, open) => {
    await using office = await open({ members, staff, divisions: { fiscalYear: 2026, divisions } }, '2026-08-17T08:30')

    await openCall(office)
    await fileTwelve(office)
    await handleItems(office)
    const sent = await askDivisions(office)
    await takeAnswers(office, sent)
    await checkTexts(office)
    await share(office)
    await publish(office)
    await office.goTo('2026-10-05T10:00')

    await compareAnnex(office)
    await compareDigests(office)
    expect(office.reports).toEqual([])
  },
)

async function openCall({ goTo, command }: Office): Promise<void> {
  await goTo('2026-08-17T10:00')
  const agenda = '--agenda 2025年度の連携事業の実施状況等について --agenda 次期ビジョンの策定について'
  const line = `/call open --id 2026-1 --name 令和８年度第１回 --form written ${agenda} --deadline 2026-08-28T17:00`

  expect(await command('yamada', line)).toBe(
    '令和８年度第１回（2026-1）の意見照会を始めました。お願いする委員は15名、提出期限 令和8年8月28日（金）17時です。',
  )
}

async function fileTwelve({ goTo, say, command, forms }: Office): Promise<void> {
  /** Files in the dialogue, word by word, or but for one in a form; the receipt. */
  const file = async (who: Who, subject: string, text: string, name: '載せない' | '載せる' = '載せない') => {
    if (forms !== undefined && who !== 'aoki') return await forms.file(who, subject, text, name)
    for (const said of ['意見', '1', subject, text, '以上', name]) await say(who, said)
    return await say(who, '1')
  }
  await goTo('2026-08-18T10:00')
  expect(await file('aoki', '全般', opinionOfSixBullets.join('\n'))).toBe(
    `御意見を承りました。ありがとうございます。受付番号：R8-001（令和８年度第１回、6項目）
受付日時：令和8年8月18日（火）10時
修正・取下げ：8月28日（金）17時まで、「R8-001」とお送りいただければ承ります。
今後：事務局が担当課に確認し、取りまとめの上、この場でお知らせいたします。`,
  )
  await goTo('2026-08-18T11:00')
  await file('ishida', 'No.34', rating.opinion)
  await goTo('2026-08-19T12:00')
  expect(await say('ueno', '意見なし')).toContain(
    '「意見なし」との御回答を承りました。ありがとうございます。受付番号：R8-003',
  )
  await goTo('2026-08-20T10:00')
  const fax = '--on-behalf eguchi --means fax --day 2026-08-19 --subject No.40 --yes'
  expect(
    await command('yamada', `/opinion submit ${fax} --text 特産物の展示販売を、7月の連休あたりに実現してもらいたい。`),
  ).toContain('令和8年8月19日（水）にファクスでいただいた御意見を、事務局が登録いたしました。受付番号：R8-004')
  await goTo('2026-08-20T21:14')
  await file('ono', 'No.40', '農産物の直売を増やしてほしい。')
  await goTo('2026-08-21T10:00')
  await file('kato', 'No.19', '待機児童だけでなく、保育の質も高めてほしい。')
  expect(await say('kato', '評価の基準は何ですか')).toContain('公表資料の中に見つけることができませんでした。')
  expect(await say('kato', '予算はいくらですか')).toContain('公表資料の中に見つけることができませんでした。')
  await goTo('2026-08-24T10:00')
  await file('kinoshita', '全般', '全体として、よくまとまっていると思う。')
  await goTo('2026-08-25T10:00')
  await file('kudo', 'No.34', rating.same)
  await goTo('2026-08-26T10:00')
  await file('kondo', '議題2', '災害時の連携を、もっと取り上げてもよい。', '載せる')
  await goTo('2026-08-27T10:00')
  await file('saito', '議題2', '家屋批准評価の説明が、分かりにくい。')
  await goTo('2026-08-28T16:30')
  await file('sasaki', '議題1', bus.opinion)
  await goTo('2026-08-31T10:00')
  expect(await file('shimada', '議題1', '締切りの後ですが、民間との連携を進めてほしい。')).toContain(
    '受付番号：R8-012（令和８年度第１回、1項目）\n受付日時：令和8年8月31日（月）10時（期限後）',
  )
}

async function handleItems({ goTo, say, sentTo, command, forms }: Office): Promise<void> {
  await goTo('2026-09-01T10:00')
  expect(await command('yamada', '/call close 2026-1')).toContain('締め切りました')
  for (const [project, division] of [
    ['34', '環境政策課'],
    ['40', '農政課'],
    ['19', '子育て支援課'],
  ])
    await command('yamada', `/queue table --project ${project} --division ${division}`)
  expect(await command('yamada', '/queue assign --from-table --call 2026-1')).toContain(
    '5項目（R8-002-1、R8-004-1、R8-005-1、R8-006-1、R8-008-1）について、表のとおり担当課を定めました。',
  )
  expect(await command('yamada', '/queue assign R8-001-2 --division 大阪課')).toBe(
    '「大阪課」という課は、2026年度の名簿に見当たりません。2026年度の担当課：環境政策課、農政課、子育て支援課',
  )
  expect(await command('yamada', '/queue dispose R8-001-1 R8-007-1 --none')).toContain('「回答不要」としました')
  expect(await command('yamada', '/queue group R8-001-3 R8-001-4 R8-001-5 R8-001-6')).toContain(
    '御意見はいずれもそのまま別紙に掲載します。',
  )
  await command('yamada', '/queue group R8-004-1 R8-005-1')
  const own = 'R8-001-2 R8-001-3 R8-009-1 R8-010-1 R8-011-1 R8-012-1'
  expect(await command('yamada', `/queue due ${own} --until 2026-08-31`)).toContain('既に過ぎています')
  await command('yamada', `/queue due ${own} --until 2026-09-09`)
  await command('yamada', '/queue note R8-009-1 --text 能登の対応も見る。')
  await command('yamada', '/queue ask R8-009-1 --text どの場面の連携についてですか。 --until 2026-09-02')
  await goTo('2026-09-01T14:00')
  expect(sentTo('kondo').at(-1)).toBe(
    `R8-009について、事務局から確認させていただきたいことがございます。
「どの場面の連携についてですか。」
恐れ入りますが、9月2日（水）までに、このままこちらへ御返信ください。御返信は追記としてお預かりし、元の文面は変わりません。`,
  )
  const reply = async () => {
    await say('kondo', '避難所への支援です。')
    return await say('kondo', 'はい')
  }
  expect(await (forms?.reply('kondo', '避難所への支援です。') ?? reply())).toBe(
    '御返信を承りました。R8-009への追記としてお預かりいたします。元の文面は変わりません。',
  )
}

/** Three divisions are asked by file; the folder of the files. */
async function askDivisions({ command, folder }: Office): Promise<string> {
  const out = folder('inquiries')
  const said = await command(
    'yamada',
    `/inquiry write --call 2026-1 --due 2026-09-10 --contact "企画課 山田（内線1234）" --out ${out} --accept`,
  )
  expect(said).toContain(`・照会番号2026-1.1　環境政策課　2項目　回答期限 令和8年9月10日（木）17時
・照会番号2026-1.2　農政課　1項目　回答期限 令和8年9月10日（木）17時
・照会番号2026-1.3　子育て支援課　1項目　回答期限 令和8年9月10日（木）17時`)
  const mail = readFileSync(join(out, '照会票_R8-1_農政課.txt'), 'utf8')
  expect(mail).toContain('農政課御担当者様')
  expect(mail).toContain('考え方（案）を御記入の上、9月10日（木）17時までに御回答願います。')
  return out
}

/** Fills in the file of a division as people do: the columns are wider then, and there is one more. */
async function fillIn(file: string, answers: Readonly<Record<string, string>>): Promise<string> {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(file)
  const sheet = book.worksheets[0] ?? expect.unreachable()
  const text = JSON.stringify(sheet.getSheetValues())
  for (const name of Object.values(names)) expect(text).not.toContain(name.split('　')[0])
  sheet.eachRow((row) => {
    const answer = answers[row.getCell(1).text]
    if (answer !== undefined) row.getCell(5).value = answer
    if (row.getCell(1).text === '受付番号') row.getCell(7).value = '起案者'
  })
  sheet.getColumn(5).width = 90
  await book.xlsx.writeFile(file)
  return file
}

async function takeAnswers({ goTo, command }: Office, folder: string): Promise<void> {
  const file = (division: string) => join(folder, `照会票_R8-1_${division}.xlsx`)
  await goTo('2026-09-03T10:00')
  for (const [item, text] of Object.entries(own)) await command('yamada', `/queue respond ${item} --text ${text}`)
  expect(await command('yamada', '/queue check R8-001-2 --response 1')).toContain(
    '確認は、ほかの方にお願いしてください。',
  )
  await goTo('2026-09-04T10:00')
  for (const item of Object.keys(own))
    expect(await command('kimura', `/queue check ${item} --response 1`)).toContain('事務局内で確認済みとしました')
  await goTo('2026-09-09T15:00')
  const nosei = await fillIn(file('農政課'), {
    'R8-004-1': divisionsAnswers.nosei,
  })
  expect(await command('yamada', `/inquiry take ${nosei}`)).toContain('まだ取り込んでおりません。')
  expect(await command('yamada', `/inquiry take ${nosei} --accept`)).toContain('取り込みました（1項目）')
  await goTo('2026-09-10T15:00')
  const kosodate = await fillIn(file('子育て支援課'), { 'R8-006-1': divisionsAnswers.kosodate })
  await command('yamada', `/inquiry take ${kosodate} --accept`)
  await goTo('2026-09-11T10:00')
  expect(await command('yamada', `/inquiry remind --out ${folder}`)).toContain(
    '・照会番号2026-1.1　環境政策課　未回答2：R8-002-1、R8-008-1',
  )
  await goTo('2026-09-14T10:00')
  const kankyo = await fillIn(file('環境政策課'), { 'R8-002-1': rating.response, 'R8-008-1': 'No.1と同じ' })
  expect(await command('yamada', `/inquiry take ${kankyo} --accept`)).toContain(
    'R8-002-1と同じとの回答です。R8-002-1とまとめて回答します。',
  )
  expect(await command('yamada', shareLine('2026-09-14'))).toContain(
    '取扱いや考え方が決まっていない項目（5）：R8-002-1、R8-004-1、R8-005-1、R8-006-1、R8-008-1',
  )
  for (const item of ['R8-002-1', 'R8-004-1', 'R8-006-1']) await command('kimura', `/queue check ${item} --response 1`)
}

const shareLine = (day: string) =>
  `/release share --call 2026-1 --decided ${day} --number 札まち第123号 --post まちづくり政策局長`
const publishLine = '/release publish --call 2026-1 --day 2026-10-01 --address https://www.city.example.jp/r8-1'

async function checkTexts({ goTo, say, sentTo, command, forms }: Office): Promise<void> {
  await goTo('2026-09-15T10:00')
  await command('yamada', '/release print R8-010-1 --text 家屋比準評価の説明が、分かりにくい。')
  await command('yamada', '/release check --call 2026-1 --until 2026-09-18')
  await goTo('2026-09-15T11:00')
  expect(sentTo('saito').at(-1)).toBe(
    `R8-010の御意見は、別紙に次の文面で掲載する予定です。御確認をお願いいたします。
お書きになった文面から、次のとおり改めます。
・「家屋批准評価の説明」は「家屋比準評価の説明」に改めます。
掲載する文面は次のとおりです。
「家屋比準評価の説明が、分かりにくい。」
このままでよろしければ「このままでよい」、直したいところがございましたら「直したいところがある」とお送りください。9月18日（金）までにお答えがない場合は、この文面のまま掲載いたします。`,
  )
  await goTo('2026-09-16T10:00')
  expect(await say('aoki', 'このままでよい')).toBe(
    'R8-001の文面をこのまま掲載することを承りました。ありがとうございます。',
  )
  const correction = '「説明」を「資料の説明」としてください。'
  if (forms !== undefined) await forms.correct('saito', correction)
  else for (const said of ['直したいところがある', correction, '1']) await say('saito', said)
  await goTo('2026-09-17T10:00')
  expect(await command('yamada', '/release show --call 2026-1')).toContain(
    '・R8-010　直したいところがあるとのお答え\n　「「説明」を「資料の説明」としてください。」',
  )
  await command('yamada', '/release print R8-010-1 --text 家屋比準評価の資料の説明が、分かりにくい。')
  await command('yamada', '/release check R8-010 --call 2026-1 --until 2026-09-18')
  await goTo('2026-09-17T12:00')
  expect(await say('saito', 'このままでよい')).toContain('R8-010の文面をこのまま掲載することを承りました。')
}

async function share({ goTo, say, ask, sentTo, command }: Office): Promise<void> {
  await goTo('2026-09-24T10:00')
  expect(await command('yamada', publishLine.replace('10-01', '09-24'))).toBe(
    '令和８年度第１回（2026-1）はまだ委員共有をしていません。先に「release share」を実行してください。',
  )
  expect(await say('sugimoto', bus.question)).not.toContain(bus.response)
  expect(await command('yamada', shareLine('2026-09-24'))).toContain(
    '令和８年度第１回（2026-1）の別紙（11件）を委員共有としました。委員15名へお知らせします。',
  )
  await goTo('2026-09-24T11:00')
  expect(sentTo('ishida').at(-1)).toBe(
    `R8-002の御意見について、考え方を取りまとめましたのでお知らせいたします。
【御意見】「${rating.opinion}」
【事務局の考え方】「${rating.response}」
公表前（委員限り）：市ホームページへの掲載までは、お取扱いに御配慮をお願いいたします。
この考え方についてのお尋ねは、「R8-002」とお送りいただき、「事務局に質問する」をお選びください。別紙の全体は「別紙」とお送りいただくと御覧いただけます。`,
  )
  expect(sentTo('kinoshita').at(-1)).toContain('承りました御意見として別紙に掲載いたします。個別の回答はございません。')
  expect(sentTo('takahashi').at(-1)).toContain('「別紙」とお送りいただくと御覧いただけます。')
  expect(await say('sugimoto', bus.question)).toBe(
    `事務局は次のとおり回答しています。
【事務局の考え方】「${bus.response}」
出典：令和８年度第１回 別紙 2ページ 上から8つ目の欄（右）　公表前（委員限り）`,
  )
  for (const answer of [await say('stranger', bus.question), ask(bus.question), await say('stranger', '別紙')]) {
    expect(answer).not.toContain('路線バスの維持')
    expect(answer).not.toContain('令和８年度第１回')
  }
}

async function publish({ goTo, say, ask, command }: Office): Promise<void> {
  await goTo('2026-10-01T10:00')
  expect(await command('yamada', publishLine)).toContain(
    '令和８年度第１回（2026-1）の別紙（11件）を公表済みとしました（令和8年10月1日（木）　https://www.city.example.jp/r8-1）。',
  )
  for (const answer of [await say('stranger', bus.question), ask(bus.question)])
    expect(answer).toBe(
      `事務局は次のとおり回答しています。
【事務局の考え方】「${bus.response}」
出典：令和８年度第１回 別紙 2ページ 上から8つ目の欄（右）`,
    )
  expect(await say('ishida', 'R8-002')).toContain('公表済み')
  const history = await command('kimura', '/queue show R8-010-1')
  expect(history).toContain('斎藤　十和（saito）')
  expect(history).toContain('委員　掲載する文面の確認に答えた（直したいところがある）')
  expect(history).not.toMatch(/[a-z]-[a-z]/u)
}

/** Every cell as another program reads it; no name in it, although one of the members lets his be printed. */
async function compareAnnex({ command, folder }: Office): Promise<void> {
  const file = join(folder('annex'), '別紙.docx')
  const said = await command('yamada', `/annex --call 2026-1 --format docx --out ${file}`)
  const { before, tables } = await readDocx(readFileSync(file))

  expect(said).toContain(
    '令和８年度第１回（2026-1）の別紙（令和8年9月24日（木）決裁）　御意見11件（16項目）、考え方9件、2ページ',
  )
  expect(before).toEqual([
    '別紙',
    '令和８年度第１回　さっぽろ連携中枢都市圏ビジョン懇談会の御意見等について',
    '議題　・2025年度の連携事業の実施状況等について',
    '　　　・次期ビジョンの策定について',
  ])
  const cells = tables.map((table) =>
    table.map((row) => row.map(({ paragraphs, rowspan }) => [paragraphs, rowspan] as const)),
  )
  const cell = (paragraphs: readonly string[], rows = 1) => [paragraphs, rows] as const
  const row = (opinion: string, response: string | null, rows = 1) => [
    cell([`・${opinion}`]),
    cell([response === null ? '' : `・${response}`], rows),
  ]
  const head = [cell(['御意見']), cell(['御意見に対する考え方等について'])]
  // The first opinion is longer than its page: its last bullet goes on where the next begins.
  const last = opinionOfSixBullets.at(-1) ?? ''
  const rest = cells[1]?.[1]?.[0]?.[0][0] ?? ''
  expect(rest).toMatch(/^化が期待でき/u)
  expect(cells[0]).toEqual([
    head,
    [
      cell([...opinionOfSixBullets.slice(0, -1), last.slice(0, -rest.length)]),
      cell([`・${own['R8-001-2']}`, `・${own['R8-001-3']}`]),
    ],
  ])
  expect(cells[1]).toEqual([
    head,
    [cell([last.slice(-rest.length)]), cell([''])],
    row(rating.opinion, rating.response, 2),
    [cell([`・${rating.same}`])],
    row('特産物の展示販売を、7月の連休あたりに実現してもらいたい。', divisionsAnswers.nosei, 2),
    [cell(['・農産物の直売を増やしてほしい。'])],
    row('待機児童だけでなく、保育の質も高めてほしい。', divisionsAnswers.kosodate),
    row('全体として、よくまとまっていると思う。', null),
    row('災害時の連携を、もっと取り上げてもよい。', own['R8-009-1']),
    row('家屋比準評価の資料の説明が、分かりにくい。', own['R8-010-1']),
    row(bus.opinion, bus.response),
    row('締切りの後ですが、民間との連携を進めてほしい。', own['R8-012-1']),
  ])
  expect(cells).toHaveLength(2)
  const text = JSON.stringify(cells)
  for (const name of Object.values(names)) expect(text).not.toContain(name.split('　')[0])
}

/** All digests as they read; each check value is one that the audit chain has. */
async function compareDigests({ digests, verify }: Office): Promise<void> {
  const values = digests().map((text) => /照合値 ([0-9a-f]{6})$/u.exec(text)?.[1] ?? text)

  expect(digests().map((text) => text.replace(/照合値 [0-9a-f]{6}$/u, '照合値 ……'))).toEqual(digestsOfTheRound)
  expect(new Set(values).size).toBe(values.length)
  expect(await verify(values)).toBe('verified')
}
