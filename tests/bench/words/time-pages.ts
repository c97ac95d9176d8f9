import type { Corpus } from '#data/store/base/corpus.ts'
import { searchPages } from '#data/store/evidence/search-pages.ts'
import { keepPageText } from '#data/store/visits/page-texts.ts'
import { buildTextIndex } from '#data/store/words/text-index.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { gatherPages } from '#graph/words/pages/gather-pages.ts'
import { specificWords } from '#graph/words/specific-words.ts'
import { concordance } from '#graph/words/kwic/concordance.ts'
import { cosinesOf, nearestOf, sitesOfWords } from '#graph/words/similar/compare-sites.ts'
import { countSiteWords } from '#graph/words/similar/count-site-words.ts'
import { resemblanceOfSites } from '#graph/words/similar/resemblance-of-sites.ts'
import { weighWords } from '#graph/words/similar/weigh-words.ts'
import { clocks, say } from './say-time.ts'

/** Words of the invented language, drawn as those of languages are: the nth as often as 1/n. */
const lexicon = 60_000
const [blocks, wordsOfBlock] = [20, 20]

/** How long words of pages take: a text of 400 words for every page of the corpus, as `crawl --texts` keeps it. */
export function timePages(corpus: Corpus): void {
  const visits = corpus.sql<number>('SELECT max(id) FROM visit GROUP BY page_id ORDER BY 1').pluck().all() as number[]
  const random = createRandom(1)
  const word = (): string => `w${Math.floor(lexicon ** random.next())}e`
  const block = (): string => `${Array.from({ length: wordsOfBlock }, word).join(' ')}.`
  let from = clocks()
  corpus.write(() => {
    for (const visit of visits) keepPageText(corpus, visit, Array.from({ length: blocks }, block).join('\n'))
  })
  say(`${visits.length} texts of pages kept`, from)
  from = clocks()
  say(`index with them (${Math.round((buildTextIndex(corpus) ?? 0) / 1e6)} MB)`, from)
  for (const query of ['w59999e', 'w3000e', 'w100e', 'w1e', 'w5', 'w100e w200e', '"w10e w20e"', 'absent']) {
    from = clocks()
    const found = searchPages(corpus, query, ['IN'])!
    say(`pages that say '${query}' (${found.more ? 'at least ' : ''}${found.pages})`, from)
  }
  for (const term of ['w59999e', 'w3000e', 'w100e']) {
    from = clocks()
    const lines = concordance(corpus, { term, of: 'pages', statuses: ['IN'], zones: ['content'] })
    say(`concordance of pages, '${term}' (${lines.length} lines)`, from)
  }
  from = clocks()
  const before = process.memoryUsage.rss()
  const gathered = gatherPages(corpus, { statuses: ['IN'], zones: ['content'], of: 'pages', by: 'source' })
  specificWords(corpus, gathered.rows, { language: gathered.language, least: 3, longest: 3 })
  const grown = Math.round((process.memoryUsage.rss() - before) / 1e6)
  say(`words of pages by site (${gathered.rows.count.texts} blocks, ${grown} MB more)`, from)
  from = clocks()
  const words = countSiteWords(corpus, { statuses: ['IN'] })
  say('words of every site', from)
  const vectors = weighWords(words.en.sites.length > words.fr.sites.length ? words.en : words.fr)
  const turned = sitesOfWords(vectors)
  say(`… weighed (${vectors.sites.length} sites, ${vectors.words.length} words)`, from)
  from = clocks()
  nearestOf(cosinesOf(vectors, turned, 0), 10)
  say('whom one site resembles', from)
  from = clocks()
  resemblanceOfSites(corpus, { statuses: ['IN'] }, vectors.language)
  say('all pairs, for the regression', from)
}
