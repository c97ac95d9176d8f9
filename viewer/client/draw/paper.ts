import { channelsOf, luminanceOf } from './luminance.ts'

/** What a map is drawn on. */
export interface Paper {
  readonly isDark: boolean
  /** '#rrggbb', as all here: the ground, what is written on it, the line from a dot to its name. */
  readonly colour: string
  readonly ink: string
  readonly leader: string
}

/** By day, by night. Pictures to be saved are always drawn by day. */
export const papers = {
  light: { isDark: false, colour: '#fcfbf9', ink: '#1d2025', leader: '#50555f' },
  dark: { isDark: true, colour: '#16181c', ink: '#ece9e3', leader: '#b9bcc4' },
} as const satisfies Readonly<Record<string, Paper>>

/** Contrast of two colours, 1 to 21. WCAG 2. */
export function contrastBetween(one: readonly number[], other: readonly number[]): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Contrast of an ink of some opacity with the paper under it. */
export function contrastOn(paper: Paper, ink: string, opacity: number): number {
  const ground = channelsOf(paper.colour)
  const seen = channelsOf(ink).map((value, at) => value * opacity + ground[at]! * (1 - opacity))
  return contrastBetween(ground, seen)
}
