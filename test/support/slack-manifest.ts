import { readFileSync } from 'node:fs'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null

/** A copy of the manifest that comes with the bot, with other values at some paths; undefined takes the key away. */
export function manifestWith(edits: Readonly<Record<string, Json | undefined>> = {}): Json {
  const manifest: Json = JSON.parse(readFileSync(new URL('../../manifest/slack.json', import.meta.url), 'utf8'))
  for (const [path, value] of Object.entries(edits)) put(manifest, path.match(/[^.[\]]+/gu) ?? [], value)
  return manifest
}

function put(into: Json, [key = '', ...rest]: readonly string[], value: Json | undefined): void {
  if (into === null || typeof into !== 'object') throw new Error(`nothing to put ${key} into`)
  const group = into as Record<string, Json>
  if (rest.length > 0) put((group[key] ??= {}), rest, value)
  else if (value === undefined) delete group[key]
  else group[key] = value
}
