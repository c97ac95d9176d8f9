import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import { lastTwoWaves } from '#data/store/changes/choose-waves.ts'
import { type TieChange, tieChanges } from '#data/store/changes/tie-changes.ts'
import { type Num, num } from './num.ts'
import type { Study } from './study.ts'

/** What became of the edges from the wave before the last one to the last one: the list of `changes`, counted. */
export interface WaveChanges {
  readonly from: string
  readonly wave: string
  /** All edges, then those inside countries, across borders, and in both directions between the pair. */
  readonly rows: readonly ChangeRow[]
}

export interface ChangeRow {
  readonly group:
    { readonly kind: 'all' | 'home' | 'abroad' } | { readonly kind: 'pair'; readonly from: string; readonly to: string }
  /** As `tieChanges` has them; unknown on either side. */
  readonly kept: Num
  readonly gone: Num
  readonly born: Num
  readonly reborn: Num
  readonly unknown: Num
  /** Of those kept and gone, gone. Null when there are none. */
  readonly goneShare: Num | null
}

/** Null with fewer than two waves. Ties between the entities of the analysis, by the hyperlinks of its zones. */
export function describeWaveChanges(study: Study): WaveChanges | null {
  const pair = lastTwoWaves(study.corpus)
  if (pair === null) return null
  const { statuses, zones } = study.choice
  const ties = tieChanges(study.corpus, { statuses, zones, from: pair.from.id, to: pair.to.id })
  const countryOf = (id: TieChange['source']): string => study.nodes.get(id)?.country ?? ''
  const edges = ties.map(({ source, target, change }) => ({
    change,
    from: countryOf(source),
    to: countryOf(target),
  }))
  const known = edges.filter(({ from, to }) => from !== '' && to !== '')
  const [one, other] = study.pair ?? []
  const row = (group: ChangeRow['group'], of: readonly { readonly change: KindOfChange }[]): ChangeRow =>
    rowOf(
      group,
      of.map(({ change }) => change),
    )
  return {
    from: pair.from.label,
    wave: pair.to.label,
    rows: [
      row({ kind: 'all' }, edges),
      row(
        { kind: 'home' },
        known.filter(({ from, to }) => from === to),
      ),
      row(
        { kind: 'abroad' },
        known.filter(({ from, to }) => from !== to),
      ),
      ...(one === undefined || other === undefined
        ? []
        : (
            [
              [one, other],
              [other, one],
            ] as const
          ).map(([from, to]) =>
            row(
              { kind: 'pair', from, to },
              edges.filter(edge => edge.from === from && edge.to === to),
            ),
          )),
    ],
  }
}

function rowOf(group: ChangeRow['group'], own: readonly KindOfChange[]): ChangeRow {
  const table = 'changes.csv'
  const where =
    group.kind === 'pair' ? { 'source/country': group.from, 'target/country': group.to } : { edges: group.kind }
  const count = (change: KindOfChange): Num =>
    num(own.filter(each => each === change).length, { table, where: { ...where, change }, take: 'ties' })
  const [kept, gone] = [count('kept'), count('gone')]
  const seen = kept.value + gone.value
  return {
    group,
    kept,
    gone,
    born: count('born'),
    reborn: count('reborn'),
    unknown: count('unknown'),
    goneShare: seen === 0 ? null : num(gone.value / seen, { table, where, take: 'gone / (kept + gone)' }),
  }
}
