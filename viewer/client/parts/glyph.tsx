import type { Shape } from '../view/scales.ts'

interface GlyphProps {
  readonly shape: Shape
  readonly colour: string
  /** Pixels across a disc, with letters of the usual size. */
  readonly size?: number
  /** Open: only the outline, for a shape without a colour of its own. */
  readonly open?: boolean
  /** Written inside. */
  readonly text?: string
  readonly textColour?: string
}

/** A dot of the map, drawn for legends, lists and figures. */
export function Glyph({ shape, colour, size = 12, open = false, text = '', textColour = '#fff' }: GlyphProps) {
  const paint = open
    ? { fill: 'none', stroke: colour, strokeWidth: 1.6 }
    : { fill: colour, stroke: 'var(--glyph-rim)', strokeWidth: 1 }
  // Grows with the reader's letters.
  const side = `${(size + 4) / 16}rem`
  return (
    <svg className="glyph" width={side} height={side} viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
      {shape === 'disc' || shape === 'ring' ? <circle r="10" {...paint} /> : <path d={outlines[shape]} {...paint} />}
      {shape === 'ring' && <circle r="5" {...(open ? paint : { fill: 'var(--paper)' })} />}
      {text !== '' && (
        <text y="4.6" textAnchor="middle" fontSize={text.length > 1 ? 12 : 13.5} fontWeight="600" fill={textColour}>
          {text}
        </text>
      )}
    </svg>
  )
}

const polygon = (sides: number, radius: number, y = 0): string =>
  `M${Array.from({ length: sides }, (_, corner) => {
    const angle = (corner / sides) * Math.PI * 2 - Math.PI / 2
    return `${(radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`
  }).join('L')}Z`

/** Outlines about as large in area as a disc of radius 10; the same as the map's shader draws. */
export const outlines: Readonly<Record<Exclude<Shape, 'disc' | 'ring'>, string>> = {
  square: 'M-8.5,-8.5H8.5V8.5H-8.5Z',
  triangle: polygon(3, 13, 2),
  diamond: polygon(4, 12.2),
  pentagon: polygon(5, 11.2),
  hexagon: polygon(6, 10.8),
}
