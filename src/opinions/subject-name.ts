import type { Subject } from './submission.ts'

/** A subject as one word, for buttons and options: `agenda:1`, `project:2024-2-annex/34`, `whole`. */
export function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case 'agenda':
      return `agenda:${subject.number}`
    case 'project':
      return `project:${subject.document}/${subject.number}`
    case 'whole':
      return 'whole'
  }
}

/** Reads what `subjectName` wrote; undefined for anything else. */
export function readSubject(name: string): Subject | undefined {
  if (name === 'whole') return { kind: 'whole' }
  const [, agenda, document = '', number] = /^(?:agenda:([1-9]\d?)|project:([^/]+)\/(\d{1,5}))$/u.exec(name) ?? []
  if (agenda !== undefined) return { kind: 'agenda', number: Number(agenda) }
  return number === undefined ? undefined : { kind: 'project', document, number: Number(number) }
}
