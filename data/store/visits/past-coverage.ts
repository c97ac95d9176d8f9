import type { Corpus } from '../base/corpus.ts'
import type { Wave } from '../frontier/waves.ts'
import { ask } from '../report/corpus-question.ts'
import { pastCountries, type PastCountryRow, pastSites, type PastSiteRow, pastWaves } from '../report/past-questions.ts'

/** What an archive has of a wave, by country and by site. */
export interface PastCoverage {
  readonly countries: readonly Omit<PastCountryRow, 'label'>[]
  /** The widest spread of captures first. */
  readonly sites: readonly Omit<PastSiteRow, 'label'>[]
  /** Addresses of the scope that other sites cite on pages read then, and that no archive asked has in the window. */
  readonly citedNotArchived: number
}

/** Null: the wave is of its own day. */
export function pastCoverage(corpus: Corpus, { label: wave, past }: Pick<Wave, 'label' | 'past'>): PastCoverage | null {
  if (past === null) return null
  const ofWave = <Row extends { readonly label: string }>(rows: readonly Row[]): Omit<Row, 'label'>[] =>
    rows.filter(({ label }) => label === wave).map(({ label: _, ...row }) => row)
  return {
    countries: ofWave(ask(corpus, pastCountries)),
    sites: ofWave(ask(corpus, pastSites)),
    citedNotArchived: ofWave(ask(corpus, pastWaves))[0]?.citedNotArchived ?? 0,
  }
}
