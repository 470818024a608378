import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Fault } from '../fault.ts'

/** The program was called wrongly: exit code 2. */
export class UsageFault extends Fault {
  constructor(message: string, cause?: unknown) {
    super('usage', message, cause)
  }
}

/** `parseArgs` whose faults name what is known. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const known = Object.entries(options).map(([name, { type }]) =>
      type === 'string' ? `--${name} VALUE` : `--${name}`,
    )
    throw new UsageFault(
      `${(cause as Error).message.split('. To specify')[0]}; known options are ${known.join(', ')}, --help`,
      cause,
    )
  }
}
