import { describe, expect, it } from 'vitest'
import { momentOf } from '../../../src/opinions/day.ts'
import { openServices } from '../../../src/platforms/teams/services.ts'
import { encodePlace } from '../../../src/platforms/teams/teams-place.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'

const sato = {
  id: 'sato',
  name: '佐藤',
  title: '委員',
  terms: [{ from: '2025-04-01', to: '2027-03-31' }],
  mail: null,
}
const yamada = { id: 'yamada', name: '山田', posts: [{ post: '係長', from: '2025-04-01', to: null }] }

/** An opinion of weeks ago, whose card is in the channel; the bot has been started anew since. */
async function openLater(services: (base: string) => string) {
  const start = momentOf('2026-08-03T10:00')
  const office = await openTeamsOffice({
    members: [sato],
    staff: [yamada],
    at: start,
    services,
    ownPace: { interval: 0, burst: 1 },
  })
  const { teams } = office
  const account = (id: string) => `teams:${teams.tenant}:${teams.person(office.user(id))?.aadObjectId}`
  const take = async (id: string, form: object) => {
    const person = account(id)
    const place = encodePlace({
      service: teams.serviceUrl,
      tenant: teams.tenant,
      conversation: null,
      user: office.user(id),
    })
    const who = { committee: 'sapporo-vision', person, conversation: `${person}/beside`, place }
    const { outcome } = await office.bot.take({ ...who, id: crypto.randomUUID(), did: { kind: 'form', form } as never })
    await office.bot.follow(outcome)
    return outcome.told
  }
  const fields = { edits: null, call: 'standing', subject: '全般', text: '橋', vote: null, printName: false }
  const [told] = await take('sato', { name: 'opinion', ...fields, split: true, onBehalf: null, confirmed: true })
  const receipt = told !== undefined && 'receipt' in told ? told.receipt : expect.unreachable()
  const cards = () =>
    teams.posts(office.office).filter((post) => post.thread === post.id && teams.read(post).includes('橋'))
  const card = await teams.until(() => cards()[0])
  office.setTime(momentOf('2026-08-24T10:00'))
  await office.restart()
  const ask = async () => {
    const [before, calls] = [teams.posts(office.user('sato')).length, teams.calls.length]
    const target = { item: receipt, seen: null }
    await take('yamada', { name: 'queue', act: { do: 'ask', target, text: 'どの橋ですか', until: null } })
    await teams.until(() => teams.posts(office.user('sato')).length > before)
    await office.bot.deliver()
    return [...new Set(teams.calls.slice(calls).map(({ method, region }) => `${method} ${region}`))].toSorted()
  }
  return Object.assign(office, { receipt, ask, card, cards })
}

describe('places that were stored long ago', () => {
  it('are reached after a restart, weeks later; the card that is there is brought up to date', async () => {
    await using office = await openLater((base) => `${base}teams/`)
    const { teams, receipt, card } = office

    const calls = await office.ask()

    expect(calls).toEqual(['GET teams', 'POST teams', 'PUT teams'])
    expect(office.cards().map(({ id }) => id)).toEqual([card.id])
    expect(office.cards().map(teams.read).join()).toContain(receipt)
    expect(teams.posts(office.user('sato')).map(teams.read).join()).toContain('どの橋ですか')
    expect(teams.faults).toEqual([])
  })

  it('are reached through the address that somebody is heard from now, where it is allowed', async () => {
    await using office = await openLater((base) => base)
    const { teams } = office
    teams.moveTo('apac')
    const before = teams.posts(office.user('sato')).length
    await teams.say(office.user('sato'), 'personal', 'こんにちは')
    await teams.until(() => teams.posts(office.user('sato')).length > before)

    const calls = await office.ask()

    expect(calls).toEqual(['GET teams', 'POST apac', 'POST teams', 'PUT teams'])
    expect(teams.posts(office.user('sato')).map(teams.read).join()).toContain('どの橋ですか')
    expect(teams.faults).toEqual([])
  })
})

describe('the address of a place', () => {
  const place = { conversation: '19:a@thread.tacv2;messageid=1', user: null }

  it.each([
    ['the stored one', ['https://smba.trafficmanager.net/'], 'https://smba.trafficmanager.net/jp/'],
    [
      'that of all regions where the stored one is not allowed',
      ['https://smba.trafficmanager.net/'],
      'https://evil.jp/',
    ],
    ['the first that is allowed', ['https://bot.example.jp/teams/'], 'https://smba.trafficmanager.net/jp/'],
  ])('is %s', (_, allowed, service) => {
    const reached = openServices(allowed).reach({ ...place, service })

    expect(reached).toBe(
      service.endsWith('/jp/') && allowed[0]?.includes('smba') ? service : allowed[0]?.replace(/net\/$/u, 'net/teams/'),
    )
  })

  it('is the newest one for all threads of a channel', () => {
    const services = openServices(['https://smba.trafficmanager.net/'])
    services.note({
      service: 'https://smba.trafficmanager.net/jp/',
      conversation: '19:a@thread.tacv2;messageid=2',
      user: '29:x',
    })

    const reached = services.reach({ ...place, service: 'https://smba.trafficmanager.net/amer/' })

    expect(reached).toBe('https://smba.trafficmanager.net/jp/')
  })
})
