import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Did, Turn } from '../../conversation/turn.ts'
import type { Language } from '../../questions/normal-text.ts'

/** Who sits at this machine: the account to act with, and the system user that the audit log names. */
export type LocalPerson = { readonly account: string; readonly user: string; readonly language: Language | undefined }

/** Somebody of whom only the system user is known. */
export function localGuest(language: Language | undefined): LocalPerson {
  const { username } = userInfo()
  return { account: `terminal:@${username}`, user: username, language }
}

/** What the person at this machine did; all of it is one conversation, and the terminal is the place to answer to. */
export function localTurn(committee: string, { account, user, language }: LocalPerson, did: Did): Turn {
  return {
    id: randomUUID(),
    committee,
    person: account,
    conversation: account,
    place: account,
    language,
    local: user,
    did,
  }
}
