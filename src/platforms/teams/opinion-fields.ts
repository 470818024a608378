import type { Field, Option } from '../../conversation/desk-dialog.ts'
import { listSubjects } from '../../conversation/list-subjects.ts'
import type { OpinionStart } from '../../conversation/opinion-start.ts'
import type { Scene } from '../../conversation/scene.ts'
import type { OpinionForm } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { OnBehalf, Vote } from '../../opinions/submission.ts'
import type { Language } from '../../questions/normal-text.ts'
import type { OpinionFormData } from './form-data.ts'
import { limits } from './limits.ts'
import { readValues } from './read-values.ts'

/** Units of the JSON of what an opinion can be about; where there is more of it, it is said in words. */
const roomOfSubjects = 3000

/** The fields of an opinion's form. */
export async function opinionFields(start: OpinionStart, scene: Scene): Promise<readonly Field[]> {
  const { language } = scene.actor
  const { forms, opinions } = sayIn({ language })
  const { opinion: say } = forms
  const { draft, calls, approval } = start
  const named = calls.flatMap(({ id, name }) => (approval.includes(id) ? name : [])).join('、')
  const call = draft.call === null ? {} : { initial: draft.call }
  return [
    ...behalfFields(start, language),
    { kind: 'choice', name: 'call', label: say.call, options: calls.map(({ id, name }) => option(id, name)), ...call },
    await subjectField(start, scene),
    {
      ...({ kind: 'text', name: 'text', label: say.text, hint: say.textHint, lines: true } as const),
      ...{ most: limits.field, initial: draft.text },
    },
    ...(approval.length === 0
      ? []
      : [
          {
            ...({ kind: 'radio', name: 'vote', label: say.vote, hint: say.voteHint(named), optional: true } as const),
            options: Vote.options.map((vote) => option(vote, opinions.vote[vote])),
            ...(draft.vote === null ? {} : { initial: draft.vote }),
          },
        ]),
    {
      ...({ kind: 'radio', name: 'name', label: say.print, hint: say.printHint } as const),
      options: [option('keep', opinions.choice.keep), option('print', opinions.choice.print)],
      initial: draft.printName ? 'print' : 'keep',
    },
  ]
}

/** What it is about: to choose from, where the call is known and all of it has room, else in words. */
async function subjectField({ draft, calls, subject }: OpinionStart, scene: Scene): Promise<Field> {
  const { opinion: say } = sayIn(scene.actor).forms
  const shared = { name: 'subject', label: say.subject, hint: say.subjectHint, optional: true } as const
  const options = draft.call === null && calls.length > 1 ? [] : await listSubjects(scene, draft.call ?? '', '')
  const isListed = subject === null || options.some(({ value }) => value === subject.value)
  if (options.length > 0 && isListed && JSON.stringify(options).length <= roomOfSubjects)
    return { ...shared, kind: 'choice', options, ...(subject === null ? {} : { initial: subject.value }) }
  return { ...shared, kind: 'text', most: 200, ...(subject === null ? {} : { initial: subject.name }) }
}

/** Whose opinion staff file, and how it came. */
function behalfFields({ members, draft: { onBehalf } }: OpinionStart, language: Language): readonly Field[] {
  if (members === null) return []
  const { forms, opinions } = sayIn({ language })
  const { opinion: say } = forms
  const initial = (value: string | null | undefined) => (value == null ? {} : { initial: value })
  const member = { name: 'member', label: say.member, ...initial(onBehalf?.member) }
  return [
    members.length === 0
      ? { ...member, kind: 'text', most: 200 }
      : { ...member, kind: 'choice', options: members.map(({ id, name }) => option(id, name)) },
    {
      ...({ kind: 'choice', name: 'means', label: say.means } as const),
      options: OnBehalf.shape.means.options.map((means) => option(means, opinions.means[means])),
      ...initial(onBehalf?.means),
    },
    { kind: 'day', name: 'day', label: say.day, ...initial(onBehalf?.day) },
    {
      ...{ kind: 'text', name: 'original', label: say.original, most: 200 },
      optional: true,
      ...initial(onBehalf?.original),
    },
  ]
}

function option(value: string, label: string): Option {
  return { value, label }
}

/** The same as it is sent: what is left empty is chosen too, it is about the whole. */
export function readSent(form: OpinionFormData, data: unknown): OpinionForm {
  const filled = readOpinion(form, data)
  return { ...filled, subject: filled.subject ?? 'whole' }
}

/** The form of an opinion as it was filled in; what was left empty is null, but for the text. */
export function readOpinion({ draft, edits, behalf }: OpinionFormData, data: unknown): OpinionForm {
  const values = readValues(data)
  const given = (name: string) => values[name]?.[0] ?? null
  const name = given('name')
  return {
    ...{ name: 'opinion', draft, edits: edits ?? null, confirmed: false, split: null },
    ...{ call: given('call'), subject: given('subject'), text: given('text') ?? '', vote: given('vote') },
    printName: name === null ? null : name === 'print',
    onBehalf: behalf
      ? {
          ...{ member: given('member') ?? '', means: given('means') ?? '', day: given('day') ?? '' },
          original: given('original'),
        }
      : null,
  }
}
