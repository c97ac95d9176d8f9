/** A part of an anchor, on one line, in pixels of the screen. */
interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Makes the first quote so narrow that its anchor breaks; where the parts of the anchor lie. Runs in the page. */
export function breakAnchor(): Part[] {
  const mark = document.querySelector('#reading .source-page mark')!
  const quote = mark.closest('blockquote')!
  for (let width = quote.clientWidth; mark.getClientRects().length < 2 && width > 60; width -= 4)
    quote.style.width = `${width}px`
  return [...mark.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }))
}

/** Counts pixels of the underline's colour in the last rows of each part, and beside it: 100 pixels to either side. Runs in a blank page. */
export async function countYellow(png: string, parts: readonly Part[]) {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: image.width, height: image.height })
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0)
  const columns = (x: number, y: number, width: number): number => {
    const [left, rows] = [Math.round(x), 4]
    const { data } = context.getImageData(left, Math.round(y) - 2, Math.round(width), rows)
    const isYellow = (at: number): boolean => Math.abs(data[at]! - 201) + Math.abs(data[at + 1]! - 162) + Math.abs(data[at + 2]! - 39) < 60 // prettier-ignore
    const width_ = Math.round(width)
    return Array.from({ length: width_ }, (_, column) => column).filter(column =>
      Array.from({ length: rows }, (_, row) => (row * width_ + column) * 4).some(isYellow),
    ).length
  }
  return parts.map(({ x, y, width, height }) => ({
    width,
    inside: columns(x, y + height, width),
    outside: columns(x - 102, y + height, 100) + columns(x + width + 2, y + height, 100),
  }))
}
