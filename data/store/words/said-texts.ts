import type { Corpus } from '../base/corpus.ts'

/** Above so many texts a walk over all is faster than a look for each. */
const manyTexts = 20_000

/**
 * No anchor or sentence that a crawl keeps is longer. A corpus made by hand may hold 50 MB in one: a word in its beginning is counted,
 * the rest costs nobody a night.
 */
const beginning = 'substr(value, 1, 4000)'
const oneText = `SELECT ${beginning} FROM snippet WHERE id = ?`
const manyInOrder = `SELECT id, ${beginning} FROM snippet WHERE id BETWEEN ? AND ? ORDER BY id`

/** The texts of these rows (ascending), in their order; one that is gone is ''. */
export function* textsOf(corpus: Corpus, rows: Int32Array): Generator<string> {
  if (rows.length <= manyTexts) {
    const find = corpus.sql<string>(oneText).pluck()
    for (const row of rows) yield (find.get(row) as string | undefined) ?? ''
    return
  }
  let next = 0
  const all = corpus
    .sql<[number, string]>(manyInOrder)
    .raw()
    .iterate(rows[0]!, rows[rows.length - 1]!) as Iterable<[number, string]>
  for (const [id, value] of all) {
    while (next < rows.length && rows[next]! < id) {
      yield ''
      next++
    }
    if (rows[next] === id) {
      yield value
      next++
    }
  }
}
