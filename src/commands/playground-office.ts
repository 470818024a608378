import { openBot } from '../app.ts'
import type { Config } from '../config.ts'
import type { Did } from '../conversation/turn.ts'
import { addDays, type Day, dayOf, fiscalYearOf } from '../opinions/day.ts'
import type { RosterFile } from '../opinions/import-roster.ts'
import type { NewCall } from '../opinions/open-call.ts'
import { accountOf, encodePlace } from '../platforms/teams/teams-place.ts'
import { localGuest, localTurn } from '../platforms/terminal/local-turn.ts'
import { localMessengers } from './local-messengers.ts'
import { formOf } from './office-did.ts'
import { divisions, people, teamsIds, tenant, type Window } from './playground-people.ts'

/** Days from opening the call to its end, or a few more where that day is a closed one. */
const ahead = 14

/**
 * Brings the invented people with their accounts in the Playground, and an open call: what a secretariat does by its commands,
 * done in the same way. Nothing is brought where somebody of the staff is on the roster already.
 * @returns whether it was brought
 */
export async function setUpOffice(config: Config, windows: readonly Window[], report: (message: string) => void) {
  await using bot = await openBot(config, { messengers: localMessengers(config).all, report })
  if ((await bot.desk.records.list('staff')).length > 0) return false
  const { committee } = bot.desk.records
  const at = Date.now()
  const today = dayOf(at)
  const guest = localGuest('ja')
  await bot.take(localTurn(committee, guest, formOf({ name: 'import-roster', file: roster(today), accept: true })))

  const account = await bot.signIn({ kind: 'staff', id: people.staff[0].id }, guest.user, 'ja')
  const act = async (did: Did) => await bot.take(localTurn(committee, { ...guest, account }, did))
  for (const { who, service } of windows) {
    const { id, aadObjectId } = teamsIds(who)
    const person = accountOf(tenant, aadObjectId)
    const place = encodePlace({ service, tenant, conversation: null, user: id })
    const did = formOf({ name: 'claim', who: who.name })
    await bot.take({ id: `${person}/claim`, committee, person, conversation: place, place, language: 'ja', did })
    await act(formOf({ name: 'confirm-account', input: { account: person, person: who.id } }))
  }
  const deadline = `${bot.calendar.workingDayFrom(addDays(today, ahead))}T17:00`
  await act(formOf({ name: 'open-call', input: call(today, deadline) }))
  return true
}

/** Everybody holds office in the fiscal year of a day and in the next, in which a call of its last days may end. */
function roster(today: Day): RosterFile {
  const year = fiscalYearOf(today)
  const [from, to] = [`${year}-04-01`, `${year + 2}-03-31`]
  return {
    members: people.members.map((one) => ({ ...one, terms: [{ from, to }], mail: null })),
    staff: people.staff.map(({ id, name, post }) => ({ id, name, posts: [{ post, from, to: null }] })),
    divisions: [year, year + 1].map((fiscalYear) => ({
      fiscalYear,
      divisions: divisions.map((one) => ({ ...one, mail: null })),
    })),
  }
}

function call(today: Day, deadline: string): NewCall {
  const year = fiscalYearOf(today)
  return {
    id: `${year}-1`,
    name: `令和${fullWidth(year - 2018)}年度第１回`,
    form: 'meeting',
    approval: false,
    agenda: ['取組の進捗状況について'],
    documents: [],
    deadline,
    asked: 'all',
  }
}

function fullWidth(number: number): string {
  return `${number}`.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}
