import type { Corpus } from '../base/corpus.ts'

/**
 * A question without parameters, whose text a report prints beside its answers: whoever holds the corpus can put it
 * again with any SQLite program.
 */
export interface CorpusQuestion<Row> {
  readonly name: string
  readonly sql: string
  /** Never set: it carries the shape of a row. */
  readonly row?: Row
}

/** The rows that answer `question`, in its own order. */
export const ask = <Row>(corpus: Corpus, { sql }: CorpusQuestion<Row>): Row[] => corpus.sql<Row>(sql).all()

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The text of a statement as it is printed: without the indentation of the source code. */
export function statement(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const least = Math.min(...lines.map(indentOf))
  return lines.map(line => line.slice(least)).join('\n')
}
