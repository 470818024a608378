import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { manifestWith } from '../support/slack-manifest.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe.concurrent('manifest check slack', () => {
  it('says in one line what it found in the manifest that comes with the bot', async () => {
    expect(await runCli(['manifest', 'check', 'slack'])).toEqual({
      code: 0,
      stdout:
        'manifest/slack.json: sound; HTTP at kondankai.example.jp (a placeholder: "manifest print slack --url" puts your own there), scopes: 11, events: 5, commands: 2, shortcuts: 2, with the agent view\n',
      stderr: '',
    })
  })

  it('lists the faults of a file, each with its place, and exits 1', async () => {
    const path = file('faulty.json', JSON.stringify(manifestWith({ 'display_information.name': '', functions: {} })))

    expect(await runCli(['manifest', 'check', 'slack', path])).toEqual({
      code: 1,
      stdout: '',
      stderr: `kondankai-bot: ${path} is no manifest for this bot:
  display_information.name: it is empty: write a text, or remove the key
  "functions": Slack documents no such key here, or the bot has no use for it: remove it
`,
    })
  })

  it.each([
    ['display_information: {}', /is not JSON \(.*\); "manifest print slack" writes one that is\n$/u],
    ['', /is not JSON/u],
    ['null', /missing, or no group/u],
  ])('refuses %j', async (content, says) => {
    const { code, stderr } = await runCli(['manifest', 'check', 'slack', file(`${content.length}.json`, content)])

    expect(stderr).toMatch(says)
    expect(code).toBe(1)
  })

  it('refuses a file that is not there', async () => {
    const { code, stderr } = await runCli(['manifest', 'check', 'slack', join(folder, 'none.json')])

    expect(stderr).toContain('cannot be read: there is no such file')
    expect(code).toBe(1)
  })
})

describe.concurrent('manifest print slack', () => {
  it.each([
    ['https://bot.example.jp', 'https://bot.example.jp/slack/events'],
    ['https://bot.example.jp/', 'https://bot.example.jp/slack/events'],
    ['https://bot.example.jp:8443/vision/', 'https://bot.example.jp:8443/vision/slack/events'],
    ['https://bot.example.jp/slack/events', 'https://bot.example.jp/slack/events'],
  ])('puts %s into every address', async (given, url) => {
    const { code, stdout } = await runCli(['manifest', 'print', 'slack', '--url', given])
    const { settings, features } = JSON.parse(stdout)

    expect(settings.event_subscriptions.request_url).toBe(url)
    expect(settings.interactivity).toEqual({ is_enabled: true, request_url: url, message_menu_options_url: url })
    expect(features.slash_commands.map((command: { readonly url: string }) => command.url)).toEqual([url, url])
    expect(settings.socket_mode_enabled).toBe(false)
    expect(code).toBe(0)
  })

  it('leaves every address out for Socket Mode', async () => {
    const { code, stdout } = await runCli(['manifest', 'print', 'slack', '--socket'])

    expect(stdout).not.toContain('https://')
    expect(JSON.parse(stdout).settings.socket_mode_enabled).toBe(true)
    expect(code).toBe(0)
  })

  it('writes a file that the check finds sound, and no file twice without --force', async () => {
    const out = join(folder, 'out.json')
    const print = ['manifest', 'print', 'slack', '--socket', '--out', out]

    const first = await runCli([...print, '--guests'])
    const again = await runCli(print)
    const kept = await runCli(['manifest', 'check', 'slack', out])
    const forced = await runCli([...print, '--force'])

    expect(first).toEqual({ code: 0, stdout: `${out}\n`, stderr: '' })
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') })
    expect(kept.stdout).toContain(
      'sound; Socket Mode, scopes: 10, events: 5, commands: 2, shortcuts: 2, without the agent view',
    )
    expect(forced.code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('agent_view')
  })

  it.each([
    [[], 'needs either --url https://HOST or --socket'],
    [['--socket', '--url', 'https://bot.example.jp'], 'needs either --url https://HOST or --socket'],
    [['--url', 'http://bot.example.jp'], 'give the https address of your own host'],
    [['--url', 'bot.example.jp'], 'give the https address of your own host'],
    [['--url', 'https://me:secret@bot.example.jp'], 'give the https address of your own host'],
    [['--url', 'https://bot.example.jp?x=1'], 'give the https address of your own host'],
  ])('does not take %j', async (args, says) => {
    const { code, stdout, stderr } = await runCli(['manifest', 'print', 'slack', ...args])

    expect(stderr).toContain(says)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

describe.concurrent('manifest', () => {
  it.each([
    [['manifest'], 'known are "manifest check slack [FILE]", "manifest print slack"'],
    [['manifest', 'check'], 'known are'],
    [['manifest', 'check', 'teams'], 'known are'],
    [['manifest', 'check', 'slack', 'a', 'b'], 'known are'],
    [['manifest', 'print', 'slack', 'a', '--socket'], 'known are'],
    [['manifest', 'check', 'slack', '--socket'], 'manifest check takes no --socket'],
  ])('does not take %j', async (args, says) => {
    const { code, stdout, stderr } = await runCli(args)

    expect(stderr).toContain(says)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
