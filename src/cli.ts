import { enableCompileCache } from 'node:module'

enableCompileCache()

const { runCommand } = await import('./commands/run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2), process.env)
