import type { Decision } from '../../src/opinions/decision.ts'
import type { Store } from '../../src/ports.ts'

/** Writes a decision as a turn would. What it tells is told only when it is written. */
export async function commitDecision<Told>(store: Store, committee: string, decision: Decision<Told>) {
  const { counter, expected, effect } = decision
  const changes = (number: number) => effect(number).changes
  const committed = await store.commit(
    counter === null ? changes(0) : { counter: { committee, name: counter }, changes },
    { expected },
  )
  if (committed.outcome !== 'committed') return { outcome: committed.outcome, told: [] }
  return { outcome: committed.outcome, told: effect(committed.number ?? 0).told }
}
