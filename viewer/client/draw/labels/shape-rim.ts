import type { Shape } from '#viewer/client/view/scales.ts'

/** Half the width of a shape in parts of a dot's radius; the shapes are about equal in area. */
export const shapeRim: Readonly<Record<Shape, number>> = {
  disc: 1,
  ring: 1,
  square: 0.85,
  triangle: 1.21,
  diamond: 1.25,
  pentagon: 1.14,
  hexagon: 1.09,
}
