import { enableCompileCache } from 'node:module'

// The modules below are compiled, and stripped of their types, once for each version of them.
enableCompileCache()

const { runCommand } = await import('./commands/run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2), process.env)
