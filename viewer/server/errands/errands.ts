import type { Corpus } from '#data/store/base/corpus.ts'
import { readAllPages, searchPages } from '#data/store/evidence/search-pages.ts'
import { searchLinks } from '#data/store/evidence/search-links.ts'
import type { TiesData } from '#viewer/protocol/map.ts'
import type { PagesData, SaidData, SayingPagesData, SimilarData, WordsData } from '#viewer/protocol/words.ts'
import { describeAsked, type ExplainErrands, explainAsked } from '../explained/explain-errands.ts'
import type { FigureErrands } from '../figure/figure-errands.ts'
import { type WordsGroup, wordsOfGroup, wordsOfSites, type WordsQuestion } from '../words/read-words.ts'
import { readSayingPages, type SayingQuestion } from '../words/read-saying-pages.ts'
import { readSimilar, type SimilarQuestion } from '../words/read-similar.ts'
import { type AskedLayer, type TiedSites, tiesOfLayer } from '../ties/ties-of-layer.ts'

/** What takes seconds in a large corpus, and is done beside the server's own thread. */
export interface Errands extends ExplainErrands, FigureErrands {
  /** The words of every site, by its id. */
  readonly sites: { readonly asked: WordsQuestion; readonly answer: ReadonlyMap<string, WordsData> }
  readonly group: { readonly asked: WordsQuestion & { readonly group: WordsGroup }; readonly answer: WordsData }
  /** Whom a site resembles in the words of its pages, or how two do. */
  readonly similar: { readonly asked: SimilarQuestion; readonly answer: SimilarData }
  /** The ties of a layer that is made of the words of all pages. */
  readonly alike: { readonly asked: { readonly map: TiedSites; readonly layer: AskedLayer }; readonly answer: TiesData }
  /** Where two sites say a word that both say. */
  readonly saying: { readonly asked: SayingQuestion; readonly answer: SayingPagesData }
  /** Every site whose pages say some words, where that is more than the first look tells, or there is no index. */
  readonly pages: {
    readonly asked: Pick<WordsQuestion, 'statuses'> & { readonly query: string }
    readonly answer: PagesData
  }
  /** Every tie with some words in its hyperlinks' anchors and sentences, and with `titles` in those of their pages. */
  readonly said: {
    readonly asked: Pick<WordsQuestion, 'statuses'> & { readonly query: string; readonly titles: boolean }
    readonly answer: SaidData
  }
}

export type Errand = keyof Errands

const doers: {
  readonly [E in Errand]: (
    corpus: Corpus,
    asked: Errands[E]['asked'],
  ) => Errands[E]['answer'] | Promise<Errands[E]['answer']>
} = {
  sites: wordsOfSites,
  why: explainAsked,
  community: describeAsked,
  // What draws is loaded by the thread that draws.
  figure: async (corpus, asked) => (await import('../figure/figure-errands.ts')).drawAsked(corpus, asked),
  figureChanges: async (corpus, asked) => (await import('../figure/figure-errands.ts')).changesAsked(corpus, asked),
  figureShown: async (corpus, asked) => (await import('../figure/figure-errands.ts')).shownAsked(corpus, asked),
  group: (corpus, { group, ...question }) => wordsOfGroup(corpus, question, group),
  similar: readSimilar,
  alike: (corpus, { map, layer }) => tiesOfLayer(corpus, map, layer),
  saying: readSayingPages,
  pages: (corpus, { statuses, query }) =>
    searchPages(corpus, query, statuses, { all: true }) ?? readAllPages(corpus, query, statuses),
  said: (corpus, { statuses, query, titles }) => {
    const { ties } = searchLinks(corpus, query, statuses, { limit: Number.MAX_SAFE_INTEGER, all: true, titles })
    const numbers = new Map<string, number>()
    const numberOf = (id: string): number => numbers.get(id) ?? (numbers.set(id, numbers.size), numbers.size - 1)
    return {
      source: ties.map(({ source }) => numberOf(source)),
      target: ties.map(({ target }) => numberOf(target)),
      links: ties.map(({ links }) => links),
      ids: [...numbers.keys()],
    }
  },
}

export const doErrand = async <E extends Errand>(
  corpus: Corpus,
  errand: E,
  asked: Errands[E]['asked'],
): Promise<Errands[E]['answer']> => doers[errand](corpus, asked)
