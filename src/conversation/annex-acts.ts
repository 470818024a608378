import { type AnnexWarning, checkAnnex } from '../opinions/annex-check.ts'
import { type AnnexDocument, readAnnexDocument } from '../opinions/annex-document.ts'
import { standing } from '../opinions/call.ts'
import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import { type LedgerRow, readLedger } from '../opinions/ledger.ts'
import type { AnnexAct, AnnexFormat } from './annex-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act on the annex (別紙) and the ledger (受付簿): data of which files are made. Looks at the records (`view`) are not kept, but read again. */
export type AnnexTold =
  | ({
      readonly kind: 'annex'
      readonly view: true
      /** The call's id, or the release's. */
      readonly id: string
      /** The file that is wanted of it. */
      readonly format?: AnnexFormat
      readonly warnings: readonly AnnexWarning[]
    } & AnnexDocument)
  | { readonly kind: 'ledger'; readonly view: true; readonly call: string | null; readonly rows: readonly LedgerRow[] }
  | Refused<'not-staff'>
  | { readonly kind: 'refused'; readonly why: 'unknown-annex'; readonly call: string }

/** Decides an act on the annex (別紙) and the ledger (受付簿). Both hold what is not published, and names: they are for staff. */
export async function actOnAnnex({ actor, records, prepared }: Scene, act: AnnexAct): Promise<Decision<AnnexTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const { call } = act
  switch (act.do) {
    case 'show': {
      const document = await readAnnexDocument(records, act.call, act.names, prepared.record.committee.name.ja)
      if (document === undefined) return tell({ kind: 'refused', why: 'unknown-annex', call: act.call })
      const warnings = await checkAnnex(records, document)
      const { format } = act
      return tell({ kind: 'annex', view: true, id: act.call, ...(format && { format }), ...document, warnings })
    }
    case 'ledger': {
      const known = call === null || call === standing || (await records.find('calls', call)) !== undefined
      if (!known) return tell({ kind: 'refused', why: 'unknown-annex', call })
      return tell({ kind: 'ledger', view: true, call, rows: await readLedger(records, call) })
    }
  }
}
