import type { Project } from '../record/public-record.ts'
import type { ListedProject } from '../record/schema.ts'

/** What a text names: projects of lists, and numbers called a project's that no list has, each with the words that say so. */
export type ProjectsNamed = {
  readonly listed: readonly ListedProject[]
  readonly unlisted: readonly { readonly number: number; readonly quote: string }[]
}

/** No.40, №34, Ｎｏ．５３, with the title in brackets where it follows; not 資料No.3, nor 「No.1の回答のとおり」, which is another opinion's. */
const marked =
  /(?<![A-Za-z資料別紙議題案図表電話])(?:[NnＮｎ][OoＯｏ][.．]?|№)[ \u3000]*([0-9０-９]{1,4})(?![0-9０-９])(?:[ \u3000]*[「『]([^」』\n]{1,100})[」』])?(?![」』]?[ \u3000]*(?:と同|の回答|に同|の御?意見))/gu
/** 「34　脱炭素に…」: a number with its title; a policy area looks the same, so the title must be a known one. */
const titled = /[「『]([0-9０-９]{1,4})[ \u3000]+([^」』\n]{1,100})[」』]/gu

/** Letters of a title from which on it says by itself which project is meant. */
const telling = 6

/** Finds the projects that a text names by number or title; `lists` are all projects of lists, the newest list first. */
export function findListedProjects(text: string, lists: readonly Project[]): ProjectsNamed {
  const listed = new Map<string, ListedProject>()
  const unlisted = new Map<number, string>()
  const add = ({ document, number }: Project) => listed.set(`${document}/${number}`, { document, number })
  for (const [quote, digits = '', title] of text.matchAll(marked)) {
    const number = Number(digits.normalize('NFKC'))
    const known = lists.filter((project) => project.number === number)
    const meant = title === undefined ? known[0] : (known.find((one) => isTitled(one, title)) ?? untitled(known))
    if (meant !== undefined) add(meant)
    else if (known.length === 0 && number > 0) unlisted.set(number, unlisted.get(number) ?? quote)
  }
  for (const [, digits = '', title = ''] of text.matchAll(titled)) {
    const number = Number(digits.normalize('NFKC'))
    const meant = lists.find((one) => one.number === number && isTitled(one, title))
    if (meant !== undefined) add(meant)
  }
  const bare = folded(text)
  const byTitle = new Map(lists.toReversed().map((project) => [folded(project.title ?? ''), project]))
  for (const [title, project] of byTitle) if (title.length >= telling && bare.includes(title)) add(project)
  return { listed: [...listed.values()], unlisted: [...unlisted].map(([number, quote]) => ({ number, quote })) }
}

/** A list that gives no title says nothing against one. */
function untitled(known: readonly Project[]): Project | undefined {
  return known[0]?.title === null ? known[0] : undefined
}

function isTitled({ title }: Project, said: string): boolean {
  return title !== null && folded(title) === folded(said)
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}
