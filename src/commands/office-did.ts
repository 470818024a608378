import type { Action, Did, Form } from '../conversation/turn.ts'

/** Fields as a turn's act. */
export function formOf(form: Form): Did {
  return { kind: 'form', form }
}

/** What a button does as a turn's act. */
export function actionOf(name: Action['name'], about?: string): Did {
  return about === undefined ? { kind: 'action', name } : { kind: 'action', name, about }
}
