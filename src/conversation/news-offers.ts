import type { News } from '../opinions/notice.ts'
import type { Choice } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What can be done about news with a press; its text says which words do the same. */
export function newsOffers(news: News, view: View): readonly Choice[] {
  const { opinions, forms } = sayIn(view)
  const { choice } = opinions
  switch (news.kind) {
    case 'reminder':
      return [
        { label: choice.opinion, action: { name: 'opinion', about: news.call } },
        { label: choice.none, action: { name: 'none', about: news.call } },
      ]
    case 'question-back':
      return [{ label: forms.reply.send, action: { name: 'reply', about: news.receipt } }]
    case 'proof':
      return [
        { label: choice['proof-agree'], action: { name: 'proof-agree', about: news.receipt } },
        { label: choice['proof-correct'], action: { name: 'proof-correct', about: news.receipt } },
      ]
    case 'response':
      return [{ label: choice['ask-secretariat'], action: { name: 'ask-secretariat', about: news.receipt } }]
    default:
      return []
  }
}
