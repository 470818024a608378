import type { OutgoingActivity } from './activity-schemas.ts'
import { refuse } from './connector.ts'
import type { StreamInfo } from './entity-schemas.ts'
import type { Answer, Place, World } from './world.ts'

/** Takes one step of a streamed answer; gives the refusal where Teams would refuse it. */
export function takeStep(
  world: World,
  place: Place,
  newId: string,
  activity: OutgoingActivity,
  step: StreamInfo,
): Answer | undefined {
  const fault = (words: string): Answer => {
    world.faults.push(`stream: ${words}`)
    return refuse(403, 'ContentStreamNotAllowed', words)
  }
  const final = step.streamType === 'final'
  const { text = '' } = activity
  if (place.kind !== 'personal') return fault('streaming outside of a personal chat')
  if (final !== (activity.type === 'message')) return fault(`${step.streamType} as a ${activity.type}`)
  if (text.trim() === '') return fault('a step without text')
  const now = performance.now()
  if (step.streamId === undefined) {
    if (!final && step.streamSequence !== 1) return fault('a stream that does not begin at 1')
    const begun = step.streamType === 'streaming' ? text : ''
    world.streams.set(newId, { place: place.id, sequence: 1, text: begun, at: now, begun: now })
    return undefined
  }
  const stream = world.streams.get(step.streamId)
  if (stream === undefined || stream.place !== place.id) return fault('no such stream, or it has ended')
  if (now - stream.begun > 120_000) return fault('a stream of more than 2 minutes')
  if (step.streamType !== 'informative' && !text.startsWith(stream.text)) return fault('text that is not cumulative')
  if (final) {
    world.streams.delete(step.streamId)
    return undefined
  }
  if (step.streamSequence <= stream.sequence) return fault(`the sequence ${step.streamSequence} again`)
  if (step.streamType === 'informative' && stream.text !== '') return fault('informative after streaming')
  if (now - stream.at < 900) {
    world.rateLimited += 1
    return { ...refuse(429, 'Throttled'), headers: { 'retry-after': '1' } }
  }
  Object.assign(stream, {
    sequence: step.streamSequence,
    at: now,
    ...(step.streamType === 'streaming' ? { text } : {}),
  })
  return undefined
}
