import type { QueueTold } from './queue-acts.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on the queue of items (項目): who answers what by when, and what is drafted, in words. */
export async function queueBlocks(told: QueueTold, view: View): Promise<readonly Block[]> {
  const { queue } = sayIn(view)
  switch (told.kind) {
    case 'queue-listed':
      return texts(queue.lead)
    case 'refused':
      return texts(queue.refused[told.why])
  }
}
