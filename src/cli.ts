import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

// The modules below are compiled, and stripped of their types, once for each version of them.
enableCompileCache()

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

if (existsSync('.env')) process.loadEnvFile('.env')

const { runCommand } = await import('./commands/run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2), process.env)
