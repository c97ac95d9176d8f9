import type { SiteNode } from '#data/records.ts'
import type { TieChange } from '#data/store/changes/tie-changes.ts'
import { type KindOfChange, kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { WaveGraph } from './wave-graphs.ts'

export const stepGroups = ['all', 'home', 'abroad'] as const
export type StepGroup = (typeof stepGroups)[number]

/** What became of ties from one wave to the next, by the list of `changes`. */
export interface Step extends Readonly<Record<KindOfChange, number>> {
  readonly from: string
  readonly to: string
  /** All ties, those inside a country, those across borders. */
  readonly group: StepGroup
  /** Ordered pairs of sites that both waves looked at: the source was read in both, and no tie of it is unknown. */
  readonly observed: number
  /** N11 / (N11 + N10 + N01) over those; null where neither wave has a tie. */
  readonly jaccard: number | null
  /** N10 + N01: ties that changed. */
  readonly hamming: number
}

/**
 * Counts a step. Jaccard ≥ .3 is stable enough for models of actors between two waves, < .2 hard, < .1 hardly possible
 * (manual of RSiena, Ripley et al.), unless the network grows. `changes` is between `from` and `to`.
 */
export function stepsOf(from: WaveGraph, to: WaveGraph, changes: readonly TieChange[]): Step[] {
  const nodes = new Map(to.graph.nodes.map(node => [node.id, node]))
  const countryOf = (id: TieChange['source']): string => nodes.get(id)?.country ?? ''
  return stepGroups.map(group => {
    const belongs = inGroup(group)
    const own = changes.filter(({ source, target }) => belongs(countryOf(source), countryOf(target)))
    const count = Object.fromEntries(
      kindsOfChange.map(kind => [kind, own.filter(({ change }) => change === kind).length]),
    ) as Record<KindOfChange, number>
    const hamming = count.gone + count.born + count.reborn
    const present = count.kept + hamming
    return {
      ...{ from: from.label, to: to.label, group, ...count, hamming },
      observed: pairsRead(from, to, belongs) - unknownOfRead(from, to, own),
      jaccard: present === 0 ? null : count.kept / present,
    }
  })
}

type Belongs = (source: string, target: string) => boolean

const inGroup =
  (group: StepGroup): Belongs =>
  (source, target) =>
    group === 'all' || (source !== '' && target !== '' && (source === target) === (group === 'home'))

const isReadInBoth = (from: WaveGraph, to: WaveGraph, { id }: Pick<SiteNode, 'id'>): boolean =>
  from.read.has(id) && to.read.has(id)

/** Ordered pairs whose source both waves read. O(sites × countries). */
function pairsRead(from: WaveGraph, to: WaveGraph, belongs: Belongs): number {
  const sizes = new Map<string, number>()
  for (const { country } of to.graph.nodes) sizes.set(country, (sizes.get(country) ?? 0) + 1)
  return to.graph.nodes
    .filter(node => isReadInBoth(from, to, node))
    .reduce((sum, { country }) => {
      for (const [other, size] of sizes) if (belongs(country, other)) sum += size - (other === country ? 1 : 0)
      return sum
    }, 0)
}

const unknownOfRead = (from: WaveGraph, to: WaveGraph, own: readonly TieChange[]): number =>
  own.filter(({ change, source }) => change === 'unknown' && isReadInBoth(from, to, { id: source })).length
