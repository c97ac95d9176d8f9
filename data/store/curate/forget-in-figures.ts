import { idsOfAddress } from '#data/story/story.ts'
import type { Corpus } from '../base/corpus.ts'

/**
 * Takes the entities listed in temp.gone out of the figures that are kept: where their names were put, what the view says
 * of them, and all that is known of what a figure with them showed. What a person wrote on it stays, as notes do, and is told.
 */
export function forgetInFigures(corpus: Corpus): void {
  const names = new Set(
    corpus
      .sql<{ name: string }>('SELECT name FROM entity WHERE id IN (SELECT id FROM temp.gone)')
      .all()
      .map(({ name }) => name),
  )
  corpus
    .sql(
      `UPDATE figure SET drawn = '' WHERE drawn <> '' AND EXISTS (
         SELECT 1 FROM json_each(drawn, '$.sites') site JOIN temp.gone ON gone.id = site.value)`,
    )
    .run()
  for (const { number, settings } of corpus.sql<FigureRow>('SELECT number, settings FROM figure').all()) {
    const kept = without(JSON.parse(settings) as NamingSettings, names)
    corpus.sql('UPDATE figure SET settings = ? WHERE number = ?').run(JSON.stringify(kept), number)
  }
}

interface FigureRow {
  readonly number: number
  readonly settings: string
}

/** What of a figure's settings names entities. */
export interface NamingSettings {
  readonly moved?: Readonly<Record<string, unknown>>
  readonly view?: string
}

function without(settings: NamingSettings, names: ReadonlySet<string>): NamingSettings {
  const { moved = {}, view = '' } = settings
  const isNamed = (part: readonly [string, string]): boolean =>
    idsOfAddress(new URLSearchParams([[...part]]).toString()).some(id => names.has(id))
  const parts = [...new URLSearchParams(view)].filter(part => !isNamed(part))
  return {
    ...settings,
    moved: Object.fromEntries(Object.entries(moved).filter(([id]) => !names.has(id))),
    view: new URLSearchParams(parts).toString(),
  }
}
