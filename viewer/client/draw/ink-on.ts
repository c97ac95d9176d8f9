/** Relative luminance of '#rrggbb', WCAG 2. */
function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Black or white, whichever is read better on `colour`: at least 4.5 : 1 on any. */
export const inkOn = (colour: string): '#000000' | '#ffffff' => (luminance(colour) < 0.179 ? '#ffffff' : '#000000')
