import { standing } from '../opinions/call.ts'
import { fileEdit, findOwn } from '../opinions/change-submission.ts'
import { countCharacters } from '../opinions/clean-text.ts'
import { type Draft, longestText, newDraft } from '../opinions/draft.ts'
import { fileDraft } from '../opinions/file-submission.ts'
import { type Filing, findCall } from '../opinions/filing.ts'
import { findPerson } from '../opinions/read-roster.ts'
import { readSubject } from '../opinions/subject-name.ts'
import { OnBehalf, type Subject, Vote } from '../opinions/submission.ts'
import { mayEdit } from '../opinions/submission-state.ts'
import { callsFor, goOn, keepDraft, waiting } from './draft-dialog.ts'
import { findSubjects } from './find-subject.ts'
import { isOwnDraft, keepForm } from './keep-form.ts'
import { readPastDay } from './read-day.ts'
import { carryOut, type Decided, type Scene, say } from './scene.ts'
import { draftOf } from './submission-dialog.ts'
import type { FieldFault, Told } from './told.ts'
import type { OpinionForm } from './turn.ts'

/** Takes all fields at once: says what is wrong with each of them, else shows what will be filed, or files it. */
export async function fillDraft(scene: Scene, form: OpinionForm): Promise<Decided> {
  const filed = await filedFrom(scene, form)
  if (filed !== undefined) return say(scene, form.keep ? [] : [{ kind: 'receipt', receipt: filed }])
  const start = await startOf(scene, form)
  if (start === undefined) return say(scene, [{ kind: 'refused', why: 'unknown-receipt' }])
  if (form.keep) return await keepForm(scene, form, start)
  const over = form.confirmed ? null : await whyNotEdited(scene, start)
  if (over !== null) return say(scene, [{ kind: 'refused', why: over }, { kind: 'form-not-kept' }])
  const faults: FieldFault[] = []
  const text = form.text ?? start.text
  const call = form.call ?? start.call ?? (await onlyCall(scene, start))
  const found = call === null ? undefined : await findCall(scene.records, call)
  const none = form.none === true
  const asked = (call === standing && !none) || found?.value.closed === null
  // What is edited stays in its call, also when that is closed: `fileEdit` says whether it may.
  if (!asked && start.edits === null) faults.push({ field: 'call', why: form.call === null ? 'missing' : 'unknown' })
  const subject = none ? null : subjectFrom(scene, form, start, found?.value.agenda ?? [])
  if (typeof subject === 'string') faults.push({ field: 'subject', why: subject })
  const vote = form.vote === null ? start.vote : (Vote.safeParse(form.vote).data ?? null)
  if ((found?.value.approval && vote === null) || (form.vote !== null && vote === null))
    faults.push({ field: 'vote', why: form.vote === null ? 'missing' : 'unknown' })
  const characters = countCharacters(text)
  if (text.trim() === '' && !none) faults.push({ field: 'text', why: 'missing' })
  if (characters > longestText) faults.push({ field: 'text', why: 'too-long' })
  const onBehalf = await onBehalfFrom(scene, form, start, faults)
  if (faults.length > 0 || typeof subject === 'string') return say(scene, [{ kind: 'fields', faults, characters }])

  const filled: Draft = {
    ...start,
    call,
    subject,
    vote: found?.value.approval ? vote : null,
    text,
    none,
    textDone: true,
    printName: form.printName ?? start.printName ?? false,
    whole: form.split === null ? start.whole : !form.split,
    onBehalf,
  }
  const cleaned: readonly Told[] = scene.removed > 0 ? [{ kind: 'cleaned', removed: scene.removed }] : []
  // What was shown before it is confirmed is the draft that waits: it is shown again, or used up.
  const isKept = scene.draft !== undefined && (isSame(filled, scene.draft.value) || isOwnDraft(form, scene.draft.value))
  const kept = isKept ? scene.draft : undefined
  const draft = kept === undefined ? filled : { ...filled, id: kept.value.id, noted: isNoted(filled, kept.value) }
  if (scene.draft !== kept && !form.confirmed)
    return say(scene, [{ kind: 'draft-waits' }, { kind: 'form-not-kept' }], waiting)
  if (!form.confirmed) return await goOn(scene, draft, cleaned)
  const { records, actor, filing } = scene
  const fileIt = draft.edits === null ? fileDraft : fileEdit
  const decision: Decided['decision'] = await fileIt(records, actor, draft, kept, filing)
  const { told } = decision.effect(0)
  if (!told.some(({ kind }) => kind === 'refused'))
    return carryOut(scene, {
      ...decision,
      effect: (number) => {
        const effect = decision.effect(number)
        return { ...effect, told: [...cleaned, ...effect.told] }
      },
    })
  // Nothing of what was written is lost by a refusal, unless another draft stands in its place.
  return scene.draft === kept
    ? await keepDraft(scene, draft, [...cleaned, ...told, { kind: 'draft-stays' }])
    : say(scene, [...told, { kind: 'form-not-kept' }])
}

/** What may be worth a second look is shown once for each text. */
function isNoted({ text }: Draft, before: Draft): boolean {
  return before.noted && before.text === text
}

/** What came of the form's draft: a form that is sent again after that files nothing twice. */
async function filedFrom({ records, actor }: Scene, { draft }: OpinionForm): Promise<string | undefined> {
  if (draft === undefined) return undefined
  const [filed] = await records.list('submissions', { draft })
  return filed && (await findOwn(records, actor, filed.value.receipt))?.submission.value.receipt
}

/** Whether two drafts say the same, whenever and by whichever turn they were begun. */
function isSame(one: Draft, other: Draft): boolean {
  const { id, conversation, paused, noted, touched, replace } = other
  const same = { ...other, ...one, id, conversation, paused, noted, touched, replace }
  return JSON.stringify(same) === JSON.stringify(other)
}

/** What the form changes: the draft that it fills in, an empty one, or the newest version of a submission of one's own. */
async function startOf(scene: Scene, form: OpinionForm): Promise<Draft | undefined> {
  const { records, actor, turn, conversation } = scene
  if (scene.draft !== undefined && isOwnDraft(form, scene.draft.value)) return scene.draft.value
  const id = form.draft ?? turn
  if (form.edits === null) return newDraft(id, conversation, actor.at)
  const own = await findOwn(records, actor, form.edits)
  const draft = own && (await draftOf(scene, own))
  return draft && { ...draft, id }
}

/** Why what a draft edits takes no more changes, so that nobody is shown what cannot be filed. */
async function whyNotEdited(
  { records, actor }: Scene,
  { edits }: Draft,
): Promise<'edit-over' | 'withdrawn-before' | null> {
  const own = edits === null ? undefined : await findOwn(records, actor, edits.receipt)
  if (own === undefined) return null
  const submission = own.submission.value
  const call = await findCall(records, submission.call)
  if (submission.withdrawn !== null) return 'withdrawn-before'
  return mayEdit(submission, call?.value, actor.at) ? null : 'edit-over'
}

/** Where nothing is open but the standing call, or one call beside it, none need be named. */
async function onlyCall(scene: Scene, draft: Draft): Promise<string | null> {
  const [first = standing, , ...more] = await callsFor(scene, draft)
  return more.length === 0 ? first : null
}

function subjectFrom({ prepared, filing }: Scene, { subject }: OpinionForm, start: Draft, agenda: readonly string[]) {
  if (subject === null) return start.subject ?? ({ kind: 'whole' } as const)
  const named = readSubject(subject)
  if (named !== undefined) return isThere(named, agenda, filing) ? named : 'unknown'
  const [only, ...more] = findSubjects(subject, agenda, prepared)
  return only === undefined ? 'unknown' : more.length > 0 ? 'several' : only
}

function isThere(subject: Subject, agenda: readonly string[], { hasProject }: Filing): boolean {
  if (subject.kind === 'agenda') return agenda[subject.number - 1] !== undefined
  return subject.kind === 'whole' || hasProject(subject.document, subject.number)
}

async function onBehalfFrom(
  { records, actor }: Scene,
  { onBehalf }: OpinionForm,
  start: Draft,
  faults: FieldFault[],
): Promise<Draft['onBehalf']> {
  if (onBehalf === null) return start.onBehalf
  const [member, ...more] = (await findPerson(records, onBehalf.member)).filter(({ kind }) => kind === 'member')
  const means = OnBehalf.shape.means.safeParse(onBehalf.means).data
  const day = readPastDay(onBehalf.day, actor.today)
  if (member === undefined || more.length > 0)
    faults.push({ field: 'member', why: member === undefined ? 'unknown' : 'several' })
  if (means === undefined) faults.push({ field: 'means', why: 'unknown' })
  if (day === undefined) faults.push({ field: 'day', why: 'unknown' })
  const original = OnBehalf.shape.original.safeParse(onBehalf.original)
  if (!original.success) faults.push({ field: 'original', why: 'unknown' })
  return { member: member?.id ?? null, means: means ?? null, day: day ?? null, original: original.data ?? null }
}
