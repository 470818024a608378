import type { QueueItem } from './queue-item.ts'

/**
 * Where an item stands in the office: 未着手, 回答待ち (no draft yet), 照会中 (a division is asked), 確認待ち (a draft waits for a
 * colleague's check), 確認済み, 回答不要, 他の項目とまとめて回答. What follows (shared, published) is the submission's stage.
 */
export type QueueStep = 'new' | 'to-answer' | 'inquired' | 'to-check' | 'checked' | 'no-answer' | 'together'

export function stepOf({ disposition, response, checked, inquired }: QueueItem): QueueStep {
  if (disposition?.kind === 'none') return 'no-answer'
  if (disposition?.kind === 'with') return 'together'
  if (inquired !== null) return 'inquired'
  if (response !== null) return checked === null ? 'to-check' : 'checked'
  return disposition === null ? 'new' : 'to-answer'
}

/** Whether something is still to be done for an item; one that is answered together waits for the item that it goes with, not for itself. */
export function isUnfinished(item: QueueItem): boolean {
  return isUnfinishedStep(stepOf(item))
}

export function isUnfinishedStep(step: QueueStep): step is Exclude<QueueStep, 'checked' | 'no-answer' | 'together'> {
  return step !== 'checked' && step !== 'no-answer' && step !== 'together'
}
