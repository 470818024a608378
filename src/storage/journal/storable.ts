import { Fault } from '../../fault.ts'
import type { Change, Json, Key } from '../../ports.ts'

/** As JSON.stringify writes NUL and a lone surrogate, unless the backslash is itself a backslash's second half. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/u

/**
 * The change as it comes back from JSON: a copy that the caller cannot alter any more.
 * @throws Fault `not-storable`, naming the record: NUL, a lone surrogate, an empty key, or no JSON.
 */
export function storable(change: Change): Change {
  const key = checkKey(change.key)
  return change.kind === 'put' ? { kind: 'put', key, value: copyOf(change.value, key) } : { kind: change.kind, key }
}

/** @throws Fault `not-storable` */
export function checkKey({ committee, collection, id }: Key): Key {
  const key = { committee, collection, id }
  if (Object.values(key).some((part) => part === '')) throw refusal(key, 'a part of its key is empty')
  if (unstorable.test(JSON.stringify(key))) throw refusal(key, 'its key has NUL or a lone surrogate')
  return key
}

function copyOf(value: Json, key: Key): Json {
  const json = JSON.stringify(value) as string | undefined
  if (json === undefined) throw refusal(key, 'its value is not JSON')
  if (unstorable.test(json)) throw refusal(key, 'its value has NUL or a lone surrogate; clean texts where they come in')
  return JSON.parse(json)
}

function refusal({ committee, collection, id }: Key, why: string): Fault {
  return new Fault('not-storable', `${JSON.stringify([committee, collection, id])} cannot be stored: ${why}`)
}
