import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'

/** A colour with its opacity: four numbers from 0 to 255. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

/**
 * A square picture as PNG (W3C PNG; 8 bits, with opacity). It is packed by fflate, as what Node packs differs from one
 * processor to another: the same picture is the same bytes everywhere.
 */
export function writePng(size: number, pixelAt: (x: number, y: number) => Pixel): Uint8Array {
  const rows = Uint8Array.from(
    Array.from({ length: size }, (_, y) => [0, ...Array.from({ length: size }, (_, x) => pixelAt(x, y)).flat()]).flat(),
  )
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, size)
  view.setUint32(4, size)
  // 8 bits a channel, red green blue alpha, and the only ways to pack, filter and order that there are.
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(8 + body.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.set(body, 4)
  bytes.writeUInt32BE(crc32(body), 4 + body.length)
  return bytes
}
