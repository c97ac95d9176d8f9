import type { PictureQuestion } from './picture-question.ts'
import { short, svgText } from './svg-text.ts'
import { wrapText } from './wrap-text.ts'

/** Pixels from one row to the next. */
export const lineHeight = 13

interface TextLook {
  readonly size?: number
  readonly before?: number
  readonly after?: number
  readonly soft?: boolean
  readonly serif?: boolean
}

/** Lays the parts of a legend out one under the other. */
export class LegendColumn {
  readonly parts: string[] = []
  y = 0
  readonly #question: Pick<PictureQuestion, 'width' | 'widthOf'>

  constructor(question: Pick<PictureQuestion, 'width' | 'widthOf'>) {
    this.#question = question
  }

  text(text: string, { size = 9.5, before = 0, after = 1, soft = false, serif = false }: TextLook = {}): void {
    this.y += before
    const family = serif ? 'Georgia, serif' : ''
    const font = `${size}px ${family === '' ? 'Arial, sans-serif' : family}`
    for (const row of wrapText(text, this.#question.width, part => this.#question.widthOf(part, font))) {
      this.y += size * 1.25
      this.parts.push(
        `<text y="${short(this.y)}" font-size="${size}"${soft ? ' fill="#50555f"' : ''}${family === '' ? '' : ` font-family="${family}"`}>${svgText(row)}</text>`,
      )
    }
    this.y += after
  }

  head(title: string, name: string): void {
    this.y += 6
    this.parts.push(`<path d="M0,${short(this.y)}H${this.#question.width}" stroke="#c9c6c0" stroke-width="0.7"/>`)
    this.y += lineHeight
    this.parts.push(
      `<text y="${short(this.y)}"><tspan fill="#50555f">${svgText(title)}</tspan> <tspan font-weight="600">${svgText(name)}</tspan></text>`,
    )
    this.y += 2
  }

  /** A row with a mark of 12 pixels, a name cut to fit, and a count at the right. */
  row(mark: (x: number, y: number) => string, name: string, count: string): void {
    this.y += lineHeight
    const { width, widthOf } = this.#question
    const room = width - 18 - widthOf(count, '9.5px Arial, sans-serif') - 8
    this.parts.push(
      mark(6, this.y - 3.3),
      `<text x="18" y="${short(this.y)}">${svgText(cut(name, room, text => widthOf(text, '9.5px Arial, sans-serif')))}</text>`,
      `<text x="${width}" y="${short(this.y)}" text-anchor="end" fill="#50555f">${svgText(count)}</text>`,
    )
  }
}

function cut(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
