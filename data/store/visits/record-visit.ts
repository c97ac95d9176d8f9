import type { PageState } from '#data/vocabulary/page-states.ts'
import { camelCase } from '#data/table/camel-case.ts'
import type { Corpus } from '../base/corpus.ts'
import { type NewVisit, visitColumns, type VisitKind } from './visit-columns.ts'

type Kept = string | number | null

/** How the file keeps a value of each kind; without one, a text is empty and a number 0. */
const kept: Readonly<Record<VisitKind, (value: never) => Kept>> = {
  number: (value: number) => value,
  moment: (value: number) => value,
  'moment-if-any': (value?: number | null) => value ?? null,
  status: (value: number | null) => value,
  reference: (value: number | null = null) => value,
  text: (value?: string) => value ?? '',
  integer: (value?: number | null) => value ?? 0,
  'integer-if-any': (value?: number | null) => value ?? null,
  boolean: (value?: boolean | null) => Number(value ?? false),
  address: (value?: string | null) => value ?? '',
  words: (value: readonly string[] = []) => value.join(' '),
  count: (value: readonly unknown[] = []) => value.length,
}

const readers = visitColumns.map(({ name, kind, from }) => {
  const [key, keep] = [camelCase(name), kept[kind] as (value: unknown) => Kept]
  return (visit: NewVisit): Kept => {
    const source: Readonly<Record<string, unknown>> = from === 'page' ? (visit.page ?? {}) : visit
    return keep(source[key])
  }
})

/** Values by position: by name, binding them takes longer than storing the row. */
const insertVisit = `
  INSERT INTO visit (${visitColumns.map(({ name }) => name).join(', ')})
  VALUES (${visitColumns.map(() => '?').join(', ')})`

/** Stores a visit and makes it its page's last one; returns its row. */
export function recordVisit(corpus: Corpus, visit: NewVisit): number {
  const { lastInsertRowid } = corpus.sql(insertVisit).run(...readers.map(read => read(visit)))
  const visitId = Number(lastInsertRowid)
  corpus.sql('UPDATE page SET visit_id = ? WHERE id = ?').run(visitId, visit.pageId)
  return visitId
}

/** Sets the state that a page ends its turn in, with its cause. */
export function setPageState(
  corpus: Corpus,
  pageId: number,
  waveId: number,
  state: PageState,
  cause = '',
  detail = '',
): void {
  corpus
    .sql('UPDATE page SET state = ?, cause = ?, detail = ?, wave_id = ?, admitted = 0 WHERE id = ?')
    .run(state, cause, detail, waveId, pageId)
}
