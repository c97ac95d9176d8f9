import type { Shape } from '../view/scales.ts'
import { short } from './svg-text.ts'

/** The outline of a dot; a ring has its hole as a second outline (fill-rule evenodd). */
export function dotPath(shape: Shape, x: number, y: number, radius: number): string {
  if (shape === 'disc') return circle(x, y, radius)
  if (shape === 'ring') return circle(x, y, radius) + circle(x, y, radius * 0.52)
  const { sides, size, turn, down } = polygons[shape]
  const corners = Array.from({ length: sides }, (_, corner) => {
    const angle = (corner / sides) * Math.PI * 2 - Math.PI / 2 + turn
    return `${short(x + Math.cos(angle) * radius * size)},${short(y + down * radius + Math.sin(angle) * radius * size)}`
  })
  return `M${corners.join('L')}Z`
}

/** About as large in area as a disc of radius 1, as the map's shader draws them. */
const polygons = {
  square: { sides: 4, size: 1.2, turn: Math.PI / 4, down: 0 },
  triangle: { sides: 3, size: 1.4, turn: 0, down: 0.18 },
  diamond: { sides: 4, size: 1.25, turn: 0, down: 0 },
  pentagon: { sides: 5, size: 1.14, turn: 0, down: 0 },
  hexagon: { sides: 6, size: 1.09, turn: 0, down: 0 },
} as const

function circle(x: number, y: number, radius: number): string {
  const r = short(radius)
  return `M${short(x - radius)},${short(y)}a${r},${r} 0 1 0 ${short(radius * 2)},0a${r},${r} 0 1 0 ${short(-radius * 2)},0Z`
}
