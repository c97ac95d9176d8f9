import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** Of each site the community that each run of the search put it in. */
export type RunLabels = ReadonlyMap<EntityId, Uint32Array>

export function storeRunLabels(corpus: Corpus, analysisId: number, labels: RunLabels): void {
  const add = corpus.sql(
    'INSERT INTO run_label (analysis_id, entity_id, labels) VALUES (?, (SELECT id FROM entity WHERE name = ?), ?)',
  )
  for (const [id, { buffer, byteOffset, byteLength }] of labels)
    add.run(analysisId, id, Buffer.from(buffer, byteOffset, byteLength))
}

/** Those of the last analysis for the sites `ids`; a site of which none were kept is absent. */
export function lastRunLabels(corpus: Corpus, ids: readonly EntityId[]): RunLabels {
  const rows = corpus
    .sql<{ name: EntityId; labels: Buffer }>(
      `SELECT name, labels FROM run_label JOIN entity ON entity.id = entity_id
       WHERE analysis_id = (SELECT max(id) FROM analysis) AND name IN (SELECT value FROM json_each(?)) ORDER BY name`,
    )
    .all(JSON.stringify(ids))
  // Copied: a view of 32-bit numbers has to begin at a multiple of four.
  return new Map(rows.map(({ name, labels }) => [name, new Uint32Array(new Uint8Array(labels).buffer)]))
}
