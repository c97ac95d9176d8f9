import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'

export interface CodedEdge {
  readonly source: EntityId
  readonly target: EntityId
  readonly coder: string
  readonly code: EdgeCode
  readonly note: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** The codes of all edges, or of one, by edge and coder. */
export function codedEdges(corpus: Corpus, edge?: { readonly source: string; readonly target: string }): CodedEdge[] {
  return corpus
    .sql<Omit<CodedEdge, 'at'> & { at: number }>(
      `SELECT source.name AS source, target.name AS target, coder, code, edge_code.note, at
       FROM edge_code JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
       WHERE @source IS NULL OR (source.name = @source AND target.name = @target)
       ORDER BY source.name, target.name, coder`,
    )
    .all({ source: edge?.source ?? null, target: edge?.target ?? null })
    .map(code => ({ ...code, at: isoTime(code.at) }))
}
