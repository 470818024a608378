import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync, unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fitManifest, zipPackage } from '../../../src/platforms/teams/app-package.ts'
import { checkPackage } from '../../../src/platforms/teams/check-package.ts'
import { drawIcons } from '../../../src/platforms/teams/draw-icons.ts'
import { TeamsManifest } from '../../../src/platforms/teams/manifest-schema.ts'
import { compareWithMicrosoft } from '../../../src/platforms/teams/microsoft-schema.ts'
import { extensionCommands } from '../../../src/platforms/teams/names.ts'
import { pictureSize } from '../../../src/platforms/teams/picture-size.ts'
import { packageWith } from '../../support/teams-package.ts'

const shipped = TeamsManifest.parse(
  JSON.parse(readFileSync(new URL('../../../manifest/teams/manifest.json', import.meta.url), 'utf8')),
)
const own = {
  appId: '01234567-89ab-cdef-0123-456789abcdef',
  domain: 'bot.example.jp',
  site: 'https://www.example.jp/kondankai/',
  version: '1.2.3',
}

/** Faults as `path: what they say`. */
function faultsOf(files: Parameters<typeof checkPackage>[0]): readonly string[] {
  const checked = checkPackage(files)
  return checked.outcome === 'sound' ? [] : checked.faults.map(({ path, says }) => `${path}: ${says}`)
}

const commands = 'bots[0].commandLists[0].commands'
const actions = 'composeExtensions[0].commands'
type Edits = Parameters<typeof packageWith>[0]

describe('the app package that comes with the bot', () => {
  it('is sound, and sound by Microsoft’s schemas', async () => {
    expect(faultsOf(packageWith())).toEqual([])
    expect(await compareWithMicrosoft(shipped, packageWith())).toEqual([])
  })

  it('has every command of the message extension that the code knows, and no other', () => {
    expect(shipped.composeExtensions[0]?.commands.map(({ id }) => id)).toEqual(Object.values(extensionCommands))
  })

  it('serves the personal chat, teams and group chats, and asks for no more than it needs', () => {
    expect(shipped.bots[0]?.scopes).toEqual(['personal', 'team', 'groupChat'])
    expect(shipped.permissions).toEqual(['identity', 'messageTeamMembers'])
  })
})

describe('an app package with a fault', () => {
  it.each<[string, Edits, string]>([
    ['too long a name', { 'name.short': 'あ'.repeat(31) }, 'name.short: 31 characters, Teams takes 30: shorten it'],
    ['too long a description', { 'description.short': 'あ'.repeat(81) }, 'description.short: 81 characters'],
    ['an empty text', { 'description.full': '' }, 'description.full: it is empty'],
    ['no developer', { developer: undefined }, 'developer: it is missing, or no group'],
    [
      'a page without https',
      { 'developer.privacyUrl': 'http://example.jp' },
      'developer.privacyUrl: give a whole https',
    ],
    ['another version of the schema', { manifestVersion: '1.19' }, 'manifestVersion: set it to "1.22"'],
    ['a version that is none', { version: '1.0' }, 'version: write three numbers'],
    ['an id that is none', { id: 'my-bot' }, 'id: write a GUID'],
    ['an unknown key', { 'bots[0].supportsMagic': true }, 'bots[0]: "supportsMagic": Teams documents no such key'],
    ['another permission', { permissions: ['identity', 'geolocation'] }, 'permissions[1]: the bot asks for'],
    ['a permission for a team’s messages', { authorization: {} }, '"authorization": Teams documents no such key'],
    [
      'an address for a host',
      { validDomains: ['https://bot.example.jp'] },
      'validDomains[0]: write the name of a host',
    ],
    ['any host at all', { validDomains: ['*.example.jp'] }, 'validDomains[0]: write the name of a host'],
    ['no personal chat', { 'bots[0].scopes': ['team'] }, 'bots[0].scopes: add "personal"'],
    ['another scope', { 'bots[0].scopes': ['personal', 'copilot'] }, 'bots[0].scopes[1]: write "personal", "team"'],
    ['notices only', { 'bots[0].isNotificationOnly': true }, 'else nobody can write to the bot'],
    ['an icon elsewhere', { 'icons.color': '../color.png' }, 'icons.color: name a file of the package'],
    ['an icon that is missing', { 'icons.color': 'logo.png' }, 'icons.color: logo.png is not in the package: add it'],
    [
      'the icons exchanged',
      { 'icons.color': 'outline.png' },
      'outline.png: it is 32 by 32 pixels: Teams wants 192 by 192',
    ],
    ['an icon that is none', { 'icons.color': 'en.json' }, 'en.json: it is no PNG'],
    ['a word that the bot does not know', { [`${commands}[0].title`]: '天気' }, 'the bot knows no such word'],
    ['a word twice', { [`${commands}[0].title`]: '意見' }, `${commands}[1].title: "意見" stands here twice`],
    ['an action that the bot does not know', { [`${actions}[0].id`]: 'weather' }, 'the bot does not answer "weather"'],
    ['an action twice', { [`${actions}[1].id`]: 'opinion' }, `${actions}[1].id: "opinion" stands here twice`],
    ['an action on nothing', { [`${actions}[1].context`]: ['compose'] }, 'it is about a message: write ["message"]'],
    ['an action on a message', { [`${actions}[0].context`]: ['message'] }, 'it is about no message: write ["compose"]'],
    ['an action without context', { [`${actions}[0].context`]: [] }, 'it is about no message: write ["compose"]'],
    ['too long a title', { [`${actions}[0].title`]: 'あ'.repeat(33) }, `${actions}[0].title: 33 characters`],
    ['no files', { 'bots[0].supportsFiles': false }, 'bots[0].supportsFiles: files are handed over'],
    ['two bots', { 'composeExtensions[0].botId': own.appId }, 'composeExtensions[0].botId: it is not that of bots[0]'],
    ['another language', { 'localizationInfo.additionalLanguages[0].languageTag': 'fr' }, 'set it to "en"'],
    [
      'a language that is missing',
      { 'localizationInfo.additionalLanguages[0].file': 'e.json' },
      'e.json: it is not in',
    ],
  ])('says so of %s', (_, edits, says) => {
    expect(faultsOf(packageWith(edits)).join('\n')).toContain(says)
  })

  it.each<[string, Edits, string]>([
    ['a missing text', { 'name.short': undefined }, 'en.json: name.short: it is missing'],
    ['a text that is none', { 'name.short': 1 }, 'en.json: name.short: it is missing'],
    ['a text too long', { 'name.full': 'a'.repeat(101) }, 'en.json: name.full: 101 characters, Teams takes 100'],
    [
      'a text of nothing',
      { 'staticTabs[0].name': 'tab' },
      'en.json: staticTabs[0].name: the manifest has no such text',
    ],
    ['a word that the bot does not know', { [`${commands}[1].title`]: 'weather' }, 'the bot knows no such word'],
  ])('says so of %s in English', (_, english, says) => {
    expect(faultsOf(packageWith({}, english)).join('\n')).toContain(says)
  })

  it.each<[string, string]>([
    ['', 'it is no JSON in UTF-8'],
    ['{', 'it is no JSON in UTF-8'],
    ['null', 'it is missing, or no group'],
    ['[]', 'it is missing, or no group'],
  ])('says so of the manifest %j', (text, says) => {
    const files = { ...packageWith(), 'manifest.json': new TextEncoder().encode(text) }

    expect(faultsOf(files).join('\n')).toContain(says)
  })

  it('is nothing that Microsoft’s schemas refuse and we do not', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 130 })
    const edits = fc.dictionary(
      fc.constantFrom(
        ...[
          'name.short',
          'name.full',
          'description.short',
          'developer.name',
          'accentColor',
          'version',
          'id',
          'icons.color',
        ],
        ...['bots[0].botId', `${commands}[0].description`, `${actions}[0].title`, `${actions}[0].description`],
      ),
      fc.oneof(texts, fc.constantFrom('#123456', '2.0.10', own.appId, 'color.png')),
      { maxKeys: 2 },
    )
    let sound = 0
    await fc.assert(
      fc.asyncProperty(edits, async (some) => {
        const files = packageWith(some)
        const checked = checkPackage(files)
        if (checked.outcome === 'faulty') return

        sound += 1
        expect(await compareWithMicrosoft(checked.manifest, files)).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(sound).toBeGreaterThan(5)
  })
})

describe('Microsoft’s schema', () => {
  it('refuses what it does not know, with the place', async () => {
    const files = packageWith({ 'bots[0].supportsMagic': true })

    expect(await compareWithMicrosoft(shipped, files)).toEqual([
      { path: 'manifest.json/bots/0', says: expect.stringMatching(/^Microsoft's schema: .*additional properties/u) },
    ])
  })
})

describe('Microsoft’s schema, where it is not installed', () => {
  it('is not compared with', async () => {
    const absent = () => {
      throw new Error('Cannot find module')
    }

    expect(await compareWithMicrosoft(shipped, packageWith(), absent)).toBeUndefined()
  })
})

describe('a package of one’s own', () => {
  it('has its own bot, host, page and version, and is sound', async () => {
    const fitted = fitManifest(shipped, own)
    const files = unzipSync(zipPackage(packageWith(), fitted))

    expect(Object.keys(files)).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png'])
    expect(faultsOf(files)).toEqual([])
    expect(await compareWithMicrosoft(fitted, files)).toEqual([])
    expect(JSON.stringify(fitted)).not.toMatch(/kondankai\.example|00000000-/u)
    expect(fitted).toMatchObject({
      id: own.appId,
      version: '1.2.3',
      bots: [{ botId: own.appId }],
      composeExtensions: [{ botId: own.appId }],
      validDomains: ['bot.example.jp'],
      developer: { privacyUrl: 'https://www.example.jp/kondankai/' },
    })
  })

  it('is the same bytes from the same files', () => {
    const zip = () => zipPackage(packageWith(), fitManifest(shipped, own))

    expect(Buffer.from(zip()).equals(zip())).toBe(true)
  })
})

describe('the icons', () => {
  const { color, outline } = drawIcons('#1F4E79')

  it.each([
    ['color', color, 192],
    ['outline', outline, 32],
  ] as const)('have, in %s, the size that Teams wants, and sound chunks', (_, png, size) => {
    expect(pictureSize(png)).toEqual({ width: size, height: size })
    for (const { body, sum } of chunksOf(png)) expect(crc32(body)).toBe(sum)
    expect(pixelsOf(png)).toHaveLength(size * size)
  })

  it('are a sign on the accent colour, and white on nothing', () => {
    const colours = new Set(pixelsOf(color).map(String))

    expect(pixelsOf(color)[0]).toEqual([0x1f, 0x4e, 0x79, 255])
    expect(colours).toContain('255,255,255,255')
    expect(pixelsOf(color).every(([, , , alpha]) => alpha === 255)).toBe(true)
    expect(pixelsOf(outline).every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true)
    expect(pixelsOf(outline)[0]?.[3]).toBe(0)
    expect(pixelsOf(outline).filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(100)
  })

  it('are no pictures where the bytes are others', () => {
    expect(pictureSize(new Uint8Array(100))).toBeUndefined()
    expect(pictureSize(color.subarray(0, 20))).toBeUndefined()
  })
})

function chunksOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: { readonly body: Uint8Array; readonly sum: number }[] = []
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    chunks.push({ body: png.subarray(at + 4, at + 8 + length), sum: view.getUint32(at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function pixelsOf(png: Uint8Array): readonly (readonly number[])[] {
  const data = chunksOf(png).find(({ body }) => Buffer.from(body.subarray(0, 4)).toString() === 'IDAT')
  const rows = unzlibSync(data?.body.subarray(4) ?? new Uint8Array())
  const size = pictureSize(png)?.width ?? 0
  return Array.from({ length: size * size }, (_, at) => {
    const start = Math.floor(at / size) * (size * 4 + 1) + 1 + (at % size) * 4
    return [...rows.subarray(start, start + 4)]
  })
}
