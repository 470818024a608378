/** The tenant that the Playground says everybody is of. */
export const tenant = '00000000-0000-4000-8000-000000000000'

/** Somebody invented: `id` is the roster's. */
export type Invented = { readonly id: string; readonly name: string }

const member = { id: 'sato', name: '佐藤　一郎', title: '座長' }
const secretary = { id: 'yamada', name: '山田　太郎', post: '係長' }

/** An invented committee's people; the first of the members and of the staff are those whom one can be in the Playground. */
export const people = {
  members: [
    member,
    { id: 'suzuki', name: '鈴木　花子', title: '委員' },
    { id: 'takahashi', name: '高橋　健', title: '委員' },
    { id: 'tanaka', name: '田中　恵', title: '委員' },
  ],
  staff: [secretary, { id: 'kimura', name: '木村　桜', post: '主任' }],
} as const
export const divisions = [
  { id: 'kikaku', name: '企画課' },
  { id: 'nosei', name: '農政課' },
  { id: 'kankyo', name: '環境政策課' },
] as const

/** One window of the Playground: who one is in it, and the service that the bot reaches it through. */
export type Window = {
  readonly name: 'member' | 'secretariat'
  readonly who: Invented
  readonly port: number
  readonly service: string
}

/** The windows of a member and of the secretariat, at a port and the one after it. */
export function windowsAt(port: number): readonly [member: Window, secretariat: Window] {
  const at = (name: Window['name'], who: Invented, own: number): Window => ({
    ...{ name, who, port: own },
    service: `http://localhost:${own}/_connector`,
  })
  return [at('member', member, port), at('secretariat', secretary, port + 1)]
}

/** The ids of somebody in Teams: its own, and the directory's. */
export function teamsIds({ id }: Invented) {
  const at = [...people.members, ...people.staff].findIndex((one) => one.id === id)
  return { id: `29:${id}`, aadObjectId: `${tenant.slice(0, -2)}${String(at + 1).padStart(2, '0')}` }
}

/** The channel of a window's team. */
export function channelOf({ name }: Pick<Window, 'name'>): string {
  return `19:${name}@thread.tacv2`
}
