let measuring: CanvasRenderingContext2D | null = null

/** Pixels that a text takes in a CSS font, as this browser writes it. */
export function textWidth(text: string, font: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')!
  measuring.font = font
  return measuring.measureText(text).width
}
