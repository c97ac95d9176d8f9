import type { EntityId } from '#data/url/brand.ts'

/** Cells that are kept at most: 8 MB in the corpus. 200 runs of 10,000 sites; of more sites fewer runs, 20 at least. */
const mostCells = 2_000_000

/** Of each site the label that the first runs gave it, for who asks how often two were together. */
export function keptRuns(ids: readonly EntityId[], labels: readonly Uint32Array[]): ReadonlyMap<EntityId, Uint32Array> {
  const kept = labels.slice(0, Math.max(20, Math.min(200, Math.floor(mostCells / Math.max(1, ids.length)))))
  return new Map(ids.map((id, node) => [id, Uint32Array.from(kept, label => label[node]!)]))
}
