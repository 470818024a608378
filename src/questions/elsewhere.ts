import { foldedText } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'
import { talk } from './vocabulary.ts'

/** Prefectures and large cities. Names that are common words or surnames too stand with their 県 or 市. */
const places =
  '青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川県|福井|山梨|長野|岐阜|静岡|愛知|三重県|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口県|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分県|宮崎|鹿児島|沖縄|仙台|横浜|川崎|相模原|名古屋|神戸|堺市|北九州|浜松|さいたま|旭川|函館|釧路|帯広|盛岡|金沢|高松|松山|那覇|姫路|倉敷|久留米|tokyo|osaka|kyoto|nagoya|yokohama|fukuoka|sendai|kobe|hiroshima|okinawa|asahikawa|hakodate|kawasaki|saitama|nagano|niigata|kumamoto|kagoshima'
/** A place is not what 「熊本地震」 is about. */
const placeNamed = new RegExp(`(?:${places})(?!地震|大震災|earthquake)`, 'gu')

/** 「何々市の」: somebody's own matter. */
const municipality = /([\p{Script=Han}\p{Script=Katakana}ー]{2,})[市町村]の/gu
/** What stands before 市, 町 or 村 and is no name: 各市町村, 他市, 政令市, 近隣市, 見本市. */
const generic =
  /(?:[市町都各他同両全]|近隣|隣接|隣|周辺|近郊|連携|構成|関係|関連|加盟|参加|対象|該当|当該|政令|指定|中核|中枢|中心|圏域|圏内|地域|道内|県内|府内|国内|海外|合併|姉妹|友好|先進|先行|類似|規模|実施|城下|門前|宿場|温泉|田舎|農山漁|選手|見本|産|産物|直売|即売|産直|青空|骨董)$/u
/** 「都市圏ビジョン懇談会の意見は」: a body by its name, not 次回懇談会. */
const body = /[\p{Script=Han}\p{Script=Katakana}ー]{2,}(?<![回各当本]|有識者)懇談会/gu
/** 「…を始めたのは何々市の事業でしたな」: what is asked is whether it was there. */
const isPremise = (before: string, after: string) =>
  /[はがをも]/u.test(before) && /^[^はがをも、。?]*(?:です|でし|だ|なん|なの|である)/u.test(after)

/** Whether a question is about some other town's matter: it names a place, or a body, that neither the record nor the committee's own names have. */
export function isElsewhere(text: string, { passages, names: { own: ownNames } }: PreparedRecord): boolean {
  const isKnown = (place: string) =>
    ownNames.some((name) => name.includes(place)) ||
    passages.some(({ text: own }) => own.normal.includes(place) || own.en.includes(place))
  const named = foldedText(text).match(placeNamed) ?? []
  if ([...named, ...(text.match(body) ?? [])].some((name) => !isKnown(name))) return true
  return [...text.matchAll(municipality)].some(({ 0: whole, 1: run = '', index }) => {
    // Nothing parts words: any end of the run may be the name.
    const ends = [...run].map((_, at) => [...run].slice(at).join('')).filter((end) => end.length >= 2)
    return (
      !generic.test(run) &&
      !ends.some((end) => talk.has(end) || isKnown(end)) &&
      !isPremise(text.slice(0, index), text.slice(index + whole.length))
    )
  })
}
