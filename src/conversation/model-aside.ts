import type { Answer } from '../questions/answer.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'

/** Whoever is greeted is told of the language model that takes part. */
export function modelAside({ finding }: Answer, { model }: Scene): readonly Told[] {
  if (model === null || finding.kind !== 'guide' || finding.topic !== 'greeting') return []
  const { facts, maySeeOpinions } = model
  return [{ kind: 'model-aside', name: facts?.name ?? null, host: facts?.host ?? null, maySeeOpinions }]
}
