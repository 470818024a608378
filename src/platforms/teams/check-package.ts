import * as z from 'zod'
import { findWord } from '../../conversation/words.ts'
import { findCues } from '../../questions/cues.ts'
import { normalText } from '../../questions/normal-text.ts'
import { iconSizes } from './draw-icons.ts'
import { TeamsManifest, TeamsTexts, textsOf } from './manifest-schema.ts'
import { extensionCommands } from './names.ts'
import { pictureSize } from './picture-size.ts'

/** The files of an app package, by name: `manifest.json`, the texts of other languages, and the icons. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>

/** What is wrong at a path of a file (`en.json: name.short`), and what to do. */
export type PackageFault = { readonly path: string; readonly says: string }
export type CheckedPackage =
  | { readonly outcome: 'sound'; readonly manifest: TeamsManifest }
  | { readonly outcome: 'faulty'; readonly faults: readonly PackageFault[] }

/**
 * Compares an app package with Teams' limits and with what the bot can do: nothing may stand in it that it does not answer, and
 * nothing may be asked for that it has no use for.
 */
export function checkPackage(files: PackageFiles): CheckedPackage {
  const json = readJson(files, 'manifest.json')
  if ('says' in json) return { outcome: 'faulty', faults: [json] }
  const read = TeamsManifest.safeParse(json.value)
  if (!read.success)
    return {
      outcome: 'faulty',
      faults: read.error.issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), says: message })),
    }
  const manifest = read.data
  const faults = [
    ...botFaults(manifest),
    ...commandFaults(manifest),
    ...extensionFaults(manifest),
    ...iconFaults(manifest, files),
    ...languageFaults(manifest, files),
  ]
  return faults.length === 0 ? { outcome: 'sound', manifest } : { outcome: 'faulty', faults }
}

/** A file of a package as JSON; a byte order mark is left out. */
export function readJson(files: PackageFiles, name: string): { readonly value: unknown } | PackageFault {
  const bytes = Object.hasOwn(files, name) ? files[name] : undefined
  if (bytes === undefined) return { path: name, says: 'it is not in the package: add it' }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (cause) {
    return { path: name, says: `it is no JSON in UTF-8 (${(cause as Error).message}): mend it` }
  }
}

function botFaults({ bots, composeExtensions }: TeamsManifest): readonly PackageFault[] {
  const [bot] = bots
  const [extension] = composeExtensions
  const isOthers = extension !== undefined && bot !== undefined && extension.botId !== bot.botId
  return [
    ...(isOthers ? [{ path: 'composeExtensions[0].botId', says: 'it is not that of bots[0]: write the same' }] : []),
    ...(bot === undefined || bot.supportsFiles
      ? []
      : [{ path: 'bots[0].supportsFiles', says: 'files are handed over in chats with the bot: write true' }]),
  ]
}

/** Choosing a command sends its title as a message: the bot must know it as a word. */
function commandFaults(manifest: TeamsManifest): readonly PackageFault[] {
  return (manifest.bots[0]?.commandLists ?? []).flatMap(({ commands }, list) =>
    commands.flatMap(({ title }, at) => {
      const path = `bots[0].commandLists[${list}].commands[${at}].title`
      if (commands.findIndex((other) => other.title === title) < at)
        return [{ path, says: `"${title}" stands here twice: remove one` }]
      return isWord(title) ? [] : [{ path, says: notAWord(title) }]
    }),
  )
}

function isWord(title: string): boolean {
  return findWord(title) !== undefined || findCues(normalText(title)).has('help')
}

function notAWord(title: string): string {
  return `Teams sends "${title}" as a message, and the bot knows no such word: write one that it knows, such as 意見 or opinion`
}

function extensionFaults({ composeExtensions }: TeamsManifest): readonly PackageFault[] {
  const known: readonly string[] = Object.values(extensionCommands)
  const commands = composeExtensions[0]?.commands ?? []
  return commands.flatMap(({ id, context }, at) => {
    const path = `composeExtensions[0].commands[${at}]`
    if (!known.includes(id))
      return [{ path: `${path}.id`, says: `the bot does not answer "${id}", it knows ${known.join(', ')}: remove it` }]
    if (commands.findIndex((other) => other.id === id) < at)
      return [{ path: `${path}.id`, says: `"${id}" stands here twice: remove one` }]
    const onMessage = id === extensionCommands.opinionFromMessage
    if (context.length > 0 && context.every((one) => (one === 'message') === onMessage)) return []
    const says = onMessage ? 'it is about a message: write ["message"]' : 'it is about no message: write ["compose"]'
    return [{ path: `${path}.context`, says }]
  })
}

function iconFaults({ icons }: TeamsManifest, files: PackageFiles): readonly PackageFault[] {
  return (['color', 'outline'] as const).flatMap((kind) => {
    const name = icons[kind]
    const bytes = Object.hasOwn(files, name) ? files[name] : undefined
    if (bytes === undefined) return [{ path: `icons.${kind}`, says: `${name} is not in the package: add it` }]
    const size = iconSizes[kind]
    const found = pictureSize(bytes)
    if (found === undefined) return [{ path: name, says: 'it is no PNG: Teams takes nothing else' }]
    return found.width === size && found.height === size
      ? []
      : [{ path: name, says: `it is ${found.width} by ${found.height} pixels: Teams wants ${size} by ${size}` }]
  })
}

function languageFaults(manifest: TeamsManifest, files: PackageFiles): readonly PackageFault[] {
  const expected = textsOf(manifest)
  return (manifest.localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    const json = readJson(files, file)
    if ('says' in json) return [json]
    const read = TeamsTexts.safeParse(json.value)
    if (!read.success) return read.error.issues.map(({ message }) => ({ path: file, says: message }))
    const texts = read.data
    return [
      ...Object.keys(texts)
        .filter((key) => !expected.has(key))
        .map((key) => ({ path: `${file}: ${key}`, says: 'the manifest has no such text: remove it' })),
      ...[...expected].flatMap(([key, { most }]) => {
        const says = textFault(Object.hasOwn(texts, key) ? texts[key] : undefined, key, most)
        return says === undefined ? [] : [{ path: `${file}: ${key}`, says }]
      }),
    ]
  })
}

function textFault(text: unknown, key: string, most: number): string | undefined {
  if (typeof text !== 'string' || text === '') return 'it is missing: write it in this language'
  if (text.length > most) return `${text.length} characters, Teams takes ${most}: shorten it`
  return /^bots.*\.title$/u.test(key) && !isWord(text) ? notAWord(text) : undefined
}
