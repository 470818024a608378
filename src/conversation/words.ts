import { type Language, normalText } from '../questions/normal-text.ts'
import type { Action, ActionName } from './turn.ts'

type Word = { readonly action: ActionName; readonly language: Language }

const words: Readonly<Record<Language, readonly (readonly [ActionName, readonly string[]])[]>> = {
  ja: [
    ['source', ['出典', '出典は', '出典を見る']],
    ['about-answer', ['この回答について', 'この回答は', 'この回答']],
    ['opinion', ['意見', '御意見', 'ご意見', '意見を書く', '意見を出す', '意見を送る', '代理登録']],
    ['text-done', ['以上', '以上です']],
    ['references', ['見る']],
    ['edit', ['直す']],
    ['file', ['提出', '提出する']],
    ['file-whole', ['分けずに提出する']],
    ['stop', ['やめる', 'やめます', '中止', 'キャンセル']],
    ['continue', ['続き', '続ける', 'つづき']],
    ['discard', ['破棄', '破棄する']],
    ['withdraw', ['取下げ', '取り下げ', '取り下げる', '取下げる']],
    ['none', ['意見なし', '意見無し', '意見はありません']],
    ['mine', ['状況', '提出状況', '受付状況']],
    ['proof', ['文面', '文面の確認', '文面を見る']],
    ['proof-agree', ['このままでよい', 'このままでよいです', 'このままで結構です', 'このままでお願いします']],
    ['proof-correct', ['直したいところがある', '直したいところがあります']],
    ['annex', ['別紙', '別紙を見る']],
    ['ask-secretariat', ['事務局', '事務局に質問', '事務局に質問する', '事務局に聞く']],
  ],
  en: [
    ['source', ['source', 'sources']],
    ['about-answer', ['about this answer', 'about the answer']],
    ['opinion', ['opinion', 'give an opinion']],
    ['text-done', ['done', 'that is all']],
    ['references', ['show']],
    ['edit', ['edit', 'change']],
    ['file', ['submit']],
    ['file-whole', ['submit as one', 'submit unsplit']],
    ['stop', ['stop', 'cancel']],
    ['continue', ['continue', 'resume']],
    ['discard', ['discard']],
    ['withdraw', ['withdraw']],
    ['none', ['no opinion', 'no comment', 'no opinions']],
    ['mine', ['status', 'my opinions', 'my submissions']],
    ['proof', ['text check', 'proof']],
    ['proof-agree', ['print it so', 'it may be printed so']],
    ['proof-correct', ['correct it']],
    ['annex', ['annex', 'the annex']],
    ['ask-secretariat', ['ask the secretariat', 'secretariat']],
  ],
}

const byForm: ReadonlyMap<string, Word> = new Map(
  (['ja', 'en'] as const).flatMap((language) =>
    words[language].flatMap(([action, forms]) => forms.map((form) => [form, { action, language }] as const)),
  ),
)

/** The action that a whole message stands for: what a button does, a word does too. */
export function findWord(text: string): Word | undefined {
  return byForm.get(bare(text))
}

/** Whether a message ends or leaves a text that is being written; every other word is part of it. */
export function endsText(text: string): boolean {
  const action = findWord(text)?.action
  return action === 'text-done' || action === 'stop' || action === 'continue'
}

/** Which of the choices shown last a message means: its number, or はい and いいえ where the choice is a yes or no. */
export function findChosen(text: string, offered: readonly Action[]): Action | undefined {
  const said = bare(text)
  const number = /^(\d{1,2})(?:番|です)?$/u.exec(said)?.[1]
  if (number !== undefined) return offered[Number(number) - 1]
  if (/^(?:はい|ええ|yes|y|ok)$/u.test(said)) return offered.find(isYes)
  if (/^(?:いいえ|いえ|no|n)$/u.test(said)) return offered.find(isNo)
  return undefined
}

const yes: ReadonlySet<ActionName> = new Set([
  ...(['file', 'reply', 'withdraw-now', 'claim', 'ask-secretariat', 'opinion'] as const),
  ...(['proof-agree', 'send-correction'] as const),
])

function isYes({ name, about }: Action): boolean {
  return name === 'name' ? about === 'print' : yes.has(name)
}

function isNo({ name, about }: Action): boolean {
  return name === 'name' ? about === 'keep' : ['not-reply', 'stop', 'proof-correct'].includes(name)
}

function bare(text: string): string {
  return normalText(text).replace(/[。.?、,]$/u, '')
}
