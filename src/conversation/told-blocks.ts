import { countCharacters } from '../opinions/clean-text.ts'
import { type Draft, longestText } from '../opinions/draft.ts'
import { madeAnswerLife } from '../opinions/made-answer.ts'
import { findPersonalData } from '../opinions/personal-data.ts'
import type { Answer } from '../questions/answer.ts'
import { cite, wholeOf } from '../questions/citation.ts'
import { findPremises, findRelated } from '../questions/second-look.ts'
import { annexBlocks } from './annex-blocks.ts'
import { answerBlocks, quoteBlocks } from './answer-message.ts'
import { digestBlocks } from './digest-blocks.ts'
import { explainBlocks } from './explain-blocks.ts'
import { fillTranslations, shownOf } from './fill-translations.ts'
import { inquiryBlocks } from './inquiry-blocks.ts'
import { introductionTexts } from './lead-texts.ts'
import { modelBlocks } from './model-blocks.ts'
import { newsBlocks } from './news-blocks.ts'
import { officeBlocks } from './office-blocks.ts'
import { openProofs, proofToldBlocks } from './proof-blocks.ts'
import { queueBlocks } from './queue-blocks.ts'
import { releaseBlocks } from './release-blocks.ts'
import { type Block, notes, texts } from './reply.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { draftBlocks, submissionBlocks, submissionLine } from './submission-blocks.ts'
import type { Told } from './told.ts'
import { phoneOf, sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** What is told, in words. `draft` is what the actor is writing, as it is now. */
export async function toldBlocks(told: Told, draft: Draft | null, view: View): Promise<readonly Block[]> {
  const { opinions } = sayIn(view)
  switch (told.kind) {
    case 'answer': {
      const { record } = view.prepared
      return greeted(answerBlocks(await translated(told.answer, view), record, true), told.answer, view)
    }
    case 'explained':
      return await explainBlocks(told.id, view)
    case 'not-explained': {
      const { noneYet, notKept } = sayIn(view).explain
      return texts(told.why === 'none-yet' ? noneYet : notKept(madeAnswerLife))
    }
    case 'part':
      if (told.part !== 'text' || draft === null || draft.text === '') return texts(opinions.ask[told.part])
      if (draft.replace) return texts(opinions.askNewText)
      return [{ kind: 'words', text: draft.text }, ...texts(opinions.textTaken(countCharacters(draft.text)))]
    case 'confirm':
      if (draft === null) return texts(opinions.noDraft)
      return [...(await draftBlocks(draft, view)), ...(told.first ? secondLook(draft, view) : [])]
    case 'text-taken':
      return texts(opinions.textTaken(told.characters))
    case 'text-too-long':
      return texts(opinions.textTooLong(told.characters, longestText))
    case 'text-to-shorten':
      return texts(opinions.textToShorten(told.characters, longestText))
    case 'text-not-kept':
      return texts(opinions.textNotKept(told.characters, longestText))
    case 'cleaned':
      return notes(opinions.cleaned(told.removed))
    case 'subject-not-found':
      return texts(opinions.subjectNotFound)
    case 'part-not-understood':
      return texts(opinions.partNotUnderstood)
    case 'confirm-not-understood':
      return texts(opinions.confirmNotUnderstood)
    case 'edit-what':
      return texts(opinions.askWhatToEdit)
    case 'subjects-found':
      return texts(opinions.subjectsFound)
    case 'references':
      return draft === null ? texts(opinions.noDraft) : referenceBlocks(draft, view)
    case 'fields':
      return texts(
        opinions.fieldsLead,
        ...told.faults.map(({ field, why }) =>
          opinions.fieldLine(
            `${opinions.fields[field][why] ?? why}${why === 'too-long' ? opinions.textLength(told.characters, longestText) : ''}`,
          ),
        ),
      )
    case 'draft-waits':
      return texts(opinions.draftWaits)
    case 'draft-kept':
      return texts(opinions.draftKept)
    case 'draft-discarded':
      return texts(opinions.draftDiscarded)
    case 'draft-aside':
      return notes(opinions.draftAside)
    case 'draft-stays':
      return notes(opinions.draftStays)
    case 'form-not-kept':
      return texts(opinions.formNotKept)
    case 'not-withdrawn':
      return texts(opinions.notWithdrawn)
    case 'not-sent':
      return texts(opinions.notSent)
    case 'no-draft':
      return texts(opinions.noDraft)
    case 'no-call':
      return texts(opinions.noCall)
    case 'which-call':
      return texts(opinions.whichCall)
    case 'no-question-asked':
      return texts(opinions.noQuestionAsked)
    case 'introduced':
      return texts(...introductionTexts(view.prepared.record, sayIn(view)))
    case 'goes-direct':
      return texts(opinions.goesDirect)
    case 'menu':
      return texts(sayIn(view).dialogs.menu)
    case 'usage':
      return texts(told.text)
    case 'model-aside': {
      const { aside, asideOpinions } = sayIn(view).model
      return notes(aside(told.name, told.host), ...(told.maySeeOpinions ? [asideOpinions] : []))
    }
    case 'ask-name':
      return texts(opinions.askName)
    case 'account-claimed':
      return texts(opinions.accountClaimed)
    case 'account-already-confirmed':
      return texts(opinions.alreadyConfirmed)
    case 'not-taken':
      return texts(opinions.notTaken(told.kept), opinions.hurry(phoneOf(view), told.number))
    case 'delayed':
      return texts(opinions.delayed, opinions.hurry(phoneOf(view), told.number))
    case 'answered-already':
      return [...texts(opinions.answeredAlready), ...(await submissionBlocks(told.receipt, view))]
    case 'submission':
      return await submissionBlocks(told.receipt, view)
    case 'ask-withdraw':
      return [...texts(await submissionLine(told.receipt, view)), ...texts(opinions.askWithdraw(told.receipt))]
    case 'mine': {
      const lines = await Promise.all(told.receipts.map((receipt) => submissionLine(receipt, view)))
      const calls = await Promise.all(told.unanswered.map((id) => view.records.find('calls', id)))
      return [
        ...texts(...(lines.length === 0 ? [opinions.mineNone] : [opinions.mine(lines.length), ...lines])),
        ...texts(
          ...calls.flatMap((call) =>
            call === undefined ? [] : opinions.unanswered(call.value.name, call.value.deadline),
          ),
        ),
        ...(await openProofs(told.receipts, view)),
        ...(draft === null ? [] : notes(opinions.draftToo)),
      ]
    }
    case 'ask-reply':
      return [...texts(opinions.askReply(told.receipt)), { kind: 'words', text: told.text }]
    case 'proof-shown':
    case 'proof-changed':
    case 'no-proof':
    case 'which-proof':
    case 'ask-correction-text':
    case 'ask-correction':
    case 'correction-too-long':
      return await proofToldBlocks(told, view)
    case 'receipt':
    case 'edited':
    case 'withdrawn':
    case 'replied':
    case 'proof-answered':
      return await newsBlocks(told, view)
    case 'office':
      return await officeBlocks(told.told, view)
    case 'queue':
      return await queueBlocks(told.told, view)
    case 'inquiry':
      return await inquiryBlocks(told.told, view)
    case 'annex':
      return await annexBlocks(told.told, view)
    case 'release':
      return await releaseBlocks(told.told, view)
    case 'sheet':
      return await sheetBlocks(told.told, view)
    case 'digest':
      return await digestBlocks(told.told, view)
    case 'model':
      return await modelBlocks(told.told, view)
    case 'refused':
      return texts(refusalText(told.why, view))
  }
}

/** What stands beside Japanese quotes is read from the store when the answer is shown: staff may have read it since. */
async function translated(answer: Answer, { records, prepared, machine = false }: View): Promise<Answer> {
  return await fillTranslations(answer, prepared.record, async (id) => {
    const found = await records.find('translations', id)
    return found && shownOf(found.value, machine)
  })
}

/** A greeting begins with the name of who is greeted, where the roster has it. */
function greeted(blocks: readonly Block[], { finding }: Answer, { address }: View): readonly Block[] {
  const [first, ...rest] = blocks
  if (finding.kind !== 'guide' || finding.topic !== 'greeting' || first?.kind !== 'text') return blocks
  return [{ kind: 'text', text: `${address}${first.text}` }, ...rest]
}

/** Personal data that is named in a hint; of more it is said that there are more. */
const shownData = 5

/** What may be worth a second look before an opinion is filed; it keeps nobody from filing. */
function secondLook(draft: Draft, view: View): readonly Block[] {
  const say = sayIn(view)
  const { opinions } = say
  const found = [...new Set(findPersonalData(draft.text).map(({ span }) => visibleText(draft.text.slice(...span))))]
  const premises = findPremises(view.prepared, draft.text)
  const [related] = relatedTo(draft, view)
  const document = view.prepared.record.documents.find(({ id }) => id === related?.document)
  return [
    ...(found.length === 0 ? [] : notes(opinions.personalData(found.slice(0, shownData), found.length > shownData))),
    ...(premises.length === 0 ? [] : texts(opinions.premise)),
    ...premises.flatMap((answer) => answerBlocks({ ...answer, language: view.language }, view.prepared.record, false)),
    ...(document === undefined ? [] : notes(opinions.related(say.meeting(document.meeting)))),
  ]
}

/** Published opinions and responses on the matter of a draft, the nearest first. */
export function relatedTo({ text, subject }: Draft, { prepared }: Pick<View, 'prepared'>) {
  return findRelated(prepared, text, subject?.kind === 'project' ? subject : null)
}

/** Published opinions and responses on the matter of a draft. */
function referenceBlocks(draft: Draft, view: View): readonly Block[] {
  const say = sayIn(view)
  const groups = relatedTo(draft, view)
  if (groups.length === 0) return texts(say.opinions.noReferences)
  const citations = groups.flatMap(({ opinions, responses }) =>
    [...opinions, ...responses].map((passage) => cite(view.prepared.record, wholeOf(passage))),
  )
  return [...texts(say.opinions.references), ...quoteBlocks(citations, view.prepared.record, say)]
}

function refusalText(why: Extract<Told, { kind: 'refused' }>['why'], view: View): string {
  const { opinions } = sayIn(view)
  if (why === 'name-empty' || why === 'name-too-long') return opinions.nameNeeded
  return why === 'unknown-receipt' && view.staff ? opinions.notOnBehalf : opinions.refused[why]
}
