import { readFileSync } from 'node:fs'
import type { PackageFiles } from '../../src/platforms/teams/check-package.ts'
import { drawIcons } from '../../src/platforms/teams/draw-icons.ts'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null
type Edits = Readonly<Record<string, Json | undefined>>

/**
 * A copy of the app package that comes with the bot, with other values at some places of its manifest or its English texts;
 * undefined takes the key away.
 */
export function packageWith(edits: Edits = {}, english: Edits = {}): PackageFiles {
  const { color, outline } = drawIcons('#1F4E79')
  const manifest = readShipped('manifest.json')
  const texts = readShipped('en.json')
  for (const [path, value] of Object.entries(edits)) put(manifest, path.match(/[^.[\]]+/gu) ?? [], value)
  for (const [key, value] of Object.entries(english)) put(texts, [key], value)
  return { 'manifest.json': bytes(manifest), 'en.json': bytes(texts), 'color.png': color, 'outline.png': outline }
}

function readShipped(name: string): Json {
  return JSON.parse(readFileSync(new URL(`../../manifest/teams/${name}`, import.meta.url), 'utf8'))
}

function bytes(value: Json): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function put(into: Json, [key = '', ...rest]: readonly string[], value: Json | undefined): void {
  if (into === null || typeof into !== 'object') throw new Error(`nothing to put ${key} into`)
  const group = into as Record<string, Json>
  if (rest.length > 0) put((group[key] ??= {}), rest, value)
  else if (value === undefined) delete group[key]
  else group[key] = value
}
