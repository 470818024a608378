import * as z from 'zod'
import { Fault } from './fault.ts'

const variables = {
  COMMITTEE_DIR: z.string().min(1).default('data/sapporo-vision'),
  STATE_DIR: z.string().min(1).default('data/state'),
}

/** Every variable that is read; `.env.example` explains them. */
export const variableNames: readonly string[] = Object.keys(variables)

export type Config = {
  /** The committee's folder, relative to the working directory. */
  readonly committeeDir: string
  /** The folder of what is stored while the bot runs, relative to the working directory. */
  readonly stateDir: string
}

/**
 * Adds what `.env` in the working directory says to the environment, where there is such a file.
 * @throws Fault `config-invalid` where it cannot be read.
 */
export function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new Fault(
      'config-invalid',
      `.env cannot be read (${(cause as Error).message}); make it a readable file, or remove it`,
      cause,
    )
  }
}

/**
 * Reads the configuration; an empty variable counts as not set. Options of the command line go before it.
 * @throws Fault `config-invalid`, saying which variable and what to do.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly committee?: string | undefined } = {},
): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = z.object(variables).safeParse(set)
  if (!result.success)
    throw new Fault('config-invalid', `configuration:\n${z.prettifyError(result.error)}`, result.error)
  return { committeeDir: options.committee ?? result.data.COMMITTEE_DIR, stateDir: result.data.STATE_DIR }
}
