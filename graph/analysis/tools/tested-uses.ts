import type { Corpus } from '#data/store/base/corpus.ts'
import { allWaves } from '#data/store/frontier/waves.ts'
import type { BorrowedQuestion } from '#data/store/tools/borrowed-lists.ts'
import { benjaminiHochberg } from '../nulls/benjamini-hochberg.ts'
import { siteTools, siteToolFinder } from './site-tools.ts'
import { type CountryUse, countryUses, lookedAt, type ToolChoice } from './tool-table.ts'
import type { TestedUse } from './use-tables.ts'

type Question = BorrowedQuestion & { readonly choice?: ToolChoice }

/** Countries of sites × countries of makers; by kind of site too, or in each wave. q is of the rows returned. */
export function testedUses(corpus: Corpus, question: Question, by: 'country' | 'kind' | 'wave'): TestedUse[] {
  const finder = siteToolFinder(corpus)
  const choice = question.choice === undefined ? {} : { choice: question.choice }
  const waves = by === 'wave' ? allWaves(corpus).map(({ label }) => label) : [question.wave]
  const rows = waves.flatMap(wave => {
    const sites = siteTools(corpus, { statuses: question.statuses, wave }, finder)
    const kinds = by === 'kind' ? ['', ...kindsOf(lookedAt(sites).map(({ site }) => site.kind))] : ['']
    const uses = kinds.flatMap(kind => countryUses(sites, { kind, ...choice }))
    return uses.map(use => ({ ...use, wave: wave ?? '' }))
  })
  return withQ(rows)
}

const kindsOf = (kinds: readonly string[]): string[] => [...new Set(kinds)].filter(kind => kind !== '').toSorted()

function withQ(rows: readonly (CountryUse & { readonly wave: string })[]): TestedUse[] {
  const q = benjaminiHochberg(rows.map(({ chance }) => chance?.p ?? null))
  return rows.map((row, at) => ({ ...row, q: q[at] ?? null }))
}
