import { xmlText } from '#data/table/xml-text.ts'

type Attributes = Readonly<Record<string, string | number>>

/** A whole SVG drawing with what stands for it where it can't be seen. */
export interface Drawing {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly title: string
  readonly alt: string
  readonly body: readonly string[]
}

/** One SVG element; `content` is text that is escaped, or elements that are not. */
export function element(name: string, attributes: Attributes, content: string | readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  const inside = typeof content === 'string' ? xmlText(content) : content.join('')
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

/**
 * Writes a drawing that stands alone as a file, too: sizes, fonts and colours are attributes, no style sheet is needed,
 * and text is text.
 */
export function writeSvg({ name, width, height, title, alt, body }: Drawing): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${name}-title ${name}-alt`,
      'font-family': 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
      'font-size': 13,
      fill: ink,
    },
    [element('title', { id: `${name}-title` }, title), element('desc', { id: `${name}-alt` }, alt), ...body],
  )
}

export const ink = '#1a1a1a'
/** 4.6 : 1 and more on white. */
export const softInk = '#5c5c5c'
export const rule = '#c9c9c9'

/** A number of the drawing, short: the same bytes on every machine. */
export const at = (value: number): number => Math.round(value * 100) / 100

export const svgLabel = (x: number, y: number, text: string, more: Attributes = {}): string =>
  element('text', { x: at(x), y: at(y), ...more }, text)

/** Width that `text` takes at 13 units, more or less: there is no browser to ask. */
export const widthOf = (text: string): number => 7.2 * [...text].length

/** `text` within `most` characters. */
export const shortened = (text: string, most: number): string =>
  [...text].length > most
    ? `${[...text]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text
