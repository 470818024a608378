import type { PolicyArea, Project } from '../record/public-record.ts'
import { projectsOf } from './lists.ts'
import type { Memory } from './memory.ts'
import type { YearNamed } from './numbers.ts'
import type { PreparedRecord } from './prepared-record.ts'

/** What 「それ」 and its like mean: 「the first one」 is one of several, 「令和４年度は？」 the same in that year's list. */
export function recall(
  text: string,
  memory: Memory,
  years: readonly YearNamed[],
  prepared: PreparedRecord,
): { readonly projects: readonly Project[]; readonly areas: readonly PolicyArea[]; readonly sets: readonly [] } {
  const { record } = prepared
  const remembered = record.projects.filter((project) =>
    memory.projects.includes(`${project.document}/${project.number}`),
  )
  const set = record.sets.find((one) => `${one.document}/${one.id}` === memory.set)
  const members = record.projects.filter(
    (project) => set?.document === project.document && set.projects.includes(project.number),
  )
  const held = projectsOf(years, prepared)
  return {
    projects: pointedAt(text, remembered, members).flatMap(
      (project) =>
        held.find((other) => other === project) ??
        held.find((other) => other.title === project.title) ??
        held.find((other) => other.number === project.number) ??
        [],
    ),
    areas: record.policyAreas.filter((area) => memory.areas.includes(`${area.document}/${area.number}`)),
    sets: [],
  }
}

/** The one that an ordinal points at: of those remembered, else of the set that they belong to. */
function pointedAt(text: string, remembered: readonly Project[], members: readonly Project[]): readonly Project[] {
  const which = ordinals.findIndex((ordinal) => ordinal.test(text))
  if (which < 0) return remembered
  const one = remembered.length > Math.max(1, which - 1) ? remembered.at(which - 1) : members.at(which - 1)
  return one === undefined ? remembered : [one]
}

/** The last, the first, the second, the third. */
const ordinals = [
  /最後の|\bthe last\b|last one/u,
  /\bthe first\b|1(?:つ|番)(?:目|め)|最初の(?:もの|事業|やつ|1つ)/u,
  /\bthe second\b|2(?:つ|番)(?:目|め)/u,
  /\bthe third\b|3(?:つ|番)(?:目|め)/u,
]
