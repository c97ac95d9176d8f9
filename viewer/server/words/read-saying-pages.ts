import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { pageTextsOfSite } from '#data/store/visits/page-texts.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { matchTerm } from '#graph/words/kwic/match-term.ts'
import type { SayingPage, SayingPagesData } from '#viewer/protocol/words.ts'

export interface SayingQuestion {
  /** Ids; one that is none says nothing. */
  readonly sites: readonly string[]
  /** As sites are compared by it: lower case, no phrase. */
  readonly word: string
  readonly language: Language
  /** Label of the wave whose pages are read. Default: each page as it was last read. */
  readonly wave?: string | undefined
}

const mostShown = 5
/** Letters told on either side of the word. */
const around = 120

/** The pages on which each of these sites says a word, those of its first pages told. Reads the texts of these sites alone, one after the other. */
export function readSayingPages(corpus: Corpus, { sites, word, language, wave }: SayingQuestion): SayingPagesData {
  const rowOf = new Map<string, number>([...saidSites(corpus)].map(([row, { id }]) => [id, row]))
  const term = [[foldText(word)]]
  const told = sites.map(id => {
    const shown: SayingPage[] = []
    let pages = 0
    for (const { url, title, language: own, text } of pageTextsOfSite(corpus, rowOf.get(id) ?? -1, { wave })) {
      const place = own === language ? firstPlace(text, term, language) : null
      if (place === null) continue
      pages++
      if (shown.length < mostShown) shown.push({ url, title, ...place })
    }
    return { id, pages, shown }
  })
  return { sites: told }
}

function firstPlace(
  text: string,
  term: readonly (readonly string[])[],
  language: Language,
): Omit<SayingPage, 'url' | 'title'> | null {
  for (const block of text.split('\n')) {
    const match = matchTerm(block, term, language)
    if (match === null) continue
    const { from, to } = match.occurrences[0]!
    const [left, right] = [match.text.slice(0, from), match.text.slice(to)]
    return {
      left: left.length > around ? `…${left.slice(-around)}` : left,
      pivot: match.text.slice(from, to),
      right: right.length > around ? `${right.slice(0, around)}…` : right,
    }
  }
  return null
}
