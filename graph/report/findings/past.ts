import { ask } from '#data/store/report/corpus-question.ts'
import { pastCountries, pastWaves } from '#data/store/report/past-questions.ts'
import { cellOf, type Num, numOrNull } from './num.ts'
import type { Study } from './study.ts'

/** What asking archives did to each wave of the past; empty: the corpus has none. */
export interface PastFindings {
  readonly waves: readonly PastWave[]
  readonly countries: readonly PastCountry[]
}

export interface PastWave {
  readonly label: string
  /** The day asked for, ISO 8601, and the days around it that count. */
  readonly past: string
  readonly withinDays: Num
  readonly pages: Num
  readonly captures: Num
  readonly leastDrift: Num | null
  readonly medianDrift: Num | null
  readonly mostDrift: Num | null
  readonly medianSpread: Num | null
  readonly mostSpread: Num | null
  readonly notArchived: Num
  readonly citedNotArchived: Num
}

export interface PastCountry {
  readonly label: string
  readonly country: string
  readonly sites: Num
  readonly readSites: Num
  readonly pages: Num
  readonly captures: Num
}

export function findPast({ corpus }: Study): PastFindings {
  return {
    waves: ask(corpus, pastWaves).map(row => {
      const cell = (column: 'withinDays' | 'pages' | 'captures' | 'notArchived' | 'citedNotArchived'): Num =>
        cellOf('corpus:past_waves', row[column], column, { label: row.label })
      const days = (take: 'leastDrift' | 'medianDrift' | 'mostDrift' | 'medianSpread' | 'mostSpread'): Num | null =>
        numOrNull(row[take], { table: 'corpus:past_waves', take, where: { label: row.label } })
      return {
        ...{ label: row.label, past: row.past, withinDays: cell('withinDays') },
        ...{ pages: cell('pages'), captures: cell('captures') },
        ...{ leastDrift: days('leastDrift'), medianDrift: days('medianDrift'), mostDrift: days('mostDrift') },
        ...{ medianSpread: days('medianSpread'), mostSpread: days('mostSpread') },
        ...{ notArchived: cell('notArchived'), citedNotArchived: cell('citedNotArchived') },
      }
    }),
    countries: ask(corpus, pastCountries).map(row => {
      const { label, country } = row
      const cell = (column: 'sites' | 'readSites' | 'pages' | 'captures'): Num =>
        cellOf('corpus:past_countries', row[column], column, { label, country })
      return {
        label,
        country,
        sites: cell('sites'),
        readSites: cell('readSites'),
        pages: cell('pages'),
        captures: cell('captures'),
      }
    }),
  }
}
