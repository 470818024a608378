import { readSubject } from '../opinions/subject-name.ts'
import { OnBehalf, Vote } from '../opinions/submission.ts'
import type { Choice } from './reply.ts'
import type { Action } from './turn.ts'
import { callName, releaseName, sayIn, subjectText, type View } from './view.ts'

/** The choices that are offered, as people read them. `call` is that of the draft they belong to. */
export async function labelChoices(
  offered: readonly Action[],
  view: View,
  call: string | null,
): Promise<readonly Choice[]> {
  return await Promise.all(offered.map(async (action) => ({ label: await labelOf(action, view, call), action })))
}

async function labelOf({ name, about = '' }: Action, view: View, call: string | null): Promise<string> {
  const { opinions, release } = sayIn(view)
  switch (name) {
    case 'member':
    case 'submission':
    case 'proof':
      return about
    case 'day':
      return sayIn(view).dates.day(about)
    case 'means':
      return opinions.means[OnBehalf.shape.means.parse(about)]
    case 'vote':
      return opinions.vote[Vote.parse(about)]
    case 'call':
      return await callName(view, about)
    case 'subject': {
      const subject = readSubject(about)
      return subject === undefined ? about : await subjectText(view, subject, call ?? '')
    }
    case 'name':
      return about === 'print' ? opinions.choice.print : opinions.choice.keep
    case 'annex': {
      const [id = '', row] = about.split('@')
      return row === undefined ? release.annex.of(await releaseName(view, id)) : release.annex.from(Number(row))
    }
    case 'edit-part':
      return opinions.part[about] ?? about
    case 'none': {
      const [id = '', vote] = about.split(' ')
      if (vote !== undefined) return opinions.vote[Vote.parse(vote)]
      return id === '' ? opinions.choice.none : await callName(view, id)
    }
    default:
      return opinions.choice[name]
  }
}
