import type { PolicyArea, Project, ProjectSet, PublicRecord } from '../record/public-record.ts'
import { asHiragana, blank, blanked, lazyPattern } from './named-words.ts'
import { foldedText } from './normal-text.ts'

/** What a question can be about by name: an entry of the record and every name it goes by. */
export type Subject =
  | { readonly kind: 'project'; readonly entry: Project }
  | { readonly kind: 'area'; readonly entry: PolicyArea }
  | { readonly kind: 'set'; readonly entry: ProjectSet }

/** `near` is what is looked for where no name stands exactly; null where a name is too short for that, or has a number. */
type Name = {
  readonly subject: Subject
  readonly folded: string
  readonly pattern: () => RegExp
  readonly near: Near | null
}

/** A name with so many letters amiss at most. Of its pieces, one more, at least one is untouched then. */
type Near = { readonly name: string; readonly allowed: number; readonly pieces: readonly string[] }

export type SubjectNames = readonly Name[]

/** The longest name first, so that a title wins over a part of it. */
export function prepareSubjects(record: PublicRecord): SubjectNames {
  const subjects: (readonly [Subject, readonly (string | null)[]])[] = [
    ...record.projects.map(
      (entry) => [{ kind: 'project', entry }, [entry.title, entry.en, entry.reading, ...entry.alsoCalled]] as const,
    ),
    ...record.policyAreas.map(
      (entry) => [{ kind: 'area', entry }, [entry.title, entry.en, ...entry.alsoCalled]] as const,
    ),
    ...record.sets.map((entry) => [{ kind: 'set', entry }, [entry.name, entry.en, ...entry.alsoCalled]] as const),
  ]
  return subjects
    .flatMap(([subject, names]) => names.flatMap((name) => (name === null ? [] : [prepareName(subject, name)])))
    .sort((a, b) => b.folded.length - a.folded.length)
}

function prepareName(subject: Subject, name: string): Name {
  const folded = foldedText(name)
  return { subject, folded, pattern: lazyPattern(folded), near: prepareNear(folded) }
}

function prepareNear(name: string): Near | null {
  const isLatin = /^[a-z]/u.test(name)
  if (/\d/u.test(name) || name.length < (isLatin ? 8 : 5)) return null
  const allowed = name.length >= (isLatin ? 14 : 12) ? 2 : 1
  const piece = Math.floor(name.length / (allowed + 1))
  const pieces = Array.from({ length: allowed + 1 }, (_, at) =>
    name.slice(at * piece, at === allowed ? undefined : (at + 1) * piece),
  )
  return { name, allowed, pieces }
}

export type SubjectsNamed = {
  readonly subjects: readonly Subject[]
  /** The text with the names blanked, so that words of a title are not taken for the question's own. */
  readonly rest: string
}

/** Finds the subjects that a `normalText` names, by any of their names; with one or two letters amiss only when none is named exactly. */
export function findSubjects(text: string, names: SubjectNames): SubjectsNamed {
  let rest = asHiragana(text)
  const found: Subject[] = []
  const bare = foldedText(text)
  for (const { folded, pattern } of names) {
    const match = bare.includes(folded) ? pattern().exec(rest) : null
    if (match === null) continue
    // The same name may stand in several lists.
    for (const other of names) if (other.folded === folded && !found.includes(other.subject)) found.push(other.subject)
    rest = blank(rest, match)
  }
  if (found.length === 0) {
    const near = names.find((one) => one.near !== null && occursNearly(one.near, bare))
    if (near !== undefined) return { subjects: [near.subject], rest: text }
  }
  return { subjects: found, rest: blanked(text, rest) }
}

/** Whether `name` stands in `text` with one letter amiss, two in a long name (Sellers' approximate string matching). */
function occursNearly({ name, allowed, pieces }: Near, text: string): boolean {
  // Most names are dismissed by this.
  if (!pieces.some((part) => text.includes(part))) return false
  let column = Array.from({ length: name.length + 1 }, (_, row) => row)
  for (const letter of text) {
    const next = [0]
    for (let row = 1; row <= name.length; row++) {
      const substitution = (column[row - 1] ?? 0) + (name[row - 1] === letter ? 0 : 1)
      next.push(Math.min(substitution, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1))
    }
    column = next
    if ((column[name.length] ?? Infinity) <= allowed) return true
  }
  return false
}
