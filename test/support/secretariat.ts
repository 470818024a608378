import type { Bot } from '../../src/app.ts'
import { soon } from './cli-office.ts'

const term = { from: '2020-01-01', to: '2999-12-31' }
const member = (id: string, name: string) => ({ id, name, title: '委員', terms: [term], mail: null })
const staffOf = (id: string, name: string) => ({
  id,
  name,
  posts: [{ post: `${id}の職`, from: '2020-01-01', to: null }],
})
const year = Number(soon.slice(0, 4)) - (soon.slice(5) < '04-01' ? 1 : 0)

/** The call that is open. */
export const call = `${year}-1`
export { soon }

/** Two members, two of the staff, and divisions by name. */
export const peopleOf = (divisions: readonly string[] = ['農政課', '環境政策課', '福祉総務課']) => ({
  members: [member('sato', '佐藤　一郎'), member('suzuki', '鈴木　花子')],
  staff: [staffOf('yamada', '山田　太郎'), staffOf('kimura', '木村　桜')],
  divisions: { fiscalYear: year, divisions: divisions.map((name, at) => ({ id: `ka${at + 1}`, name, mail: null })) },
})

type Who = { readonly person: string; readonly place: string }

/** What is done beside a platform, by the core's own forms; a call is open after it. */
export async function beside(bot: () => Bot, who: (id: string) => Who) {
  let turns = 0
  /** Something done, and what it came to. */
  async function act(id: string, form: object) {
    const { person, place } = who(id)
    const turn = {
      id: `act-${(turns += 1)}`,
      committee: 'sapporo-vision',
      person,
      place,
      conversation: `${person}/beside`,
    }
    const { outcome } = await bot().take({ ...turn, did: { kind: 'form', form } as never })
    await bot().follow(outcome)
    return outcome
  }
  const input = {
    ...{ id: call, name: '令和の会議', form: 'meeting', approval: false, agenda: ['議題の一'], documents: [] },
    ...{ deadline: `${soon}T17:00`, asked: 'all' },
  }
  await act('yamada', { name: 'open-call', input })
  return {
    act,
    /** Files an opinion and returns its receipt. */
    async file(id: string, text: string, subject = '全般'): Promise<string> {
      const fields = { edits: null, call, subject, text, vote: null, printName: false, split: true, onBehalf: null }
      const outcome = await act(id, { name: 'opinion', ...fields, confirmed: true })
      const told = outcome.told.find(({ kind }) => kind === 'receipt')
      if (told === undefined || !('receipt' in told)) throw new Error(JSON.stringify(outcome.told))
      return told.receipt
    },
  }
}
