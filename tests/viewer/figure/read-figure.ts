import { SaxesParser } from 'saxes'

/** What the test reads of a figure's SVG, by itself. */
export interface SeenFigure {
  readonly paths: readonly { readonly group: string; readonly attributes: Readonly<Record<string, string>> }[]
  readonly texts: readonly {
    readonly group: string
    readonly text: string
    readonly attributes: Readonly<Record<string, string>>
  }[]
  /** Text of an element by its name, the last one. */
  readonly content: Readonly<Record<string, string>>
  readonly root: Readonly<Record<string, string>>
}

export function readFigure(svg: string): SeenFigure {
  const parser = new SaxesParser()
  const [paths, texts]: [SeenFigure['paths'][number][], SeenFigure['texts'][number][]] = [[], []]
  const content: Record<string, string> = {}
  const open: { name: string; attributes: Record<string, string>; text: string }[] = []
  let root: Record<string, string> = {}
  const group = (): string => open.findLast(({ name }) => name === 'g')?.attributes['id'] ?? ''
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, text: '' })
    if (name === 'svg') root = attributes
    if (name === 'path') paths.push({ group: group(), attributes })
  })
  parser.on('text', text => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => {
    const { name, attributes, text } = open.pop()!
    content[name] = text
    if (name === 'text') texts.push({ group: group(), text, attributes })
  })
  parser.on('error', error => {
    throw error
  })
  parser.write(svg).close()
  return { paths, texts, content, root }
}

/** All x and y of absolute M and L commands, of circles the middle and the radius. */
export function outlineOf(d: string): { readonly x: number; readonly y: number; readonly reach: number } {
  const circle = /^M(-?[\d.]+),(-?[\d.]+)a([\d.]+)/.exec(d)
  if (circle) return { x: Number(circle[1]) + Number(circle[3]), y: Number(circle[2]), reach: Number(circle[3]) }
  const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  return { x: middle(xs), y: middle(ys), reach: Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) / 2 } // prettier-ignore
}

/** Contrast of two '#rrggbb' by WCAG 2.2, the first laid over the second with an opacity. */
export function contrast(ink: string, paper: string, opacity: number): number {
  const bytes = (hex: string): number[] => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16))
  const ground = bytes(paper)
  const seen = bytes(ink).map((value, at) => value * opacity + ground[at]! * (1 - opacity))
  const luminance = (rgb: readonly number[]): number => {
    const [r, g, b] = rgb.map(value => value / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const [a, b] = [luminance(seen), luminance(ground)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
