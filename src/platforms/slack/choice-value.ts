import { Action } from '../../conversation/turn.ts'
import { limits } from './limits.ts'

/**
 * An action as the value of a button: JSON in which nothing has to be escaped for Slack. Undefined where it is longer than a
 * value may be; then only a word or a number does it.
 */
export function choiceValue({ name, about }: Action): string | undefined {
  const value = JSON.stringify(about === undefined ? { name } : { name, about }).replace(
    /[&<>]/gu,
    (live) => `\\u${live.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return value.length <= limits.buttonValue ? value : undefined
}

/** The action of a button that was pressed; undefined for whatever is not a value of ours. */
export function readChoiceValue(text: string): Action | undefined {
  if (text.length > limits.buttonValue) return undefined
  try {
    return Action.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
