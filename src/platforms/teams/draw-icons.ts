import { type Pixel, writePng } from './write-png.ts'

/** The sizes that Teams wants (schema 1.22, `icons`): one in colour, one in white on nothing. */
export const iconSizes = { color: 192, outline: 32 } as const

/** A shape in a square of 1 by 1: how far inside it a point lies; less than 0 outside. */
type Shape = (x: number, y: number) => number

/** A speech bubble with the lines of a text in it, as large as Teams wants a sign in its icon. */
const bubble = join(roundedBox(0.24, 0.28, 0.76, 0.66, 0.08), tail)
const lines = join(
  roundedBox(0.32, 0.375, 0.68, 0.415, 0.02),
  roundedBox(0.32, 0.455, 0.68, 0.495, 0.02),
  roundedBox(0.32, 0.535, 0.55, 0.575, 0.02),
)
/** The small one fills its square, as a line two pixels wide. */
const large = join(roundedBox(0.06, 0.1, 0.94, 0.74, 0.14), (x, y) =>
  tail((x - 0.5) * 0.6 + 0.5, (y - 0.74) * 0.6 + 0.66),
)

/** The two icons of the app, the accent colour (#RRGGBB) behind the one in colour. */
export function drawIcons(accent: string): { readonly color: Uint8Array; readonly outline: Uint8Array } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16))
  const mix = (part: number): Pixel => [blend(red, part), blend(green, part), blend(blue, part), 255]
  const white = (part: number): Pixel => [255, 255, 255, Math.round(255 * part)]
  const drawn = (shape: Shape, size: number) => (x: number, y: number) => coverage(shape, x, y, size)
  const sign = drawn((x, y) => Math.min(bubble(x, y), -lines(x, y)), iconSizes.color)
  const rim = drawn((x, y) => Math.min(large(x, y), 2 / iconSizes.outline - large(x, y)), iconSizes.outline)
  return {
    color: writePng(iconSizes.color, (x, y) => mix(sign(x, y))),
    outline: writePng(iconSizes.outline, (x, y) => white(rim(x, y))),
  }
}

function blend(dark: number, part: number): number {
  return Math.round(dark + (255 - dark) * part)
}

/** The part of a pixel that a shape covers, from 16 points of it. */
function coverage(shape: Shape, x: number, y: number, size: number): number {
  const points = [1, 3, 5, 7].map((eighth) => eighth / 8)
  const inside = points.flatMap((dy) => points.filter((dx) => shape((x + dx) / size, (y + dy) / size) >= 0))
  return inside.length / 16
}

function join(...shapes: readonly Shape[]): Shape {
  return (x, y) => Math.max(...shapes.map((shape) => shape(x, y)))
}

function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    return radius - Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - Math.min(Math.max(dx, dy), 0)
  }
}

/** The tip of the bubble, below its left half. */
function tail(x: number, y: number): number {
  return Math.min(y - 0.62, x - 0.34, 0.34 + (0.78 - y) - x)
}
