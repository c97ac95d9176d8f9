import type { SiteGraph } from '#data/records.ts'
import { graphMeasures, nodeMeasures } from '../registry.ts'

/** How the ties of the analysed graph were taken. */
export interface Direction {
  /** 'mixed': those without a direction were taken as one in each. */
  readonly ties: 'directed' | 'undirected' | 'mixed'
  /** Measures that need a direction and were left out; of a family the common beginning, 'triad_…'. */
  readonly leftOut: readonly string[]
}

export function directionOf({ ties }: Pick<SiteGraph, 'ties'>): Direction {
  const needing = [...nodeMeasures, ...graphMeasures].filter(({ needsDirection }) => needsDirection === true)
  const names = needing.map(({ name }) => name.replace(/^(role|triad)_.+/, '$1_…'))
  return { ties: ties ?? 'directed', leftOut: ties === 'undirected' ? [...new Set(names)].sort() : [] }
}
