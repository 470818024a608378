import { expect, it } from 'vitest'
import { maskNotice } from '../../src/conversation/reportable.ts'
import type { News } from '../../src/opinions/notice.ts'

it.each<[string, News, string]>([
  ['reply/slack:T1:D1/17.5', { kind: 'turn-reply', turn: 'slack:T1:D1/17.5' }, 'turn-reply'],
  ['reply/slack:T1:D1/17.5.0', { kind: 'receipt', receipt: 'R8-001' }, 'receipt/R8-001'],
  ['act/slack:T1:U1/v.0/R8-001.0', { kind: 'submission-act', receipt: 'R8-001', act: 'x' }, 'submission-act/R8-001'],
  ['claim/slack:T1:U1/5.0', { kind: 'account-claim', account: 'slack:T1:U1' }, 'account-claim'],
  ['card/R8-001.0', { kind: 'submission-card', receipt: 'R8-001' }, 'card/R8-001.0'],
  ['reminder/2026-1/sato', { kind: 'reminder', call: '2026-1', member: 'sato' }, 'reminder/2026-1/…'],
])('tells the operator of %s nobody by name', (id, news, masked) => {
  expect(maskNotice(id, news)).toBe(masked)
})
