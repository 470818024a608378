import { foldedText } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'

/** Prefectures and large cities. Names that are common words or surnames too stand with their 県 or 市. */
const places =
  '青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川県|福井|山梨|長野|岐阜|静岡|愛知|三重県|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口県|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分県|宮崎|鹿児島|沖縄|仙台|横浜|川崎|相模原|名古屋|神戸|堺市|北九州|浜松|さいたま|旭川|函館|釧路|帯広|盛岡|金沢|高松|松山|那覇|姫路|倉敷|久留米|tokyo|osaka|kyoto|nagoya|yokohama|fukuoka|sendai|kobe|hiroshima|okinawa|asahikawa|hakodate|kawasaki|saitama|nagano|niigata|kumamoto|kagoshima'
/** A place is not what 「熊本地震」 is about. */
const placeNamed = new RegExp(`(?:${places})(?!地震|大震災|earthquake)`, 'gu')

/** Whether a question is about some other town's matter: it names a place that neither the record nor the committee's own names have. */
export function isElsewhere(text: string, { passages, ownNames }: PreparedRecord): boolean {
  const named = foldedText(text).match(placeNamed) ?? []
  return named.some(
    (place) =>
      !ownNames.some((name) => name.includes(place)) &&
      !passages.some(({ text: own }) => own.normal.includes(place) || own.en.includes(place)),
  )
}
