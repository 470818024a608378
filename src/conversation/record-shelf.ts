import { readReleasedAnnex } from '../opinions/annex.ts'
import { findCall } from '../opinions/filing.ts'
import type { Found, Records } from '../opinions/records.ts'
import type { Release } from '../opinions/release.ts'
import { buildReleaseDocument, type ReleaseDocument } from '../opinions/release-document.ts'
import { listSheets, type Sheet } from '../opinions/sheet.ts'
import { type PreparedRecord, prepareRecord } from '../questions/prepared-record.ts'
import { buildRecord, type Reviewed, type ReviewedSource } from '../record/build-record.ts'
import type { StatusSheet } from '../record/status-sheet.ts'
import type { Audience } from './audience.ts'

/**
 * The record for each audience as it was made ready of the same releases and status sheets; `published` and `sheets` are what
 * is a layer over the reviewed files.
 */
type Shelved = {
  readonly of: string
  readonly prepared: Readonly<Record<Audience, PreparedRecord>>
  readonly published: readonly ReviewedSource[]
  readonly sheets: readonly StatusSheet[]
}

/** What lies over the reviewed files. */
type Layers = { readonly releases: readonly Found<Release>[]; readonly sheets: readonly Found<Sheet>[] }

/**
 * The record as each audience may see it: the reviewed files and the published rounds for everybody, and for members and
 * staff what was shared with them too. Made anew by the next question after a release has changed, whatever has
 * changed it: sharing, publishing, taking back, a withdrawal or an erasure puts it anew.
 */
export class RecordShelf {
  /** The reviewed files alone. */
  readonly reviewed: PreparedRecord
  readonly #files: Reviewed
  readonly #records: Records
  #shelved: Shelved | null = null

  constructor(files: Reviewed, records: Records) {
    this.#files = files
    this.#records = records
    this.reviewed = prepareRecord(buildRecord(files))
  }

  /** The record that an audience may see, as it is now. */
  async recordFor(audience: Audience): Promise<PreparedRecord> {
    return (await this.#current()).prepared[audience]
  }

  /** The accepted status sheets; the same list as long as none changes. */
  async sheets(): Promise<readonly StatusSheet[]> {
    return (await this.#current()).sheets
  }

  /** The published rounds as documents; the same list as long as no release changes. */
  async published(): Promise<readonly ReviewedSource[]> {
    return (await this.#current()).published
  }

  async #current(): Promise<Shelved> {
    let layers = await this.#layers()
    // Again where one has changed meanwhile: what was taken back while it was made ready is shown to nobody.
    while (this.#shelved?.of !== keyOf(layers)) {
      this.#shelved = await this.#shelve(layers)
      layers = await this.#layers()
    }
    return this.#shelved
  }

  async #layers(): Promise<Layers> {
    return { releases: await this.#records.list('releases'), sheets: await listSheets(this.#records) }
  }

  async #shelve(layers: Layers): Promise<Shelved> {
    const { releases } = layers
    const sheets = layers.sheets.map(({ value }) => value.document)
    const lists = sheets.length === 0 ? this.reviewed : this.#prepare([], sheets)
    // A reviewed file of the same document takes its place.
    const held = new Set(this.#files.documents.map(({ reviewed }) => reviewed.document.id))
    const built = await Promise.all(releases.map(async (one) => await this.#document(one, lists)))
    const documents = built.filter((one) => one !== null).filter(({ source }) => !held.has(source.reviewed.document.id))
    const isPublic = ({ source }: ReleaseDocument) => source.reviewed.document.release?.published != null
    const published = documents.filter(isPublic).map(({ source }) => source)
    const everybody = this.#prepare(published, sheets)
    const members =
      published.length === documents.length
        ? everybody
        : this.#prepare(
            documents.map(({ source }) => source),
            sheets,
          )
    const receipts = new Map(documents.flatMap((document) => [...document.receipts]))
    const staff = { ...members, record: { ...members.record, receipts } }
    return { of: keyOf(layers), prepared: { everybody, members, staff }, published, sheets }
  }

  #prepare(layer: readonly ReviewedSource[], sheets: readonly StatusSheet[]): PreparedRecord {
    return layer.length + sheets.length === 0 ? this.reviewed : prepareRecord(buildRecord(this.#files, layer, sheets))
  }

  async #document(release: Found<Release>, { record }: PreparedRecord): Promise<ReleaseDocument | null> {
    const { committee, projects } = record
    const annex = await readReleasedAnnex(this.#records, release.value)
    const call = (await findCall(this.#records, release.value.call))?.value
    return buildReleaseDocument({ release, annex, call, committee: committee.name.ja, lists: projects })
  }
}

function keyOf({ releases, sheets }: Layers): string {
  return [...releases, ...sheets].map(({ key, version }) => `${key.id}@${version}`).join(' ')
}
