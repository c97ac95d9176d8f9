import { at, element, ink } from './svg.ts'

// Two marks that stay apart in grey print: one is full, the other open. Coordinates in px.

export const disc = (x: number, y: number): string => element('circle', { cx: at(x), cy: at(y), r: 4.2, fill: ink })

export const square = (x: number, y: number): string =>
  element('rect', {
    x: at(x - 4),
    y: at(y - 4),
    width: 8,
    height: 8,
    fill: '#ffffff',
    stroke: ink,
    'stroke-width': 1.5,
  })
