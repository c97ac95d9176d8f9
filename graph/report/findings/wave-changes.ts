import type { SiteEdge } from '#data/records.ts'
import { ask } from '#data/store/report/corpus-question.ts'
import { waves } from '#data/store/report/crawl-questions.ts'
import { sightings, type SightingRow } from '#data/store/report/edge-questions.ts'
import { type Num, num } from './num.ts'
import type { Study } from './study.ts'

/** What became of the edges in the last wave. */
export interface WaveChanges {
  readonly wave: string
  /** All edges, then those inside countries, across borders, and in both directions between the pair. */
  readonly rows: readonly ChangeRow[]
}

export interface ChangeRow {
  readonly group:
    { readonly kind: 'all' | 'home' | 'abroad' } | { readonly kind: 'pair'; readonly from: string; readonly to: string }
  /** Seen before and seen again. */
  readonly kept: Num
  /** Seen before; every page that held it was looked at again, and it is gone. */
  readonly gone: Num
  /** Seen before; some page that held it could not be looked at again. */
  readonly unknown: Num
  /** First seen in the last wave. */
  readonly fresh: Num
  /** Of those looked at again, gone. Null when none was. */
  readonly goneShare: Num | null
}

type Fate = 'kept' | 'gone' | 'unknown' | 'fresh'

/** Null with fewer than two waves. Edges are those of the graph, by the hyperlinks of its zones. */
export function describeWaveChanges(study: Study): WaveChanges | null {
  const visited = ask(study.corpus, waves)
  const last = visited.at(-1)
  if (visited.length < 2 || last === undefined) return null
  const fates = fatesOf(study)
  const countryOf = (id: SiteEdge['source']): string => study.nodes.get(id)?.country ?? ''
  const edges = study.site.edges.map(({ source, target }) => ({
    fate: fates.get(`${source} ${target}`),
    from: countryOf(source),
    to: countryOf(target),
  }))
  const known = edges.filter(({ from, to }) => from !== '' && to !== '')
  const [one, other] = study.pair ?? []
  const row = (group: ChangeRow['group'], of: readonly { readonly fate: Fate | undefined }[]): ChangeRow =>
    rowOf(
      group,
      of.map(({ fate }) => fate),
    )
  return {
    wave: last.label,
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

function fatesOf({ corpus, choice }: Study): Map<string, Fate> {
  const rows = ask(corpus, sightings).filter(({ zone }) => choice.zones.includes(zone))
  const newest = rows.reduce((latest, { lastWave }) => Math.max(latest, lastWave), 0)
  const edges = Map.groupBy(rows, ({ source, target }) => `${source} ${target}`)
  return new Map([...edges].map(([edge, zones]) => [edge, fateOf(zones, newest)]))
}

function fateOf(zones: readonly SightingRow[], newest: number): Fate {
  if (zones.every(({ firstWave }) => firstWave === newest)) return 'fresh'
  if (zones.some(({ lastWave }) => lastWave === newest)) return 'kept'
  return zones.some(({ unread }) => unread > 0) ? 'unknown' : 'gone'
}

function rowOf(group: ChangeRow['group'], fates: readonly (Fate | undefined)[]): ChangeRow {
  const table = 'corpus:sightings'
  const where =
    group.kind === 'pair' ? { 'source/country': group.from, 'target/country': group.to } : { edges: group.kind }
  const count = (fate: Fate): Num =>
    num(fates.filter(own => own === fate).length, { table, where: { ...where, fate }, take: 'edges' })
  const [kept, gone] = [count('kept'), count('gone')]
  const seen = kept.value + gone.value
  return {
    group,
    kept,
    gone,
    unknown: count('unknown'),
    fresh: count('fresh'),
    goneShare: seen === 0 ? null : num(gone.value / seen, { table, where, take: 'gone / (kept + gone)' }),
  }
}
