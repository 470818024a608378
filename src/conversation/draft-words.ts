import { countCharacters } from '../opinions/clean-text.ts'
import { type Draft, longestDraft, longestText, type Part } from '../opinions/draft.ts'
import { findPerson } from '../opinions/read-roster.ts'
import { readSubject, subjectName } from '../opinions/subject-name.ts'
import { OnBehalf, Vote } from '../opinions/submission.ts'
import { normalText } from '../questions/normal-text.ts'
import { choicesOf, goOn, keepDraft, partOf } from './draft-dialog.ts'
import { findSubjects } from './find-subject.ts'
import { readPastDay } from './read-day.ts'
import { type Decided, type Scene, say } from './scene.ts'
import type { Told } from './told.ts'

/** Takes words for the part of the draft that was asked for. */
export async function sayToDraft(scene: Scene, draft: Draft, text: string): Promise<Decided> {
  const { part, call } = await partOf(scene, draft)
  if (part === 'text') return await addText(scene, draft, text)
  if (part === 'subject') return await sayWhat(scene, draft, text, call?.agenda ?? [])
  const known = part === null ? undefined : await readPart(scene, draft, part, text)
  if (known !== undefined) return await goOn(scene, { ...draft, ...known })
  return say(
    scene,
    [{ kind: part === null ? 'confirm-not-understood' : 'part-not-understood' }],
    await choicesOf(scene, draft),
  )
}

/** Takes the choice of a button for a part of the draft. What no longer fits is asked for again. */
export async function chooseForDraft(scene: Scene, draft: Draft, part: Part, about: string): Promise<Decided> {
  return await goOn(scene, { ...draft, ...readChoice(draft, part, about) })
}

/** Sets a part of the draft back, so that it is asked for again; the text stays until another is written. */
export async function askAgain(scene: Scene, draft: Draft, part: string | undefined): Promise<Decided> {
  switch (part) {
    case 'call':
      return await goOn(scene, { ...draft, call: null, vote: null, subject: projectOf(draft) })
    case 'vote':
      return await goOn(scene, { ...draft, vote: null })
    case 'subject':
      return await goOn(scene, { ...draft, subject: null })
    case 'text':
      return await goOn(scene, { ...draft, textDone: false, replace: true, whole: false, noted: false })
    case 'name':
      return await goOn(scene, { ...draft, printName: null })
    case 'member':
    case 'means':
    case 'day':
      return await goOn(scene, { ...draft, ...onBehalf(draft, { [part]: null }) })
    default:
      return await askWhatToEdit(scene, draft)
  }
}

/** Keeps a draft and asks which part of it is to be changed. */
export async function askWhatToEdit(scene: Scene, draft: Draft): Promise<Decided> {
  const { call } = await partOf(scene, draft)
  const parts = [
    ...(draft.onBehalf !== null && draft.edits === null ? ['member', 'means', 'day'] : []),
    ...(draft.edits === null ? ['call'] : []),
    ...(call?.approval ? ['vote'] : []),
    ...(draft.none ? [] : ['subject', 'text', 'name']),
  ]
  const choices = parts.map((about) => ({ name: 'edit-part', about }) as const)
  return await keepDraft(scene, draft, [{ kind: 'edit-what' }], choices)
}

/** Takes the text as complete, where it can be filed. */
export async function finishText(scene: Scene, draft: Draft): Promise<Decided> {
  const characters = countCharacters(draft.text)
  if (characters > longestText)
    return await keepDraft(scene, { ...draft, replace: true }, [{ kind: 'text-to-shorten', characters }])
  if (draft.text.trim() === '') return await goOn(scene, draft)
  return await goOn(scene, { ...draft, textDone: true, replace: false })
}

async function addText(scene: Scene, draft: Draft, added: string): Promise<Decided> {
  const { removed } = scene
  if (added.trim() === '' && (draft.replace || draft.text === '')) return await goOn(scene, draft)
  const text = draft.replace || draft.text === '' ? added : `${draft.text}\n${added}`
  const characters = countCharacters(text)
  const cleaned: readonly Told[] = removed > 0 ? [{ kind: 'cleaned', removed }] : []
  // What cannot be kept is said at once: it is still where it was written.
  if (characters > longestDraft) return await keepDraft(scene, draft, [{ kind: 'text-not-kept', characters }])
  const told: Told = { kind: characters > longestText ? 'text-too-long' : 'text-taken', characters }
  return await keepDraft(scene, { ...draft, text, replace: false }, [...cleaned, told])
}

async function sayWhat(scene: Scene, draft: Draft, text: string, agenda: readonly string[]): Promise<Decided> {
  const subjects = findSubjects(text, agenda, scene.prepared)
  const [only, ...more] = subjects
  if (only === undefined) return say(scene, [{ kind: 'subject-not-found' }], await choicesOf(scene, draft))
  if (more.length === 0) return await goOn(scene, { ...draft, subject: only })
  return say(
    scene,
    [{ kind: 'subjects-found', subjects }],
    [
      ...subjects.map((subject) => ({ name: 'subject', about: subjectName(subject) }) as const),
      { name: 'subject', about: 'whole' },
    ],
  )
}

const forms: Readonly<Record<string, RegExp>> = {
  'vote:approve': /^(?:承認(?:する|します)?|賛成|approve)$/u,
  'vote:disapprove': /^(?:不承認|承認しない|反対|disapprove|reject)$/u,
  'name:keep': /^(?:載せない|載せません|のせない|匿名|出さない|do not print|no)$/u,
  'name:print': /^(?:載せる|載せます|のせる|出す|print|yes)$/u,
  'means:mail': /^(?:メール|電子メール|e-?mail|mail)$/u,
  'means:post': /^(?:郵送|郵便|手紙|post|letter)$/u,
  'means:fax': /^(?:ファックス|ファクス|ファクシミリ|fax)$/u,
  'means:telephone': /^(?:電話|telephone|phone)$/u,
  'means:meeting': /^(?:会議|会議で|会議での発言|meeting)$/u,
}

async function readPart(scene: Scene, draft: Draft, part: Part, text: string): Promise<Partial<Draft> | undefined> {
  const said = normalText(text).replace(/[。.]$/u, '')
  switch (part) {
    case 'member': {
      const [only, ...more] = (await findPerson(scene.records, text)).filter(({ kind }) => kind === 'member')
      return only === undefined || more.length > 0 ? undefined : onBehalf(draft, { member: only.id })
    }
    case 'day': {
      const day = readPastDay(text, scene.actor.today)
      return day === undefined ? undefined : onBehalf(draft, { day })
    }
    case 'call':
    case 'subject':
    case 'text':
      return undefined
    case 'vote':
    case 'name':
    case 'means': {
      const form = Object.keys(forms).find((name) => name.startsWith(`${part}:`) && forms[name]?.test(said))
      return form === undefined ? undefined : readChoice(draft, part, form.slice(part.length + 1))
    }
  }
}

/** What a choice sets; nothing where it is none of this part's. */
function readChoice(draft: Draft, part: Part, about: string): Partial<Draft> | undefined {
  switch (part) {
    case 'member':
      return onBehalf(draft, { member: about })
    case 'means': {
      const means = OnBehalf.shape.means.safeParse(about).data
      return means === undefined ? undefined : onBehalf(draft, { means })
    }
    case 'day': {
      const day = OnBehalf.shape.day.safeParse(about).data
      return day === undefined ? undefined : onBehalf(draft, { day })
    }
    case 'call':
      return about === draft.call ? {} : { call: about, vote: null, subject: projectOf(draft) }
    case 'vote': {
      const vote = Vote.safeParse(about).data
      return vote === undefined ? undefined : { vote }
    }
    case 'subject': {
      const subject = readSubject(about)
      return subject === undefined ? undefined : { subject }
    }
    case 'text':
      return undefined
    case 'name':
      return { printName: about === 'print' }
  }
}

/** A project is the same in every call; an agenda item is not. */
function projectOf({ subject }: Draft): Draft['subject'] {
  return subject?.kind === 'agenda' ? null : subject
}

function onBehalf({ onBehalf: before }: Draft, known: Partial<NonNullable<Draft['onBehalf']>>): Partial<Draft> {
  return { onBehalf: before === null ? null : { ...before, ...known } }
}
