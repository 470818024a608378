import { answersTo } from '../opinions/answers.ts'
import { isOpen } from '../opinions/calls.ts'
import { addDays, dayOf, minuteOf } from '../opinions/day.ts'
import { dayOfDeadline } from '../opinions/deadline.ts'
import type { News } from '../opinions/notice.ts'
import { isInTerm } from '../opinions/read-roster.ts'
import type { Release } from '../opinions/release.ts'
import { isUnreleased } from '../opinions/releases.ts'
import { actBlocks, cardBlocks } from './card-blocks.ts'
import { digestLines } from './digest-lines.ts'
import { personNamed } from './office-names.ts'
import { proofAnsweredBlocks, proofBlocks } from './proof-blocks.ts'
import { wholeAnnexBlocks } from './released-annex.ts'
import { type Block, texts } from './reply.ts'
import { responseNews } from './response-blocks.ts'
import { receiptBlocks } from './submission-blocks.ts'
import { callName, sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Days after which a digest that nobody was there to see is not told any more; it can still be asked for. */
const digestLife = 7

/** News in words, from what is stored now; empty where it need not be told any more. */
export async function newsBlocks(news: News, view: View): Promise<readonly Block[]> {
  const { records } = view
  const { opinions, release } = sayIn(view)
  switch (news.kind) {
    case 'receipt':
      return await receiptBlocks(news.receipt, view)
    case 'edited': {
      const submission = await records.find('submissions', news.receipt)
      return submission === undefined ? [] : texts(opinions.edited(news.receipt, submission.value.version))
    }
    case 'withdrawn':
      return texts(opinions.withdrawn(news.receipt, view.here))
    case 'replied':
      return texts(opinions.replied(news.receipt))
    case 'question-back': {
      const question = await records.find('questions', `${news.receipt}.${news.number}`)
      if (question === undefined || question.value.reply !== null) return []
      return texts(
        ...opinions.questionBack(news.receipt, visibleText(question.value.text), question.value.until, view.here),
      )
    }
    case 'proof': {
      const proof = await records.find('proofs', news.receipt)
      return proof === undefined || proof.value.answer !== null ? [] : await proofBlocks(news.receipt, view)
    }
    case 'proof-answered':
      return await proofAnsweredBlocks(news.receipt, view)
    case 'response':
      return await responseNews(news.receipt, view)
    case 'response-recalled': {
      const submission = await records.find('submissions', news.receipt)
      const isUndone = submission !== undefined && isUnreleased(submission.value)
      return isUndone ? texts(release.response.recalled(news.receipt)) : []
    }
    case 'annex-shared': {
      const shared = await records.find('releases', news.call)
      if (shared === undefined || !(await mayRead(news.member, shared.value, view))) return []
      const lead = texts(release.annex.shared(await callName(view, news.call), view.here))
      return view.here ? lead : [...lead, ...(await wholeAnnexBlocks(shared.value, view))]
    }
    case 'annex-recalled': {
      const again = await records.find('releases', news.call)
      return again === undefined ? texts(release.annex.recalled(await callName(view, news.call))) : []
    }
    case 'reminder': {
      const call = (await records.find('calls', news.call))?.value
      if (call === undefined || call.deadline === null || !isOpen(call, view.at)) return []
      const answer = (await answersTo(records, call)).find(({ member }) => member === news.member)
      if (answer === undefined || answer.answered !== null) return []
      return texts(
        opinions.reminder(call.name, call.deadline, dayOfDeadline(call.deadline) === dayOf(view.at), view.here),
      )
    }
    case 'digest': {
      const digest = (await records.find('digests', news.day))?.value
      const isOld = dayOf(view.at) > addDays(news.day, digestLife)
      return digest === undefined || isOld ? [] : texts(...digestLines(digest, view))
    }
    // It is put into words where what it came to is kept.
    case 'turn-reply':
      return []
    case 'submission-card':
      return await cardBlocks(news.receipt, view)
    case 'submission-act':
      return await actBlocks(news.receipt, news.act, view)
    case 'account-claim': {
      const account = (await records.find('accounts', news.account))?.value
      if (account === undefined) return []
      const { office } = sayIn(view)
      if (account.holder !== null)
        return texts(office.claimDone(account.account, await personNamed(view, account.holder.id)))
      return texts(office.claimsLead(1), office.claimLine(account.account, account.claimed, minuteOf(account.since)))
    }
    case 'account-confirmed': {
      const holder = (await records.find('accounts', news.account))?.value.holder
      if (holder?.kind !== 'member')
        return holder === undefined || holder === null ? [] : texts(opinions.accountConfirmed('', view.here))
      const member = await records.find('members', holder.id)
      if (member === undefined) return []
      const address = view.here ? opinions.address(member.value.name, member.value.title) : ''
      return texts(opinions.accountConfirmed(address, view.here))
    }
  }
}

/** Whether a member may read an annex when he is told of it: his term may have ended since it was shared. */
async function mayRead(id: string, { published }: Release, { records, at }: View): Promise<boolean> {
  if (published !== null) return true
  const member = await records.find('members', id)
  return member !== undefined && isInTerm(member.value, dayOf(at))
}
