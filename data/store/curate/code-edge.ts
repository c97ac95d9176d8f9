import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Author } from './author.ts'
import { changeState, type StateEvent, type StateKind, takeBackState } from './change-state.ts'
import { entityRow } from './entity-row.ts'

/** A coder's code of one edge; null: none. */
interface CodeState {
  readonly source: number
  readonly target: number
  readonly coder: string
  readonly code: EdgeCode | null
  readonly note: string
}

export interface CodeOfEdge {
  readonly source: string
  readonly target: string
  /** Null takes the code away. */
  readonly code: EdgeCode | null
  readonly note: string
}

/** Sets what the citation does, in the eyes of the author; other coders' codes stay as they are. */
export function codeEdge(corpus: Corpus, author: Author, edge: CodeOfEdge): number | null {
  return corpus.write(() => {
    const [source, target] = [entityRow(corpus, edge.source), entityRow(corpus, edge.target)]
    if (source === target)
      throw new Mistake({ code: 'tie-to-itself', values: { source: edge.source, target: edge.target } })
    const { code } = edge
    return changeState(corpus, author, codes, {
      source,
      target,
      coder: author.actor,
      code,
      note: code === null ? '' : edge.note,
    })
  })
}

const codes: StateKind<CodeState> = {
  action: 'code',
  entityOf: ({ source }) => source,
  now: codeNow,
  write: writeCode,
  changed: 'undo-code-changed',
}

/** Takes an event of codeEdge back. @throws Mistake when the code was changed since. */
export const takeBackCode = (corpus: Corpus, author: Author, event: StateEvent<CodeState>): number =>
  takeBackState(corpus, author, codes, event)

function codeNow(corpus: Corpus, { source, target, coder }: CodeState): CodeState {
  const row = corpus
    .sql<{ code: EdgeCode; note: string }>(
      'SELECT code, note FROM edge_code WHERE source_entity = ? AND target_entity = ? AND coder = ?',
    )
    .get(source, target, coder)
  return { source, target, coder, code: row?.code ?? null, note: row?.note ?? '' }
}

function writeCode(corpus: Corpus, { source, target, coder, code, note }: CodeState, at: number): void {
  const edge = { source, target, coder }
  if (code === null) {
    corpus
      .sql('DELETE FROM edge_code WHERE source_entity = @source AND target_entity = @target AND coder = @coder')
      .run(edge)
    return
  }
  corpus
    .sql(
      `INSERT INTO edge_code (source_entity, target_entity, coder, code, note, at)
       VALUES (@source, @target, @coder, @code, @note, @at)
       ON CONFLICT (source_entity, target_entity, coder) DO UPDATE SET code = @code, note = @note, at = @at`,
    )
    .run({ ...edge, code, note, at })
}
