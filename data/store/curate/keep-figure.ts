import { Mistake } from '#data/mistake.ts'
import { idsOfAddress } from '#data/story/story.ts'
import type { Corpus } from '../base/corpus.ts'
import type { Author } from './author.ts'
import type { StateEvent } from './change-state.ts'
import type { NamingSettings } from './forget-in-figures.ts'
import { insertEvent } from './insert-event.ts'

/** A figure as the corpus keeps it: what was chosen, and what it showed then, both plain JSON. */
export interface StoredFigure {
  readonly number: number
  readonly settings: unknown
  /** Null: no longer known. */
  readonly drawn: DrawnThen | null
  readonly at: number
}

/** What a figure showed, by rows of entities, so that nothing of whoever is forgotten stays. */
export interface DrawnThen {
  readonly sites: readonly number[]
  /** Parallel to `sites`: the group of the column that colours them, in words. */
  readonly groups: readonly string[]
  /** Parallel to `sites`: on the layout. */
  readonly places: readonly (readonly [x: number, y: number])[]
  /** Indexes of `sites`, and weight; null: too many to keep. */
  readonly ties: readonly (readonly [source: number, target: number, weight: number])[] | null
}

interface FigureState {
  readonly figure: number
  readonly kept: Pick<StoredFigure, 'settings' | 'drawn'> | null
  /** Rows of the entities that the event is about, before or after: forgetting one empties the event. */
  readonly entities: readonly number[]
}

interface FigureRow {
  readonly number: number
  readonly settings: string
  readonly drawn: string
  readonly at: number
}

const read = ({ number, settings, drawn, at }: FigureRow): StoredFigure => ({
  number,
  settings: JSON.parse(settings),
  drawn: drawn === '' ? null : (JSON.parse(drawn) as DrawnThen),
  at,
})

/** Every figure that is kept, by number. */
export const keptFigures = (corpus: Corpus): StoredFigure[] =>
  corpus.sql<FigureRow>('SELECT number, settings, drawn, at FROM figure ORDER BY number').all().map(read)

export function keptFigure(corpus: Corpus, number: number): StoredFigure | undefined {
  const row = corpus.sql<FigureRow>('SELECT number, settings, drawn, at FROM figure WHERE number = ?').get(number)
  return row && read(row)
}

/** Keeps a figure under a number, in place of the one that was there, or (null) removes it. Returns the event, or null when it was so already. */
export function keepFigure(
  corpus: Corpus,
  author: Author,
  number: number,
  kept: Pick<StoredFigure, 'settings' | 'drawn'> | null,
): number | null {
  return corpus.write(() => {
    const before = stateNow(corpus, number)
    const after = { ...before, kept, entities: entitiesOf(corpus, kept) }
    if (same(before.kept, kept)) return null
    writeFigure(corpus, after, author.now)
    return record(corpus, author, before, after)
  })
}

/** Takes an event of keepFigure back. @throws Mistake when the figure was changed since. */
export function takeBackFigure(corpus: Corpus, author: Author, event: StateEvent<FigureState>): number {
  const { figure } = event.after
  if (!same(stateNow(corpus, figure).kept, event.after.kept))
    throw new Mistake({ code: 'undo-figure-changed', values: { event: event.id, figure } })
  writeFigure(corpus, event.before, author.now)
  return record(corpus, author, event.after, event.before, event.id)
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function stateNow(corpus: Corpus, number: number): FigureState {
  const found = keptFigure(corpus, number)
  const kept = found ? { settings: found.settings, drawn: found.drawn } : null
  return { figure: number, kept, entities: entitiesOf(corpus, kept) }
}

/** Those it showed, and those that its settings name, though it may not have shown them. */
function entitiesOf(corpus: Corpus, kept: FigureState['kept']): number[] {
  if (kept === null) return []
  const { moved = {}, view = '' } = kept.settings as NamingSettings
  const rows = corpus
    .sql<{ id: number }>('SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify([...Object.keys(moved), ...idsOfAddress(view)]))
  return [...new Set([...(kept.drawn?.sites ?? []), ...rows.map(({ id }) => id)])]
}

function writeFigure(corpus: Corpus, { figure, kept }: FigureState, at: number): void {
  if (kept === null) corpus.sql('DELETE FROM figure WHERE number = ?').run(figure)
  else
    corpus
      .sql('INSERT OR REPLACE INTO figure (number, settings, drawn, at) VALUES (?, ?, ?, ?)')
      .run(figure, JSON.stringify(kept.settings), kept.drawn === null ? '' : JSON.stringify(kept.drawn), at)
}

function record(corpus: Corpus, author: Author, before: FigureState, after: FigureState, undoes?: number): number {
  const entities = [...new Set([...before.entities, ...after.entities])].sort((a, b) => a - b)
  const part = (state: FigureState): string => JSON.stringify([{ ...state, entities }])
  return insertEvent(corpus, author, {
    action: undoes === undefined ? 'figure' : 'undo figure',
    entityId: null,
    before: part(before),
    after: part(after),
    undoes: undoes ?? null,
  })
}
