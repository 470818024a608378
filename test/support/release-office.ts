import { Outbox } from '../../src/conversation/outbox.ts'
import { newsMessage } from '../../src/conversation/outcome-reply.ts'
import type { ReleaseAct } from '../../src/conversation/release-form.ts'
import type { Did } from '../../src/conversation/turn.ts'
import { type Minute, momentOf } from '../../src/opinions/day.ts'
import type { Disposition } from '../../src/opinions/queue-item.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { openFrontOffice, opinionForm } from './front-office.ts'
import { PostRoom } from './post-room.ts'

/** 決裁 of the day on which an annex is shared, in `sharing`. */
export const decree = { decided: '2026-09-24', number: '札まち第123号', post: 'まちづくり政策局長' } as const
type Act<Does extends ReleaseAct['do']> = Extract<ReleaseAct, { readonly do: Does }>
export const sharing: Act<'share'> = { do: 'share', call: '2026-1', ...decree, names: 'none' }
export const publishing: Act<'publish'> = {
  ...{ do: 'publish', call: '2026-1', day: '2026-10-01' },
  address: 'https://www.example.jp/annex',
}
export const undoing: Act<'undo'> = { do: 'undo', call: '2026-1', reason: '誤りがあったため' }
export const printing: Act<'print'> = {
  ...{ do: 'print', item: 'R8-001-1', text: '橋の点検を計画的に進めてください。' },
}
export const checking: Act<'check'> = { do: 'check', call: '2026-1', until: '2026-09-25', receipts: [] }
/** A Thursday on which nobody waits for the morning. */
export const shareDay: Minute = '2026-09-24T10:00'
export const publishDay: Minute = '2026-10-01T10:00'

/**
 * An office from the filing to the publication of an annex, with an outbox that writes to a room: call 2026-1 asks sato,
 * suzuki and ito until 28 August; sato and suzuki have accounts.
 */
export async function openReleaseOffice() {
  const office = await openFrontOffice()
  const { records, put, folder, store } = office
  const holder = { kind: 'member', id: 'suzuki' } as const
  const account = { account: 'slack:suzuki', holder, claimed: null, place: 'slack:dm-suzuki', since: 9 }
  await put(records.put('accounts', 'slack:suzuki', { ...account, language: 'ja' }))
  const room = new PostRoom('slack')
  const outbox = new Outbox({
    ...{ store, records, messengers: [room], clock: folder.clock, holder: 'outbox', report: () => {} },
    render: (news, { language, place }) =>
      newsMessage(news, {
        ...office.base,
        ...{ language, address: '', here: !place.startsWith('mail:'), staff: false, at: folder.clock.now() },
      }),
  })

  function at(minute: Minute): void {
    folder.clock.pass(momentOf(minute) - folder.clock.now())
  }

  /** Files an opinion; returns its receipt. */
  async function file(who: string, text: string, call = '2026-1'): Promise<string> {
    const before = new Set((await records.list('submissions')).map(({ value }) => value.receipt))
    await office.fill(who, opinionForm(text, { call }))
    const filed = (await records.list('submissions')).find(({ value }) => !before.has(value.receipt))
    if (filed === undefined) throw new Error(`nothing was filed for ${who}`)
    return filed.value.receipt
  }

  /** Settles an item as the queue would: by a checked response, without one, or with another item. */
  async function settle(item: string, settled: string | Exclude<Disposition, { kind: 'answer' }>): Promise<void> {
    const found = await records.find('items', item)
    const submission = found && (await records.find('submissions', found.value.receipt))
    if (found === undefined || submission === undefined) throw new Error(`no item ${item}`)
    const { receipt, version, stage } = submission.value
    const isText = typeof settled === 'string'
    const number = isText ? (found.value.response ?? 0) + 1 : null
    const response = {
      ...{ item, receipt, version, text: String(settled), at: folder.clock.now() },
      author: { kind: 'staff' as const, id: 'yamada' },
    }
    await put(
      records.put('items', item, {
        ...found.value,
        disposition: isText ? { kind: 'answer' } : settled,
        response: number,
        checked: isText ? { by: 'kimura', at: folder.clock.now() } : null,
        outdated: false,
      }),
      ...(number === null ? [] : [records.put('responses', `${item}.${number}`, { ...response, number })]),
      ...(stage === 'received'
        ? [records.put('submissions', receipt, { ...submission.value, stage: 'considering' })]
        : []),
    )
  }

  /** What an act of the secretariat's told. */
  async function act(act: ReleaseAct, who = 'yamada', language: Language = 'ja') {
    const outcome = await office.fill(who, { name: 'release', act }, { language })
    return { ...outcome, one: outcome.told[0] as { readonly kind: string; readonly why?: string } }
  }

  const did = async (who: string, what: Did, language: Language = 'ja') => await office.take(who, what, { language })
  return {
    ...office,
    ...{ room, outbox, at, file, settle, act },
    /** Says one thing after another; what is answered to the last. */
    async say(who: string, ...lines: readonly string[]) {
      let last = await office.take(who, { kind: 'say', text: lines[0] ?? '' })
      for (const text of lines.slice(1)) last = await office.take(who, { kind: 'say', text })
      return last
    },
    press: async (who: string, name: Extract<Did, { kind: 'action' }>['name'], about?: string, language?: Language) =>
      await did(who, about === undefined ? { kind: 'action', name } : { kind: 'action', name, about }, language),
    /** The notices that wait, by kind. */
    waiting: async () => (await records.list('outbox')).map(({ value }) => value.news.kind),
    stages: async () =>
      Object.fromEntries((await records.list('submissions')).map(({ value }) => [value.receipt, value.stage])),
  }
}

/** Two opinions that are answered and one 「意見なし」, on the day on which they may be shared. */
export async function openReadyOffice() {
  const office = await openReleaseOffice()
  await office.file('sato', '橋の点検を進めてください。')
  await office.file('suzuki', 'よい計画だと思います。')
  await office.settle('R8-001-1', '点検を進めてまいりたい。')
  await office.settle('R8-002-1', { kind: 'none' })
  office.at(shareDay)
  await office.outbox.deliver()
  office.room.received.length = 0
  return office
}

/** Two opinions of the standing call, R8-003 and R8-004, each given to the members by itself, a minute apart. */
export async function shareStandingTwice(office: Awaited<ReturnType<typeof openReleaseOffice>>): Promise<void> {
  for (const who of ['sato', 'suzuki']) {
    const receipt = await office.file(who, '随時の御意見です。', 'standing')
    await office.settle(`${receipt}-1`, { kind: 'none' })
    await office.act({ ...sharing, call: 'standing' })
    office.folder.clock.pass(60_000)
  }
}
