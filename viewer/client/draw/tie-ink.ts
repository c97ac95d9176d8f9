import { channelsOf, luminanceOf } from './luminance.ts'

/** The screen's; white paper makes any line a little clearer. */
const paper = channelsOf('#fcfbf9')
/** Of an ink that covers the paper. */
const fullContrast = 6

/** Contrast of an ink of some opacity with the paper under it, 1 to 21. WCAG 2. */
export function contrastOf(ink: string, opacity: number): number {
  const seen = channelsOf(ink).map((value, at) => value * opacity + paper[at]! * (1 - opacity))
  return (luminanceOf(paper) + 0.05) / (luminanceOf(seen) + 0.05)
}

/** The ink of the lines of a dot's colour: darker than the dot, so dark that it can be read on paper. */
export function inkFor(colour: string): string {
  const channels = channelsOf(colour)
  let ink = colour
  for (let share = 0.85; share > 0; share -= 0.05) {
    ink = `#${channels.map(value => Math.round(value * share * 255).toString(16).padStart(2, '0')).join('')}` // prettier-ignore
    if (contrastOf(ink, 1) >= fullContrast) break
  }
  return ink
}

const known = new Map<string, number>()

/** The least opacity, to a hundredth, at which an ink has that contrast with the paper; 1 when it never has. */
export function opacityFor(ink: string, contrast: number): number {
  const key = `${ink} ${contrast.toFixed(2)}`
  let opacity = known.get(key)
  if (opacity === undefined) {
    let [low, high] = [0, 100]
    while (low < high) {
      const middle = (low + high) >> 1
      if (contrastOf(ink, middle / 100) >= contrast) high = middle
      else low = middle + 1
    }
    known.set(key, (opacity = low / 100))
  }
  return opacity
}
