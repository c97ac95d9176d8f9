import { channelsOf } from './luminance.ts'
import { contrastOn, type Paper, papers } from './paper.ts'

/** Of an ink that covers the paper. */
const fullContrast = 6

/** The ink of the lines of a dot's colour: darker than the dot, so dark that it can be read on paper; by night lighter. */
export function inkFor(colour: string, paper: Paper = papers.light): string {
  const channels = channelsOf(colour)
  const end = paper.isDark ? 1 : 0
  let ink = colour
  for (let share = 0.85; share > 0; share -= 0.05) {
    ink = hexOf(channels.map(value => value * share + end * (1 - share)))
    if (contrastOn(paper, ink, 1) >= fullContrast) break
  }
  return ink
}

const hexOf = (channels: readonly number[]): string =>
  `#${channels.map(value => Math.round(value * 255).toString(16).padStart(2, '0')).join('')}` // prettier-ignore

const known = new Map<string, number>()

/** The least opacity, to a hundredth, at which an ink has that contrast with the paper; 1 when it never has. */
export function opacityFor(ink: string, contrast: number, paper: Paper = papers.light): number {
  const key = `${ink} ${contrast.toFixed(2)} ${paper.colour}`
  let opacity = known.get(key)
  if (opacity === undefined) {
    let [low, high] = [0, 100]
    while (low < high) {
      const middle = (low + high) >> 1
      if (contrastOn(paper, ink, middle / 100) >= contrast) high = middle
      else low = middle + 1
    }
    known.set(key, (opacity = low / 100))
  }
  return opacity
}
