import { describe, expect, it } from 'vitest'
import { prompts } from '../support/language-model.ts'
import { runCli } from '../support/run-cli.ts'

describe('prompts check', () => {
  it('shows every prompt with its version', async () => {
    const { code, stdout } = await runCli(['prompts', 'check'])

    const all = Object.values(prompts).flatMap(({ ja, en }) => [ja, en])
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toEqual(
      all.map(
        ({ id, language, version, variables, hash }) =>
          `${`${id}.${language}`.padEnd(16)}version ${version.padEnd(4)}${hash.slice(0, 12)}  ${variables.join(', ')}`,
      ),
    )
  })

  it('prints the same as data', async () => {
    const { stdout } = await runCli(['prompts', 'check', '--json'])

    expect(JSON.parse(stdout).prompts).toHaveLength(8)
    expect(JSON.parse(stdout).prompts[0]).toEqual({
      id: 'understand',
      language: 'ja',
      version: prompts.understand.ja.version,
      variables: ['question', 'before'],
      hash: prompts.understand.ja.hash,
    })
  })
})

describe('doctor', () => {
  it('says which language model is used where, without its key', async () => {
    const env = {
      MODEL: 'on',
      OPENAI_MODEL: 'qwen3',
      OPENAI_API_KEY: 'sk-geheim',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    }

    const { code, stdout, stderr } = await runCli(['doctor'], { env })

    expect(code).toBe(0)
    expect(stdout).toContain('qwen3 at 127.0.0.1:9 by chat, prompts: 8; the endpoint was not asked')
    expect(stdout + stderr).not.toContain('geheim')
  })
})
