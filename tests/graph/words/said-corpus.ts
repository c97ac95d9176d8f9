import type { Corpus } from '#data/store/base/corpus.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { emptyCorpus, seed, someTime } from '../../data/store/invented-corpus.ts'
import { plantedLink, plantPage } from '../../viewer/invented-network.ts'
import type { ExtractedLink } from '#data/records.ts'

/** A sentence on a page of `from` about `to`. */
export interface PlantedSentence {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly page?: string
  readonly language?: string
  readonly more?: Partial<ExtractedLink>
  readonly published?: string
}

const countries: Readonly<Record<string, string>> = { 'fr-one': 'FR', 'fr-two': 'FR', 'us-one': 'US', 'us-two': 'US' }

/** A corpus of four sites, two a country, and one of no country, that say these sentences; a page for each that names none. */
export function saidCorpus(sentences: readonly PlantedSentence[], corpus: Corpus = emptyCorpus()): Corpus {
  const sites = [...Object.keys(countries), 'nowhere']
  storeSeeds(
    corpus,
    sites.map(name => seed(`https://${name}.example/`, { country: countries[name] ?? '', kind: 'agency' })),
    someTime,
  )
  const pages = Map.groupBy(
    sentences.map((sentence, nth) => ({ ...sentence, page: sentence.page ?? `p${nth}` })),
    ({ from, page }) => `https://${from}.example/${page}`,
  )
  for (const [url, said] of pages)
    plantPage(
      corpus,
      {
        url,
        title: 'A page',
        published: said[0]!.published ?? '',
        language: said[0]!.language ?? 'fr',
        links: said.map(({ to, text, more }, ordinal) =>
          plantedLink(ordinal, `https://${to}.example/`, { anchor: to, context: text, ...more }),
        ),
      },
      someTime,
    )
  return corpus
}
