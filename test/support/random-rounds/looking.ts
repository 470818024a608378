import { expect } from 'vitest'
import { checkItems } from './items-check.ts'
import { readerOf } from './readers.ts'
import { checkFiles, checkRecord } from './record-check.ts'
import { officePlaces, placeOf } from './round-office.ts'
import type { Scene } from './scene.ts'
import { tokensIn } from './tokens.ts'

export async function deliver(scene: Scene): Promise<void> {
  const { now } = scene.office
  for (const { place, text, key } of await scene.office.tick()) {
    scene.script.push(`posted to ${place}: ${key}`)
    const person = scene.people.find(
      (one) => (one.account !== '' && placeOf(one.account) === place) || `mail:${one.member?.mail}` === place,
    )
    if (person !== undefined)
      await scene.readers.check(text, readerOf(person, now), { annex: key.includes('/shared/') })
    else {
      expect(officePlaces).toContain(place)
      scene.readers.checkBare(text)
    }
  }
}

/** After each step: the records agree with what people did, and nothing stands where it may not. */
export async function lookAround(scene: Scene): Promise<void> {
  const { records, reports } = scene.office
  await checkItems(scene.truth, records)
  const acts = await records.list('acts')
  const new_ = acts.slice(scene.looked.acts)
  // Staff are named there, by id and post; members are not.
  const staff = scene.people.filter((one) => one.staff !== null)
  scene.readers.checkBare(JSON.stringify(new_.map(({ value }) => value)), staff)
  scene.readers.checkBare(reports.slice(scene.looked.reports).join('\n'))
  const releases = (await records.list('releases')).map(({ key, version }) => `${key.id}@${version}`).join(' ')
  if (releases !== scene.looked.releases) {
    await checkRecord(scene.office, scene.readers)
    await checkFiles(scene.office, scene.readers)
  }
  scene.looked = { acts: acts.length, reports: reports.length, releases }
}

/** The words of what was erased are on no disk any more, but for those that somebody else has said. */
export function checkErased({ truth, said, office }: Scene): void {
  const asked = [...said.values()].join('\n')
  for (const { state, versions, receipt } of truth.sent) {
    if (state !== 'erased') continue
    const words = tokensIn(versions.map(({ text }) => text).join('\n'))
    for (const word of words.filter((one) => !asked.includes(one)))
      expect([receipt, word, office.folder.grep(word)]).toEqual([receipt, word, []])
  }
}
