import { assignPlaces } from '#data/assign-places.ts'
import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'

/** Category → place in the palette, 1 to 9. A category without one is grey. */
export type ColourPlaces = ReadonlyMap<string, number>

const none: ColourPlaces = new Map()

/**
 * The places of the categories of each column of facts: 'country', 'kind', 'status', and 'tag:…' for each tag. They depend
 * on the corpus alone, whatever part of it is shown: those kept from before, then by the number of sites that are IN,
 * then of all, then by value. Reading keeps nothing, so that a corpus that can't be written shows the same.
 */
export function factPlaces(corpus: Corpus): Map<string, ColourPlaces> {
  const held = heldPlaces(corpus)
  return new Map(
    [...countCategories(corpus)].map(([name, counts]) => [name, assignPlaces(ranked(counts), held.get(name) ?? none)]),
  )
}

/**
 * Writes down the places that the corpus shows now. Whoever changes what its entities are calls this before, so that no
 * change takes a category's colour away. Nothing is kept before the first analysis: until then frequency decides.
 */
export function keepPlaces(corpus: Corpus): void {
  if (corpus.sql('SELECT 1 FROM analysis LIMIT 1').get() === undefined) return
  const held = heldPlaces(corpus)
  const give = corpus.sql(
    'INSERT OR IGNORE INTO colour (name, analysis_id, category, place) VALUES (@name, 0, @category, @place)',
  )
  const free = corpus.sql('DELETE FROM colour WHERE name = @name AND analysis_id = 0 AND place = @place')
  for (const [name, places] of factPlaces(corpus))
    for (const [category, place] of places) {
      if (held.get(name)?.get(category) === place) continue
      free.run({ name, place })
      give.run({ name, category, place })
    }
}

function heldPlaces(corpus: Corpus): Map<string, Map<string, number>> {
  const rows = corpus
    .sql<{ name: string; category: string; place: number }>(
      'SELECT name, category, place FROM colour WHERE analysis_id = 0',
    )
    .all()
  const held = new Map<string, Map<string, number>>()
  for (const { name, category, place } of rows)
    held.set(name, (held.get(name) ?? new Map<string, number>()).set(category, place))
  return held
}

interface Count {
  readonly isIn: number
  readonly all: number
}

type Counts = ReadonlyMap<string, Count>

const ranked = (counts: Counts): string[] =>
  [...counts]
    .sort(([a, m], [b, n]) => n.isIn - m.isIn || n.all - m.all || (a < b ? -1 : 1))
    .map(([category]) => category)

/** Sites by category, column by column. */
function countCategories(corpus: Corpus): Map<string, Counts> {
  const counts = new Map<string, Map<string, Count>>()
  const add = (name: string, category: string, status: string, sites: number): void => {
    const ofColumn = counts.get(name) ?? new Map<string, Count>()
    const { isIn, all } = ofColumn.get(category) ?? { isIn: 0, all: 0 }
    const own = status === 'IN' ? sites : 0
    if (category !== '') counts.set(name, ofColumn.set(category, { isIn: isIn + own, all: all + sites }))
  }
  const facts = corpus
    .sql<{ country: string; kind: string; status: string; sites: number }>(
      `SELECT country, kind, status, count(*) AS sites FROM entity WHERE ${isLiving()} GROUP BY 1, 2, 3`,
    )
    .all()
  for (const { country, kind, status, sites } of facts) {
    add('country', country, status, sites)
    add('kind', kind, status, sites)
    add('status', status, status, sites)
  }
  const tags = corpus
    .sql<{ category: string; value: string; status: string; sites: number }>(
      `SELECT category, value, status, count(*) AS sites FROM tag JOIN entity ON entity.id = entity_id
       WHERE ${isLiving()} GROUP BY 1, 2, 3`,
    )
    .all()
  for (const { category, value, status, sites } of tags) add(`tag:${category}`, value, status, sites)
  return counts
}
