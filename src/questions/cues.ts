/** What a question asks for, as far as its wording shows it; several at once are usual. */
export type Cue =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'give-opinion'
  | 'reason'
  | 'rating'
  | 'status'
  | 'meaning'
  | 'indicator'
  | 'title'
  | 'number'
  | 'area'
  | 'list'
  | 'count'
  | 'compare'
  | 'who-said'
  | 'response'
  | 'opinions'
  | 'source'
  | 'agenda'
  | 'meeting'
  | 'decided'
  | 'confirm'
  | 'each'
  | 'figures'
  | 'which-document'
  | 'remaining'
  | 'refers-back'

/** Wordings by cue, on `normalText` from which the names of projects and the like were taken out. Universal language, no committee's words. */
const wordings: Readonly<Record<Cue, RegExp>> = {
  greeting:
    /^(?:こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|初めまして|よろしく(?:お願いします)?|もしもし|どうも|hello|hi|hey|good (?:morning|afternoon|evening))[\s、。!！,.]*(?:there|bot)?[。.!！]*$/u,
  thanks:
    /^(?:(?:どうも)?ありがとう(?:ございま(?:す|した))?|有難う.*|助かりました|了解(?:です|しました)?|わかりました|分かりました|thank(?:s| you).{0,20}|ok(?:ay)?|got it)[。.!！]*$/u,
  help: /^(?:help|ヘルプ|へるぷ|使い方|つかいかた|\?|？)$|使い方|何が(?:できる|聞ける|きける)|なに(?:が)?できる|どう使|どうやって使|何を(?:聞|き)け(?:ば|る)|what can (?:you|i) (?:do|ask)|how (?:do|can) i use (?:this|you)/u,
  'give-opinion':
    /^(?:御|ご)?意見$|^my opinion$|意見(?:が|を|も)?(?:言い|いい|出し|だし|述べ|送り|申し|提出し|伝え)(?:上げ)?たい|意見(?:が)?あります|意見を(?:出す|送る|提出する)(?:に|方)|(?:give|submit|send|file|express|share) (?:an|my|our) opinions?/u,
  reason:
    /なぜ|何故|りゆう|何ゆえ|なにゆえ|なんで(?!しょ|す|した)|何で(?!しょ|す|した|あ)|どうして(?![るいま])|理由|わけ(?![にが])|訳(?:は|を|が|って|で)|経緯|いきさつ|根拠|背景|何のため|なんのため|原因|理屈|どういうこと|ゆえ|せい(?:で|だ)|論拠|何のため|for what purpose|何がいい|何が良い|\bwhy\b|reason|how come|\bbecause\b|what (?:caused|made|makes)|what is the (?:basis|purpose)|on what grounds/u,
  rating:
    /\bits (?:mark|symbol|sign)\b|評価(?!指標|基準)|評価記号|(?:何|どの|どんな)の?(?:記号|印|マーク)|(?:what|which) (?:symbol|mark|sign)\b(?!.*(?:mean|stand))|判定|評点|評定|採点|格付|ランク|成績|\brat(?:ed?|ings?)\b|\bgrad(?:ed?|es|ing)\b|\bscored?\b|\bevaluat(?:ed?|ion)\b|\bassess(?:ed|ment)?\b/u,
  status:
    /達成(?:状況|度|率|具合)|進捗|進み具合|状況(?=は|を|[?？]|$)|進行状況|実施状況|どこまで進|出来具合|\bprogress\b|\bachieve(?:d|ment)?\b|\bstatus\b|\bcomplet(?:ed?|ion)\b/u,
  meaning:
    /のことですか|ということですか|意味|同じ(?:こと|です|か)|(?:とは|って)(?:何|なに|なん)(?:です|でしょ|の(?:こと|意)|[?？]|$)|どういう(?:記号|印)|何を(?:表|あらわ|指)|なにを(?:表|あらわ)|何の(?:印|記号|マーク)|(?:記号|印|マーク)の?(?:説明|定義|基準)|凡例|の定義|(?:評価|判定)基準|(?:つまり|イコール)|\bmean(?:s|ing)?\b|stands? for|\blegend\b|definition|\bsymbol\b/u,
  indicator: /指標|ものさし|物差し|\bindicators?\b|\bkpis?\b|\bmetrics?\b/u,
  title:
    /事業名|取組名|取り組み名|正式(?:な)?名|タイトル|題名|の(?:事業|取組|取り組み)(?:だ|でし|です|で(?:合|い))|件名|名前|名称|何という(?:事業|取組|取り組み|名)|なんという(?:事業|名)|(?:何|なん)の(?:事業|取組|取り組み)(?:です|でしょ|だっけ|だった|か|\?|$)|(?:どの|どれが)(?:事業|取組|取り組み)|\btitle\b|\bcalled\b|\bnames?\b|which project|what project/u,
  number:
    /何番|なんばん|番号|ナンバー|(?:no|№)\.?(?:は|を|って)|which number|what number|the number of (?:the|this|that) project|project number/u,
  area: /政策分野|分野|政策の柱|柱|\bpillars?\b|policy areas?|(?:which|what) areas?\b|\bareas? \d/u,
  list: /全部|ぜんぶ|すべて|全て|一覧|列挙|挙げ|漏れなく|もれなく|リスト|どれと|どの(?:件|項目|意見|回答)(?:です|で|が|か|$|\?)|何と何|なにとなに|それぞれ|洗い出|一通り|ひととおり|箇条書|まとめて|ざっと|ずつ|順に|どこどこ|事業ごと|並べ|どれ(?:です|が|か|だ|$|\?)|どの事業|どんな事業|何があ|なにがあ|\blist\b|\ball\b|\beach\b|\bevery(?:thing)?\b|\bwhich (?:projects|ones|policy areas|areas)\b|\bwhat are\b/u,
  count: /何件|なんけん|いくつ|幾つ|何個|何事業|なん事業|事業数|件数|何種類|how many|number of/u,
  compare: /(?<!間)違い|(?<!ま)ちがい|比べ|くらべ|比較|対比|差(?:は|が)|compar|difference|versus|\bvs\b|both/u,
  'who-said':
    /(?:誰|だれ|どなた)(?![とにへ])|どちらの(?:発言|意見|言葉|数字)|どっちが(?:言|い)|発言者|言い出し|\bwho\b|\bwhose\b|come from|came from/u,
  response:
    /考え方|どうする(?:ん|の|つもり|予定|気)|今後(?:は|の(?:対応|方針|予定))?[、]?どう|what was answered|やり取り|やりとり|両方|双方|(?:事務局|市)も|事務局側|(?:事務局|市側?|行政|役所)(?:の|から(?:の)?)(?:コメント|反応|意見|発言|返し)|回答|返答|返事|答え(?!て)|応答|見解|(?:市|事務局|行政|役所|担当課|市役所)(?:側)?(?:として)?(?:は|の|も|では)?(?:[^。、?？]{0,12})?(?:考え|方針|対応|どう|何と|なんと|何て|なんて|スタンス|姿勢|言っ|述べ|説明)|(?:市|事務局|行政|役所)(?:側)?が(?:[^。、?？]{0,20})?(?:示し|出し|挙げ|述べ|言っ|答え|回答)|市としては|市側|市の側|(?:city|secretariat|government|office)(?:'s)?(?: side)?[^.?]{0,24}(?:answer|respon|repl|say|said|think|do\b|doing|plan|view|stance|agree|position)|\brepl(?:y|ies|ied)\b|\brespon(?:se|ses|ded|d)\b|what (?:did |does |do )?(?:the )?(?:city|secretariat|government)|\b(?:the|its|their|any) answers?\b|\bboth sides\b/u,
  opinions:
    /what was asked|(?<!事務局の|市の|市側の|行政の|役所の)(?:意見|コメント|発言)|やり取り|やりとり|両方|双方|委員も|委員側|\bboth sides\b|委員(?:さん|の方)?(?:たち|ら)?(?:は|が|の|から|側)|指摘|挙が(?:って|った)|要望|提案|声(?:が|を|は|も)|評し|\bopinions?\b|\bmembers?\b|\bcomments?\b|\bsuggest/u,
  source:
    /出典|ソース|何ページ|なんページ|何頁|どのページ|どの頁|記載箇所|引用元|どこに(?:書|か|載|の|あ)|どこの(?:欄|ページ)|どの資料|(?:原文|該当箇所)(?:は|を|見)|\bsource\b|where (?:is|was|does) (?:it|this|that) (?:say|written|said|stated|come)|(?:which|what) page|\bcitation\b/u,
  agenda: /議題|アジェンダ|議事次第|\bagenda\b/u,
  meeting:
    /第何回|何年度の(?:第|懇談会|会議|資料|もの)|いつの(?:会議|懇談会|資料|別紙|文書)|どの(?:会議|懇談会|回)の|何回目|which meeting|what meeting|which fiscal year/u,
  decided:
    /決ま|決め(?:た|て)|中止|取りやめ|取り止め|\bcancel(?:led|ed)?\b|決定|確定|約束|(?:開催|実施|開か)(?:され|する)(?:る)?(?:こと)?(?:に|って|んで|の(?:です|は|が)|そう)|やることに|やると|実現(?:する|した)|\bdecided?\b|\bpromised?\b|\bconfirmed\b|\bscheduled\b|\bwill be held\b|\bgoing to\b|^will (?:the|it|there|they)\b|(?:開催|実施|販売|開か|行わ)(?:され|し|れ)ますか|\bfinal(?:i[sz]ed)?\b|\bsettled\b|\bofficial(?:ly)?\b(?! in)/u,
  confirm:
    /(?:です|でした|ます|ました|だ|った|た|る|の|ん)よ?[ねな](?:[?？。、]|$|え)|でしょう?(?:[?？。]|$)|だろ|合って|あって(?:ます|る)|大丈夫|よろしい(?:です|でしょ)?か|で(?:いい|良い)(?:です|でしょ|の)|本当|ほんと|間違いな|相違な|正しい|という(?:こと|意味|理解)(?:です|で(?:いい|よろ|よ))|(?:です|ます)(?:か)?って|っけ[?？。]|らしい|そうです(?:ね|が)|聞(?:いた|きました)|って(?:ことで|本当)|\bright\?|, (?:yes|no|ok)\?|(?:did|does|was|were|is|are|has|have|would)n't (?:it|they|he|she|there)\?|am i right|isn't it|aren't they|correct\?|is it (?:true|so|correct)|i heard|\bconfirm\b|^so\b/u,
  each: /それぞれ|ずつ|事業ごと|\beach\b/u,
  figures: /数字|数値|データ|人数など|\bfigures\b|\bnumbers\b|\bstatistics\b/u,
  'which-document':
    /(?:どの|どれの|何の|なんの|なんという|どういう)(?:資料|文書|書類)|資料の?(?:何番|番号|名)|(?:which|what) (?:material|document|handout)/u,
  remaining:
    /残り|のこり|その他|ほかの|他の|あとの|もう(?:1|一|ひと)つ|もう片方|別の(?:もの|事業|分野)|\bothers?\b|\bremaining\b|\brest\b|the other/u,
  'refers-back':
    /^(?:で|じゃ(?:あ)?|では|それ|その|そこ|これ|この|あれ|あの|うち|同じ|ちなみに|なら|だったら|ほか|もう|一方)|それ|その(?!他)|そのうち|うち(?=圏域|市)|じゃあ|\b(?:it|its|that|this|they|them|their|those|these|the first|the second|the third|the other|he|she)\b|^(?:and|but|so|then|what about|how about)\b/u,
}

/** Finds what a text asks for. */
export function findCues(text: string): ReadonlySet<Cue> {
  const found = new Set<Cue>()
  for (const [cue, wording] of Object.entries(wordings) as [Cue, RegExp][]) if (wording.test(text)) found.add(cue)
  return found
}
