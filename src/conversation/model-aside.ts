import type { Answer } from '../questions/answer.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'

/** Whoever is greeted is told of the language model that takes part. */
export function modelAside({ model }: Scene): readonly Told[] {
  if (model === null) return []
  const { facts, maySeeOpinions } = model
  return [{ kind: 'model-aside', name: facts?.name ?? null, host: facts?.host ?? null, maySeeOpinions }]
}

/** Whether an answer is a greeting. */
export function isGreeting({ finding }: Answer): boolean {
  return finding.kind === 'guide' && finding.topic === 'greeting'
}
