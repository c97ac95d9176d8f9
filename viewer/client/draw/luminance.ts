/** Red, green and blue of '#rrggbb', each 0 to 1. */
export const channelsOf = (hex: string): [number, number, number] => {
  const channel = (at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

/** Relative luminance of red, green and blue from 0 to 1, WCAG 2. */
export function luminanceOf(channels: readonly number[]): number {
  const [red, green, blue] = channels.map(value =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
