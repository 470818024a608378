import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A file of `src/`; the path is relative to it. */
type SourceFile = { readonly path: string; readonly text: string }
/** Breaches of the house's rules: `path: what is wrong`. */
type Rule = (files: readonly SourceFile[]) => readonly string[]

const root = join(import.meta.dirname, '..')
const sources: readonly SourceFile[] = globSync('**/*.ts', { cwd: join(root, 'src') }).map((path) => ({
  path,
  text: readFileSync(join(root, 'src', path), 'utf8'),
}))

/** What a folder of the core may import besides itself and the ground floor. */
const core: Readonly<Record<string, readonly string[]>> = {
  record: [],
  questions: ['record'],
  opinions: ['record'],
  conversation: ['questions', 'opinions', 'record'],
}
/** Files beside the folders that the core may know. */
const groundFloor = ['ports.ts', 'fault.ts']
const adapters = ['platforms', 'model', 'storage', 'documents']
const entries = ['app.ts', 'cli.ts', 'server.ts', 'commands']
const corePackages: Readonly<Record<string, readonly string[]>> = {
  zod: Object.keys(core),
  stemmer: ['questions'],
  '@holiday-jp/holiday_jp': ['opinions'],
  diff: ['conversation'],
}
const coreNodeModules: Readonly<Record<string, readonly string[]>> = {
  'record/build-record.ts': ['node:crypto'],
  'record/read-closed-days.ts': ['node:fs', 'node:path'],
  'record/read-file.ts': ['node:fs'],
  'record/read-published.ts': ['node:path'],
  'record/read-reviewed.ts': ['node:path'],
  'record/read-sheets.ts': ['node:path'],
  'record/source-hash.ts': ['node:crypto'],
}

/** The folder under `src/` that a path is in, or the file itself where it lies beside the folders. */
const unitOf = (path: string) => path.split('/')[0] ?? path

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\*[\s\S]*?\*\//gmu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '$1')
}

/** Every specifier of `import`, `export … from` and `import(…)`; a dynamic import of anything but a text is ''. */
function specifiers(text: string): readonly string[] {
  const statements = /^\s*(?:import|export)\b(?:[^'"`;()]*?\bfrom)?\s*(['"])([^'"]+)\1/gmu
  const dynamic = /\bimport\s*\(\s*(?:(['"])([^'"]+)\1\s*[,)])?/gu
  const code = withoutComments(text)
  return [...code.matchAll(statements), ...code.matchAll(dynamic)].map((match) => match[2] ?? '')
}

/** What each file imports: a path under `src/`, or the specifier of a package or a Node module. */
function importsOf({ path, text }: SourceFile): readonly string[] {
  return specifiers(text).map((to) => (to.startsWith('.') ? join(dirname(path), to) : to))
}

const isOurs = (to: string) => to.endsWith('.ts')

const rules = {
  'the core looks downwards: conversation -> questions, opinions -> record -> ports': (files) =>
    files.flatMap((file) => {
      const below = core[unitOf(file.path)]
      if (below === undefined) return []
      const allowed = [unitOf(file.path), ...below, ...groundFloor]
      return importsOf(file)
        .filter((to) => isOurs(to) && !allowed.includes(unitOf(to)))
        .map((to) => `${file.path}: imports ${to}`)
    }),

  'the archived SDK of Teams stays behind two files': (files) =>
    files
      .filter(({ path }) => !['authentication.ts', 'adapter.ts'].some((one) => path === `platforms/teams/${one}`))
      .filter((file) => importsOf(file).some((to) => to === 'botbuilder' || to.startsWith('botframework')))
      .map(({ path }) => `${path}: imports botbuilder`),

  'ports and faults rest on nothing of ours': (files) =>
    files
      .filter(({ path }) => groundFloor.includes(path))
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => isOurs(to) && !groundFloor.includes(to))
          .map((to) => `${file.path}: imports ${to}`),
      ),

  'the core knows no package but zod, stemmer where questions are understood, holidays where opinions are due, and diff where words are shown':
    (files) =>
      files.flatMap((file) =>
        unitOf(file.path) in core
          ? importsOf(file)
              .filter((to) => !isOurs(to) && !to.startsWith('node:'))
              .filter((to) => !corePackages[to]?.includes(unitOf(file.path)))
              .map((to) => `${file.path}: imports ${to}`)
          : [],
      ),

  'the core knows no module of Node but what reading and hashing the record takes': (files) =>
    files.flatMap((file) =>
      unitOf(file.path) in core
        ? importsOf(file)
            .filter((to) => to.startsWith('node:') && !coreNodeModules[file.path]?.includes(to))
            .map((to) => `${file.path}: imports ${to}`)
        : [],
    ),

  'platforms, model, storage and documents never import one another': (files) =>
    files.flatMap((file) =>
      adapters.includes(unitOf(file.path))
        ? importsOf(file)
            .filter((to) => adapters.includes(unitOf(to)) && unitOf(to) !== unitOf(file.path))
            .map((to) => `${file.path}: imports ${to}`)
        : [],
    ),

  'only the app and the entries import platforms, model, storage and documents': (files) =>
    files.flatMap((file) =>
      [...entries, ...adapters].includes(unitOf(file.path))
        ? []
        : importsOf(file)
            .filter((to) => isOurs(to) && adapters.includes(unitOf(to)))
            .map((to) => `${file.path}: imports ${to}`),
    ),

  'nothing but the entries imports the app and the entries': (files) =>
    files.flatMap((file) =>
      entries.includes(unitOf(file.path))
        ? []
        : importsOf(file)
            .filter((to) => isOurs(to) && entries.includes(unitOf(to)))
            .map((to) => `${file.path}: imports ${to}`),
    ),

  'no folder imports, by whatever way, what imports it': (files) => {
    const graph = new Map<string, Set<string>>()
    for (const file of files) {
      const from = unitOf(file.path)
      const known = graph.get(from) ?? new Set<string>()
      for (const to of importsOf(file)) if (isOurs(to) && unitOf(to) !== from) known.add(unitOf(to))
      graph.set(from, known)
    }
    const reaches = (from: string, goal: string, seen: ReadonlySet<string>): boolean =>
      [...(graph.get(from) ?? [])].some(
        (to) => to === goal || (!seen.has(to) && reaches(to, goal, new Set([...seen, to]))),
      )
    return [...graph.keys()]
      .filter((unit) => reaches(unit, unit, new Set()))
      .map((unit) => `${unit}: imports itself by way of others`)
  },

  'imports name files: relative, with .ts, inside src, known before the program runs': (files) =>
    files.flatMap((file) =>
      specifiers(file.text)
        .filter(
          (to) =>
            to === '' ||
            (to.startsWith('.')
              ? !to.endsWith('.ts') || join(dirname(file.path), to).startsWith('..')
              : to.startsWith('/')),
        )
        .map((to) => `${file.path}: imports "${to}"`),
    ),

  'files and folders are named in kebab-case': (files) =>
    files
      .filter(({ path }) => !path.split('/').every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.ts)?$/u.test(part)))
      .map(({ path }) => `${path}: not kebab-case`),

  'no enum, no namespace, no any, no default export': (files) => {
    const forbidden = {
      enum: /\benum\s+\w+\s*\{/u,
      namespace: /\b(?:namespace|module)\s+[\w.'"]+\s*\{/u,
      any: /:\s*any\s*(?=[,;)=\]}>|&\n]|$)|<\s*any\b|\bas\s+any\b|\bany\[\]|[|&]\s+any\b|\bany\s+[|&]\s|,\s*any\s*>/mu,
      'default export': /\bexport\s+default\b|\bas\s+default\b/u,
    }
    return files.flatMap(({ path, text }) =>
      Object.entries(forbidden)
        .filter(([, pattern]) => pattern.test(withoutComments(text)))
        .map(([name]) => `${path}: ${name}`),
    )
  },
} satisfies Record<string, Rule>

type RuleName = keyof typeof rules

const planted: { readonly [K in RuleName]: readonly [path: string, text: string][] } = {
  'the core looks downwards: conversation -> questions, opinions -> record -> ports': [
    ['record/a.ts', "import { b } from '../questions/b.ts'"],
    ['questions/a.ts', "import type { Reply } from '../conversation/reply.ts'"],
    ['questions/a.ts', "import { b } from '../opinions/b.ts'"],
    ['opinions/a.ts', "export { b } from '../questions/b.ts'"],
    ['conversation/a.ts', "import { b } from '../platforms/slack/b.ts'"],
    ['questions/look-up/a.ts', "const { b } = await import('../../model/b.ts')"],
    ['record/a.ts', "import { readConfig } from '../config.ts'"],
    ['conversation/messages/a.ts', "import '../../app.ts'"],
    ['opinions/a.ts', "export * from '../commands/b.ts'"],
    ['record/a.ts', "import {\n  one,\n  two,\n} from '../storage/b.ts'"],
    ['record/a.ts', "export type { B } from '../documents/b.ts'"],
    ['record/a.ts', "type B = import('../documents/b.ts').B"],
  ],
  'the archived SDK of Teams stays behind two files': [
    ['platforms/teams/teams-app.ts', "import { CloudAdapter } from 'botbuilder'"],
    ['conversation/turn.ts', "import type { Activity } from 'botframework-schema'"],
  ],
  'ports and faults rest on nothing of ours': [
    ['ports.ts', "import type { PublicRecord } from './record/public-record.ts'"],
    ['fault.ts', "import { readConfig } from './config.ts'"],
  ],
  'the core knows no package but zod, stemmer where questions are understood, holidays where opinions are due, and diff where words are shown':
    [
      ['questions/a.ts', "import OpenAI from 'openai'"],
      ['record/a.ts', "import { stemmer } from 'stemmer'"],
      ['conversation/a.ts', "import type { Block } from '@slack/bolt'"],
      ['opinions/a.ts', "import { low } from 'lowdb/node'"],
      ['opinions/a.ts', "import { stemmer } from 'stemmer'"],
      ['record/a.ts', "import holidayJp from '@holiday-jp/holiday_jp'"],
      ['conversation/a.ts', "import holidayJp from '@holiday-jp/holiday_jp'"],
      ['opinions/a.ts', "import { diffArrays } from 'diff'"],
    ],
  'the core knows no module of Node but what reading and hashing the record takes': [
    ['record/schema.ts', "import { readFileSync } from 'node:fs'"],
    ['record/build-record.ts', "import { readFileSync } from 'node:fs'"],
    ['record/read-reviewed.ts', "import { readFileSync } from 'node:fs'"],
    ['record/read-file.ts', "import { request } from 'node:http'"],
    ['conversation/a.ts', "import { styleText } from 'node:util'"],
    ['questions/build-record.ts', "import { createHash } from 'node:crypto'"],
  ],
  'platforms, model, storage and documents never import one another': [
    ['platforms/slack/a.ts', "import { b } from '../../storage/b.ts'"],
    ['documents/a.ts', "import { b } from '../model/b.ts'"],
    ['storage/a.ts', "import { b } from '../platforms/terminal/chat.ts'"],
  ],
  'only the app and the entries import platforms, model, storage and documents': [
    ['config.ts', "import { b } from './model/b.ts'"],
    ['conversation/a.ts', "import { b } from '../platforms/terminal/chat.ts'"],
    ['metrics/a.ts', "import { b } from '../storage/b.ts'"],
  ],
  'nothing but the entries imports the app and the entries': [
    ['platforms/terminal/a.ts', "import type { App } from '../../app.ts'"],
    ['config.ts', "import { ask } from './commands/ask.ts'"],
    ['storage/a.ts', "import '../cli.ts'"],
  ],
  'no folder imports, by whatever way, what imports it': [
    ['record/a.ts', "import { b } from '../fault.ts'"],
    ['fault.ts', "import { b } from './config.ts'"],
    ['config.ts', "import { b } from './record/a.ts'"],
  ],
  'imports name files: relative, with .ts, inside src, known before the program runs': [
    ['app.ts', "import { b } from './config'"],
    ['app.ts', "import { b } from './config.js'"],
    ['app.ts', 'const part = await import(name)'],
    ['app.ts', 'const part = await import(`./$' + '{name}.ts`)'],
    ['app.ts', "import { score } from '../bench/score.ts'"],
  ],
  'files and folders are named in kebab-case': [
    ['record/PublicRecord.ts', ''],
    ['record/public_record.ts', ''],
    ['lookUp/areas.ts', ''],
    ['record/-a.ts', ''],
  ],
  'no enum, no namespace, no any, no default export': [
    ['a.ts', 'enum Speaker { member }'],
    ['a.ts', 'export const enum Speaker {\n member }'],
    ['a.ts', 'namespace Record { }'],
    ['a.ts', 'declare module Record { }'],
    ['a.ts', 'function f(value: any) {}'],
    ['a.ts', 'const f = (value: any, other: string) => value'],
    ['a.ts', 'let value: any'],
    ['a.ts', 'const list: any[] = []'],
    ['a.ts', 'const map = new Map<string, any>()'],
    ['a.ts', 'const list: Array<any> = []'],
    ['a.ts', 'const one = value as any'],
    ['a.ts', 'type T = string | any | number'],
    ['a.ts', 'export default function f() {}'],
    ['a.ts', 'export { f as default }'],
  ],
}

const sound: readonly SourceFile[] = [
  {
    path: 'record/read-file.ts',
    text: "import { readFileSync } from 'node:fs'\nimport * as z from 'zod'\nimport { Fault } from '../fault.ts'\nimport type { Store } from '../ports.ts'\n",
  },
  {
    path: 'opinions/working-days.ts',
    text: "import holidayJp from '@holiday-jp/holiday_jp'\nimport { addDays } from './day.ts'\n",
  },
  {
    path: 'questions/look-up/areas.ts',
    text: "import { stemmer } from 'stemmer'\nimport type { A } from '../../record/a.ts'\nimport { b } from '../b.ts'\n",
  },
  {
    path: 'conversation/take-turn.ts',
    text: "/** As import { x } from '../platforms/x.ts' would be. */\nexport { a } from '../questions/a.ts'\nimport '../opinions/b.ts'\n",
  },
  {
    path: 'platforms/slack/a.ts',
    text: "import { App } from '@slack/bolt'\nimport { c } from '../../conversation/c.ts'\nimport { d } from '../d.ts'\n",
  },
  {
    path: 'app.ts',
    text: "import { readConfig } from './config.ts'\nimport { store } from './storage/journal/store.ts'\n",
  },
  {
    path: 'commands/ask.ts',
    text: "const load = async () => (await import('../app.ts')).openApp\nconst says = 'for any: any one may import this'\n// enum of old: any\n",
  },
]

describe.each(Object.keys(rules) as RuleName[])('%s', (name) => {
  const rule: Rule = rules[name]

  it('holds in src', () => {
    expect(rule(sources)).toEqual([])
  })

  it('lets what is sound pass', () => {
    expect(rule(sound)).toEqual([])
  })

  if (name === 'no folder imports, by whatever way, what imports it') {
    it('catches a ring of three', () => {
      const files = planted[name].map(([path, text]) => ({ path, text }))

      expect(rule(files)).toHaveLength(3)
      expect(rule(files.slice(0, 2))).toEqual([])
    })
  } else {
    it.each(planted[name])('catches %s with %j', (path, text) => {
      expect(rule([...sound, { path, text }])).toEqual([expect.stringMatching(path)])
    })
  }
})

describe('the house', () => {
  it('is all there: the walk has found its files and their imports', () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['cli.ts', 'record/build-record.ts', 'conversation/messages/ja.ts']),
    )
    for (const file of sources) {
      const written = withoutComments(file.text).match(/\bfrom '|\bimport\('/gu)?.length ?? 0
      expect(importsOf(file).length, file.path).toBe(written)
    }
    for (const file of sources)
      for (const to of importsOf(file).filter(isOurs)) expect(sources.map(({ path }) => path)).toContain(to)
  })
})

type Entry = {
  readonly title?: string | null
  readonly en?: string | null
  readonly reading?: string | null
  readonly text?: string
  readonly alsoCalled?: readonly string[]
}
type Lists = { readonly [K in 'projects' | 'policyAreas' | 'citedDocuments' | 'indicators']: readonly Entry[] }

/** The names that belong to a committee and not to the language: those of fewer than four letters are left out, they are words of any text. */
function namesOf(folder: string): { readonly full: readonly string[]; readonly short: readonly string[] } {
  const read = (file: string) => JSON.parse(readFileSync(join(root, folder, file), 'utf8'))
  const committee = read('committee.json')
  const documents: readonly Lists[] = committee.documents.map((id: string) => read(`record/${id}.json`))
  const named = documents.flatMap(({ projects, policyAreas }) => [...projects, ...policyAreas])
  const described = documents.flatMap(({ citedDocuments, indicators }) => [...citedDocuments, ...indicators])
  const words: readonly { readonly word: string }[] = read('record/words.json').words
  const full = [
    committee.name.ja,
    committee.name.en,
    ...committee.alsoCalled,
    ...[...named, ...described].flatMap(({ title, en, reading, text }) => [title, en, reading, text]),
  ]
  const short = [...named.flatMap(({ alsoCalled }) => alsoCalled ?? []), ...words.map(({ word }) => word)]
  return {
    full: full.filter((name) => typeof name === 'string'),
    short: short.filter((name) => name.length >= 4),
  }
}

/** Titles, readings and names stand nowhere in the code, shorter names and headwords not outside comments; the folder's own name may. */
function namesIn(files: readonly SourceFile[], folder: string, names: ReturnType<typeof namesOf>): readonly string[] {
  const found = (text: string, list: readonly string[]) => {
    const searched = text.replaceAll(folder, '').toLowerCase()
    return list.filter((name) => searched.includes(name.toLowerCase()))
  }
  return files.flatMap(({ path, text }) =>
    [...new Set([...found(text, names.full), ...found(withoutComments(text), names.short)])].map(
      (name) => `${path}: ${name}`,
    ),
  )
}

describe.each(globSync('data/*/committee.json', { cwd: root }).map(dirname))('the names of %s', (folder) => {
  const names = namesOf(folder)

  it('stand nowhere in src', () => {
    expect(namesIn(sources, folder, names)).toEqual([])
    expect(names.full.length).toBeGreaterThan(10)
  })

  it.each([...names.full, ...names.short])('are caught where %s is planted', (name) => {
    const planted = { path: 'questions/a.ts', text: `const special = /${name}/u` }

    expect(namesIn([planted], folder, names)).toContain(`questions/a.ts: ${name}`)
  })

  it('may be those of the folder, and aliases may stand in comments', () => {
    const [alias = ''] = names.short
    const text = `const folder = '${folder}'\n/** As ${alias} is written. */\n// ${basename(folder)} is not meant here.\n`

    expect(
      namesIn(
        [{ path: 'config.ts', text: text.replace(`// ${basename(folder)} is not meant here.\n`, '') }],
        folder,
        names,
      ),
    ).toEqual([])
  })
})
