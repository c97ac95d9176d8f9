import { channelsOf } from '../client/draw/luminance.ts'
import { type AlikeColours, type Sight, sights } from '../protocol/figure.ts'

/** How colours come to eyes without one kind of cone, in linear RGB; Machado, Oliveira and Fernandes 2009, severity 1. */
const matrices: Readonly<Record<Sight, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Colours nearer than this (CIE 1976 ΔE) are not told apart in dots that don't touch. */
const leastDifference = 10

interface NamedFill {
  readonly name: string
  readonly fill: string
}

/** Pairs of groups whose fills some readers take for one: each pair once, for the commonest sight that fails. */
export function alikeColours(groups: readonly NamedFill[]): AlikeColours[] {
  return groups.flatMap((one, index) =>
    groups.slice(index + 1).flatMap(other => {
      const sight = sights.find(seen => colourDifference(one.fill, other.fill, seen) < leastDifference)
      return sight === undefined ? [] : [{ one: one.name, other: other.name, sight }]
    }),
  )
}

/** How far apart two colours ('#rrggbb') are to a kind of sight: CIE 1976 ΔE*ab, D65. */
export function colourDifference(one: string, other: string, sight: Sight): number {
  const [a, b] = [labOf(one, sight), labOf(other, sight)]
  return Math.hypot(...a.map((value, at) => value - b[at]!))
}

function labOf(hex: string, sight: Sight): readonly number[] {
  const linear = channelsOf(hex).map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  const [r, g, b] = matrices[sight].map(row =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, at) => sum + part * linear[at]!, 0),
      ),
    ),
  ) as [number, number, number]
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map(value => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116)) as [
    number,
    number,
    number,
  ]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
