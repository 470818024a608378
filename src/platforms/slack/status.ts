import type { Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { whileWaiting } from '../while-waiting.ts'
import type { Kit } from './slack-bot.ts'
import { decodePlace } from './slack-place.ts'

/** Shows in a thread that an answer is on its way, if that takes longer; call what it returns once it is there. */
export function showStatus({ call }: Kit, { answerAt, locale }: Turn): () => void {
  const place = decodePlace(answerAt ?? '')
  if (place?.thread === undefined) return () => {}
  const { channel, thread } = place
  const { status } = sayIn({ language: locale ?? 'ja' }).faces
  // It goes away by itself when the answer is posted.
  return whileWaiting(
    async () => await call('assistant.threads.setStatus', { channel_id: channel, thread_ts: thread, status }),
  )
}
