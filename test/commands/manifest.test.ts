import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { drawIcons } from '../../src/platforms/teams/draw-icons.ts'
import { runCli } from '../support/run-cli.ts'
import { manifestWith } from '../support/slack-manifest.ts'
import { packageWith } from '../support/teams-package.ts'

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

describe.concurrent('manifest check teams', () => {
  it('says in one line what it found in the package that comes with the bot', async () => {
    expect(await runCli(['manifest', 'check', 'teams'])).toEqual({
      code: 0,
      stdout: `manifest/teams: sound; bot 00000000-0000-0000-0000-000000000000 at kondankai.example.jp (placeholders: "manifest build teams" puts your own there), scopes: personal, team, groupChat, commands: 7 and 3, actions: 2, permissions: identity, messageTeamMembers, languages: ja, en; Microsoft's schema 1.22 takes it too\n`,
      stderr: '',
    })
  })

  it('lists the faults of a folder, each with its place, and exits 1', async () => {
    const own = mkdtempSync(join(folder, 'teams-'))
    for (const [name, bytes] of Object.entries(packageWith({ 'name.short': '' }))) writeFileSync(join(own, name), bytes)

    expect(await runCli(['manifest', 'check', 'teams', own])).toEqual({
      code: 1,
      stdout: '',
      stderr: `kondankai-bot: ${own} is no app package for this bot:\n  name.short: it is empty: write a text\n`,
    })
  })

  it.each([
    ['a file that is no zip', () => file('no.zip', 'text'), 'is no app package ('],
    [
      'a folder without a manifest',
      () => mkdtempSync(join(folder, 'empty-')),
      'manifest.json: it is not in the package',
    ],
    ['what is not there', () => join(folder, 'none'), 'there is no such file'],
  ])('refuses %s', async (_, path, says) => {
    const { code, stderr } = await runCli(['manifest', 'check', 'teams', path()])

    expect(stderr).toContain(says)
    expect(code).toBe(1)
  })
})

describe.concurrent('manifest build teams', () => {
  const id = ['--app-id', '01234567-89AB-cdef-0123-456789abcdef']
  const domain = ['--domain', 'bot.example.jp']

  it('writes a package that the check finds sound, the same each time, and no file twice without --force', async () => {
    const out = join(folder, 'app.zip')
    const build = ['manifest', 'build', 'teams', ...id, ...domain, '--out', out]

    const first = await runCli(build)
    const bytes = readFileSync(out)
    const again = await runCli(build)
    const forced = await runCli([...build, '--force'])
    const checked = await runCli(['manifest', 'check', 'teams', out])

    expect(first).toEqual({ code: 0, stdout: `${out}\n`, stderr: '' })
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') })
    expect(forced.code).toBe(0)
    expect(readFileSync(out).equals(bytes)).toBe(true)
    expect(checked.stdout).toContain('sound; bot 01234567-89ab-cdef-0123-456789abcdef at bot.example.jp, scopes')
  })

  it('takes the icons and texts of a folder', async () => {
    const own = mkdtempSync(join(folder, 'teams-'))
    const files = packageWith({ 'name.short': '別の名' })
    for (const name of ['manifest.json', 'en.json'] as const) writeFileSync(join(own, name), files[name] ?? '')
    writeFileSync(join(own, 'color.png'), drawIcons('#800000').color)
    const out = join(folder, 'own.zip')

    const built = await runCli([
      'manifest',
      'build',
      'teams',
      own,
      ...id,
      ...domain,
      '--app-version',
      '2.0.0',
      '--out',
      out,
    ])

    const { 'manifest.json': manifest, 'color.png': color } = unzipSync(readFileSync(out))
    expect(built.code).toBe(0)
    expect(JSON.parse(Buffer.from(manifest ?? []).toString())).toMatchObject({
      version: '2.0.0',
      name: { short: '別の名' },
    })
    expect(Buffer.from(color ?? []).equals(drawIcons('#800000').color)).toBe(true)
  })

  it.each([
    [[], 'needs --out FILE.zip'],
    [['--out', 'a.zip', ...id], 'needs --app-id ID and --domain HOST'],
    [['--out', 'a.zip', ...domain], 'needs --app-id ID and --domain HOST'],
    [['--out', 'a.zip', ...domain, '--app-id', 'bot'], '--app-id bot: give the application (client) id'],
    [
      ['--out', 'a.zip', ...domain, '--app-id', '00000000-0000-0000-0000-000000000000'],
      'give the application (client) id',
    ],
    [['--out', 'a.zip', ...id, '--domain', 'https://bot.example.jp'], 'give the name of your host and no more'],
    [['--out', 'a.zip', ...id, '--domain', 'localhost'], 'give the name of your host and no more'],
    [['--out', 'a.zip', ...id, ...domain, '--site', 'http://a.jp'], 'give the whole https address of a page'],
    [['--out', 'a.zip', ...id, ...domain, '--app-version', '1'], 'give three numbers'],
  ])('does not take %j', async (args, says) => {
    const { code, stdout, stderr } = await runCli(['manifest', 'build', 'teams', ...args])

    expect(stderr).toContain(says)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

describe.concurrent('manifest', () => {
  it.each([
    [['manifest'], 'known are "manifest check slack [FILE]", "manifest print slack"'],
    [['manifest', 'check'], 'known are'],
    [['manifest', 'check', 'telegram'], 'known are'],
    [['manifest', 'print', 'teams'], 'known are'],
    [['manifest', 'build', 'slack'], 'known are'],
    [['manifest', 'check', 'slack', 'a', 'b'], 'known are'],
    [['manifest', 'print', 'slack', 'a', '--socket'], 'known are'],
    [['manifest', 'check', 'slack', '--socket'], 'manifest check slack takes no --socket; it takes no options'],
    [['manifest', 'check', 'teams', '--out', 'a'], 'manifest check teams takes no --out; it takes no options'],
    [['manifest', 'build', 'teams', '--url', 'https://a.jp'], 'manifest build teams takes no --url; it takes --app-id'],
  ])('does not take %j', async (args, says) => {
    const { code, stdout, stderr } = await runCli(args)

    expect(stderr).toContain(says)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
