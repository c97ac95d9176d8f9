import { join } from 'node:path'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { reviewRows, type ReviewRow } from '#data/store/curate/review-rows.ts'
import { setEntities } from '#data/store/curate/set-entity.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import type { KnownAnswer } from './run.ts'

/** So many of those sought are the study's beginning: the first by id. */
const seeds = 10

/** Who is sought in the corpus, by a tag of its own. All its entities are IN there: a status alone makes no question. */
const questions: readonly (readonly [category: string, value: string])[] = [
  ['Portée', 'régionale'],
  ['digital nativeness', 'false'],
  ['edito', 'individu'],
]

/** A network exported by Hyphe, in which those with a tag are sought among all; its statuses are left behind. */
export async function hypheStudies(folder: string, path: string): Promise<KnownAnswer[]> {
  const studies: KnownAnswer[] = []
  for (const [category, value] of questions) {
    const file = join(folder, `hyphe-${studies.length}.sqlite`)
    await importCorpus(
      { path, corpus: file, as: 'network' },
      {
        ...quietSurroundings(folder),
        between: () => Promise.resolve(),
      },
    )
    const corpus = openCorpus(file, 'write')
    const rows = reviewRows(corpus, ['IN', 'OUT', 'UNDECIDED', 'DISCOVERED'])
    const isSought = ({ tags }: ReviewRow): boolean => tags.some(([name, own]) => name === category && own === value)
    const sought = rows.filter(isSought).map(({ id }) => id)
    const start = sought.slice(0, seeds)
    const others = rows.map(({ id }) => id).filter(id => !start.includes(id))
    setEntities(corpus, { actor: 'eval', reason: '', now: 0 }, others, { status: 'DISCOVERED' })
    corpus.close()
    studies.push({ name: `Hyphe, ${category}: ${value}`, file, relevant: new Set(sought.slice(seeds)) })
  }
  return studies
}
