import type { LabelBox } from '../draw/labels/dot-grid.ts'

/** What lies above a map, in its own pixels: buttons and its title. Nothing that comes and goes with the names. */
export function coveredBoxes(map: HTMLElement): LabelBox[] {
  const { left, top } = map.getBoundingClientRect()
  return [...(map.parentElement?.querySelectorAll('.zoom, .map-title') ?? [])]
    .map(each => each.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(box => ({ left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top }))
}
