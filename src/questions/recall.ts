import type { PolicyArea, Project } from '../record/public-record.ts'
import { ofYears } from './lists.ts'
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
  const held = ofYears(record.projects, years, prepared)
  return {
    projects: pointedAt(text, remembered).flatMap(
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

function pointedAt(text: string, projects: readonly Project[]): readonly Project[] {
  const which = ordinals.findIndex((ordinal) => ordinal.test(text))
  if (which < 0 || projects.length < 2) return projects
  const one = projects.at(which === 0 ? -1 : which - 1)
  return one === undefined ? projects : [one]
}

/** The last, the first, the second, the third. */
const ordinals = [
  /最後の|\bthe last\b|last one/u,
  /\bthe first\b|1(?:つ|番)(?:目|め)|最初の(?:もの|事業|やつ|1つ)/u,
  /\bthe second\b|2(?:つ|番)(?:目|め)/u,
  /\bthe third\b|3(?:つ|番)(?:目|め)/u,
]
