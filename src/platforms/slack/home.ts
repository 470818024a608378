import { buildHome } from '../../conversation/home.ts'
import { homeView } from './home-view.ts'
import type { Kit, Part } from './slack-bot.ts'
import { accountOf, decodePlace } from './slack-place.ts'
import { codeOf } from './view-exchange.ts'
import { sceneOf } from './view-turn.ts'

/** People whose pages are kept current at most. */
const most = 10_000

/**
 * The App Home: shown when it is opened, and again after whatever somebody has done, beside the answer to that. Who has not
 * opened it since the start sees it anew when he does.
 */
export function openHomes(kit: Kit) {
  const opened = new Set<string>()
  const publishing = new Map<string, { again: boolean }>()

  const refresh = (person: string): void => {
    if (!opened.has(person)) return
    const running = publishing.get(person)
    if (running !== undefined) {
      running.again = true
      return
    }
    void publish(person)
  }

  async function publish(person: string): Promise<void> {
    const run = { again: true }
    publishing.set(person, run)
    try {
      while (run.again) {
        run.again = false
        const { team = '', channel: user = '' } = decodePlace(person) ?? {}
        const scene = await sceneOf(kit, { team: { id: team }, user: { id: user } })
        await kit.call('views.publish', { user_id: user, view: homeView(await buildHome(scene)) })
      }
    } catch (error) {
      kit.report(`Slack: a home could not be shown (${codeOf(error)})`)
    } finally {
      publishing.delete(person)
    }
  }

  const part: Part = async (payload, ack) => {
    if ('command' in payload || payload.type !== 'event_callback') return false
    const { event, team_id: team } = payload
    if (event.type !== 'app_home_opened' || event.tab !== 'home') return false
    await ack()
    if (opened.size >= most) opened.clear()
    const person = accountOf(team, event.user)
    opened.add(person)
    refresh(person)
    return true
  }
  return { part, refresh }
}
