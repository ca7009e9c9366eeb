/** sRGB, 0 to 255 each. */
type Colour = readonly [red: number, green: number, blue: number]

/** From orange through grey to blue: told apart with every common colour blindness, and by lightness in print. */
const LOW: readonly [dark: Colour, light: Colour] = [
  [166, 73, 10],
  [246, 211, 174],
]
const NEUTRAL: Colour = [217, 217, 217]
const HIGH: readonly [light: Colour, dark: Colour] = [
  [185, 215, 236],
  [21, 80, 138],
]

export interface PointColour {
  readonly fill: string
  /** Black or white, whichever is read better on the fill. */
  readonly text: string
}

/** A colour for each point of a scale, lowest first; the middle of an odd scale is grey. */
export function coloursOf(points: number): readonly PointColour[] {
  const half = Math.floor(points / 2)
  const ramp = ([from, to]: readonly [Colour, Colour], whole: number) =>
    Array.from({ length: half }, (_, index) => between(from, to, half === 1 ? whole : index / (half - 1)))
  return [...ramp(LOW, 0), ...(points % 2 === 1 ? [NEUTRAL] : []), ...ramp(HIGH, 1)].map((colour) => ({
    fill: hex(colour),
    text: luminance(colour) > 0.18 ? '#000000' : '#ffffff',
  }))
}

function between(from: Colour, to: Colour, share: number): Colour {
  const mix = (a: number, b: number) => Math.round(a + (b - a) * share)
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])]
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance (WCAG 2.2): above 0.18 black text has the higher contrast, below it white. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
