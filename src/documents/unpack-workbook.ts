import { type Unzipped, unzipSync } from 'fflate'
import { FileFault } from './file-fault.ts'
import type { WorkbookLimits } from './workbook.ts'

/** The parts of an xlsx that hold text and how it is shown; pictures, macros, tables, comments and links are left out. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/u
const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]
const large = 1e6

/**
 * Takes an xlsx apart, after its directory was found harmless: no entry is inflated beyond the size it declares.
 * @throws FileFault, which says what the file is instead and what to do
 */
export function unpackWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Unzipped {
  if (bytes.length > limits.bytes) throw new FileFault('too-large')
  if (startsWith(bytes, ole)) throw new FileFault(isEncrypted(bytes) ? 'locked' : 'old-format')
  if (!startsWith(bytes, zip)) throw new FileFault('not-a-workbook')
  const names = checkDirectory(bytes, limits)
  if (names.has('xl/workbook.bin')) throw new FileFault('binary')
  if (!names.has('xl/workbook.xml')) throw new FileFault('not-a-workbook')
  const parts = inflate(bytes, ({ name }) => needed.test(name))
  for (const part of Object.values(parts)) checkXml(part)
  return parts
}

type Entry = Parameters<NonNullable<Parameters<typeof unzipSync>[1]>['filter'] & {}>[0]

/** The names in the zip. @throws FileFault where it has too many, too large or too dense entries, or one of them twice */
function checkDirectory(bytes: Uint8Array, { entries, unpacked, ratio }: WorkbookLimits): ReadonlySet<string> {
  const names = new Set<string>()
  let total = 0
  inflate(bytes, ({ name, size, originalSize }) => {
    total += originalSize
    if (originalSize > large && originalSize > size * ratio) throw new FileFault('bomb')
    if (names.size >= entries || total > unpacked) throw new FileFault('too-large')
    if (names.has(name)) throw new FileFault('broken')
    names.add(name)
    return false
  })
  return names
}

function inflate(bytes: Uint8Array, filter: (entry: Entry) => boolean): Unzipped {
  try {
    return unzipSync(bytes, { filter })
  } catch (cause) {
    throw cause instanceof FileFault ? cause : new FileFault('broken', cause)
  }
}

/** Excel writes UTF-8 without a document type; entities of a file's own are nothing that a list needs. */
function checkXml(part: Uint8Array): void {
  const head = part.subarray(0, 2)
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]) || head.includes(0))
    throw new FileFault('broken')
  if (Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!DOCTYPE')) throw new FileFault('broken')
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/** A workbook with a password is an OLE file that holds a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}
