import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, variableNames } from '../src/config.ts'

const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n')
const assignment = /^(?:# ?)?([A-Z][A-Z0-9_]*)=/u

describe('.env.example', () => {
  it('has every variable that is read, once, and no other', () => {
    const named = lines.flatMap((line) => assignment.exec(line)?.[1] ?? [])

    expect(named.toSorted()).toEqual([...variableNames].sort())
  })

  it.each([...variableNames])('says in a sentence before %s what it is', (name) => {
    const at = lines.findIndex((line) => assignment.exec(line)?.[1] === name)
    const block = lines.slice(0, at).reverse()
    const comment = block.slice(
      0,
      block.findIndex((line) => !line.startsWith('# ') || assignment.test(line)),
    )

    expect(comment.reverse().join('\n')).toMatch(/^# \S[\s\S]{10,}[.。]$/u)
  })

  it('gives each variable the value that it has without one', () => {
    const values = Object.fromEntries(
      lines
        .filter((line) => /^[A-Z]/u.test(line))
        .map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
    )

    expect(readConfig(values)).toEqual(readConfig({}))
  })
})

describe('the configuration', () => {
  it.each([[{}], [{ COMMITTEE_DIR: '', STATE_DIR: '' }], [{ COMMITTEE_DIR: undefined }]])(
    'takes %j as not set',
    (env) => {
      expect(readConfig(env)).toEqual({ committeeDir: 'data/sapporo-vision', stateDir: 'data/state' })
    },
  )

  it('is read from the environment that it is given, and leaves other variables alone', () => {
    const env = { COMMITTEE_DIR: '/srv/committee', STATE_DIR: '/srv/state', PATH: '/bin', EMPTY: '' }

    expect(readConfig(env)).toEqual({ committeeDir: '/srv/committee', stateDir: '/srv/state' })
  })
})
