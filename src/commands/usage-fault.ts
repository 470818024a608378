import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Fault } from '../fault.ts'

/** The program was called wrongly: exit code 2. */
export class UsageFault extends Fault {
  constructor(message: string, cause?: unknown) {
    super('usage', message, cause)
  }
}

/**
 * Reads a command's options; `words` says whether it takes words besides them.
 * @throws UsageFault, which names what is known.
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  words: 'words' | 'no words',
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: words === 'words', strict: true })
  } catch (cause) {
    const known = Object.entries(options).map(([name, { type }]) =>
      type === 'string' ? `--${name} VALUE` : `--${name}`,
    )
    const problem = (cause as Error).message.split(/\n|\. (?:To specify|This command)/u)[0]
    throw new UsageFault(`${problem}; known options are ${[...known, '--help'].join(', ')}`, cause)
  }
}
