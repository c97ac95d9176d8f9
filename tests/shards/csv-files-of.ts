import { openCorpus } from '#data/store/base/open-corpus.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { writeCsv } from '#graph/exchange/write/write-csv.ts'

/** The six CSV files of an export, by name, of every status; with all that an analysis computes when it is `analysed` first. */
export async function csvFilesOf(file: string, analysed = false): Promise<Record<string, string>> {
  const corpus = openCorpus(file, 'write')
  try {
    if (analysed)
      await analyseCorpus(
        corpus,
        { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 3, resolution: 1 },
        () => 0,
        () => undefined,
      )
    const model = exportCorpus(corpus, { title: 'same', statuses, zones, minWeight: 0 })
    const files = writeCsv(model).map(([name, text]) => [name, [...text].join('')] as const)
    return Object.fromEntries(files.filter(([name]) => name.endsWith('.csv')))
  } finally {
    corpus.close()
  }
}
