import * as z from 'zod'

/**
 * A place in Teams: a conversation, and the service that it is reached through. A person's own place names the person (`user`): in
 * place of a conversation that need not exist yet, or beside it.
 */
export type TeamsPlace = {
  readonly service: string
  readonly tenant: string
  readonly conversation: string | null
  readonly user: string | null
}

const Parts = z.tuple([z.string(), z.string(), z.string().nullable(), z.string().nullable()])

/** A place as the opaque string that is stored, good for weeks. */
export function encodePlace({ service, tenant, conversation, user }: TeamsPlace): string {
  return `teams:${Buffer.from(JSON.stringify([service, tenant, conversation, user])).toString('base64url')}`
}

/** Undefined where it is no place of Teams'. */
export function decodePlace(place: string): TeamsPlace | undefined {
  const [kind, parts = '', ...more] = place.split(':')
  if (kind !== 'teams' || more.length > 0) return undefined
  try {
    const [service, tenant, conversation, user] = Parts.parse(JSON.parse(Buffer.from(parts, 'base64url').toString()))
    return { service, tenant, conversation, user }
  } catch {
    return undefined
  }
}

/** An account of Teams': a person of a tenant's directory. */
export function accountOf(tenant: string, person: string): string {
  return `teams:${tenant}:${person}`
}

/** Undefined where it is no account of Teams'. */
export function decodeAccount(account: string): { readonly tenant: string; readonly person: string } | undefined {
  const [, tenant, person] = /^teams:([^:]+):(.+)$/u.exec(account) ?? []
  return tenant === undefined || person === undefined ? undefined : { tenant, person }
}
