import type { Language } from '../questions/normal-text.ts'
import { UsageFault } from './usage-fault.ts'

/**
 * Reads the option `--lang`.
 * @throws UsageFault, which names what is known
 */
export function readLanguage(lang: string | undefined): Language | undefined {
  if (lang === undefined || lang === 'ja' || lang === 'en') return lang
  throw new UsageFault(`--lang ${lang}: known languages are ja, en`)
}
