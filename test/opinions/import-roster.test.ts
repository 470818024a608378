import { describe, expect, it } from 'vitest'
import { importRoster, RosterFile } from '../../src/opinions/import-roster.ts'
import { now, openOffice } from '../support/office.ts'

const member = { id: 'abe', name: '阿部　桃', terms: [{ from: '2026-04-01', to: '2028-03-31' }] }
const post = { post: '係長', from: '2026-04-01' }
const clerk = { id: 'endo', name: '遠藤　二郎', posts: [post] }
const year = { fiscalYear: 2026, divisions: [{ id: 'kikaku', name: '企画課' }] }

function fileWith(change: object = {}): RosterFile {
  return RosterFile.parse({ members: [member], staff: [clerk], divisions: [year], ...change })
}

describe('a roster file', () => {
  it.each([
    ['two members of one id', { members: [member, { ...member, name: '別人' }] }],
    ['a member and staff of one id', { staff: [{ ...clerk, id: 'abe' }] }],
    ['a year twice', { divisions: [year, year] }],
    ['two divisions of one id', { divisions: [{ ...year, divisions: [...year.divisions, ...year.divisions] }] }],
    [
      'a term that ends before it begins',
      { members: [{ ...member, terms: [{ from: '2026-04-02', to: '2026-04-01' }] }] },
    ],
    ['a post that ends before it begins', { staff: [{ ...clerk, posts: [{ ...post, to: '2026-03-31' }] }] }],
    ['a day that does not exist', { members: [{ ...member, terms: [{ from: '2026-02-30', to: '2026-04-01' }] }] }],
    ['a field that nobody knows', { chair: 'abe' }],
  ])('with %s is not read', (_, change) => {
    expect(() => fileWith(change)).toThrow()
  })

  it('may hold a term of one day', () => {
    const terms = [{ from: '2026-04-01', to: '2026-04-01' }]

    expect(fileWith({ members: [{ ...member, terms }] }).members[0]?.terms).toEqual(terms)
  })
})

describe('an import', () => {
  it('adds what is new, changes what differs and keeps who is missing', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    const sato = (await records.find('members', 'sato'))?.value
    const suzuki = (await records.find('members', 'suzuki'))?.value
    const file = fileWith({ members: [member, { ...sato, title: '副座長' }, suzuki] })

    const { told } = await commit(await importRoster(records, await actor('yamada'), file))

    expect(told).toEqual([
      {
        kind: 'roster-imported',
        added: [
          { part: 'members', id: 'abe' },
          { part: 'staff', id: 'endo' },
          { part: 'divisions', id: '2026' },
        ],
        changed: [{ part: 'members', id: 'sato' }],
        missing: [
          ...['ito', 'tanaka'].map((id) => ({ part: 'members', id })),
          ...['yamada', 'kimura', 'mori'].map((id) => ({ part: 'staff', id })),
        ],
      },
    ])
    expect((await records.find('members', 'sato'))?.value.title).toBe('副座長')
    expect((await records.find('members', 'abe'))?.value).toEqual({ ...member, title: '委員', mail: null })
    expect((await records.find('divisions', '2026'))?.value.divisions).toHaveLength(1)
    expect(await records.list('members')).toHaveLength(5)
  })

  it('of the same file twice changes nothing the second time', async () => {
    await using office = await openOffice()
    const { records, actor, commit, stored } = office
    await commit(await importRoster(records, await actor('yamada'), fileWith()))
    const before = await stored()

    const { told } = await commit(await importRoster(records, await actor('yamada'), fileWith()))

    expect(told).toMatchObject([{ added: [], changed: [] }])
    expect(await stored()).toEqual(before)
  })

  it('of a member under an id of the staff is refused, and the other way round', async () => {
    await using office = await openOffice()
    const { records, actor, commit, stored } = office
    const before = await stored()
    const file = fileWith({ members: [{ ...member, id: 'mori' }], staff: [{ ...clerk, id: 'tanaka' }] })

    const { told } = await commit(await importRoster(records, await actor('yamada'), file))

    expect(told).toEqual([{ kind: 'refused', why: 'id-taken', ids: ['tanaka', 'mori'] }])
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['at the machine while there is no staff', true, 'operator', 'roster-imported'],
    ['from a platform while there is no staff', true, null, 'refused'],
    ['at the machine once there is staff', false, 'operator', 'refused'],
  ])('by somebody %s ends as it should', async (_, empty, local, kind) => {
    await using office = await openOffice({ empty })
    const { records, actor, commit } = office

    const { told } = await commit(await importRoster(records, await actor('guest', now, local), fileWith()))

    expect(told).toMatchObject([{ kind }])
    expect((await records.find('staff', 'endo')) !== undefined).toBe(kind === 'roster-imported')
  })

  it('at the machine is open again when nobody holds a post any more', async () => {
    await using office = await openOffice({ empty: true })
    const { records, actor, commit, put } = office
    const posts = [{ post: '課長', from: '2023-04-01', to: '2026-03-31' }]
    await put(records.put('staff', 'mori', { id: 'mori', name: '森　一', posts }))

    const { told } = await commit(await importRoster(records, await actor('guest', now, 'operator'), fileWith()))

    expect(told).toMatchObject([{ kind: 'roster-imported' }])
  })

  it('conflicts with one that was made at the same time', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    const [one, other] = await Promise.all([
      importRoster(records, await actor('yamada'), fileWith()),
      importRoster(records, await actor('kimura'), fileWith({ members: [{ ...member, name: '阿部　百' }] })),
    ])

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toMatchObject({ outcome: 'conflict' })
    expect((await records.find('members', 'abe'))?.value.name).toBe('阿部　桃')
  })
})
