import type { MeasureCard } from './measure.ts'

/** Whether a measure can be asked of a graph whose ties have a direction, or none. */
export const fitsTies =
  (undirected: true | undefined) =>
  ({ needsDirection }: MeasureCard): boolean =>
    undirected !== true || needsDirection !== true
