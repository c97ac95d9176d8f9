import type { Language } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { type Gathered, gatherSaid, PartNames } from '#graph/words/gather-said.ts'
import { everything } from '#graph/words/parts.ts'
import {
  readTerms,
  type ReadTerms,
  specificOf,
  type SpecificWords,
  type WordChoice,
} from '#graph/words/specific-words.ts'

type SaidBy = Pick<GraphQuestion, 'statuses' | 'wave' | 'written'>

/** Specific words of parts of the sites, with the parts' names. */
export interface WordsOfParts extends Pick<SpecificWords, 'words' | 'sizes'> {
  readonly parts: readonly string[]
}

/** Of more hyperlinks with words nothing is kept: these and their terms are some 300 MB. */
const mostKept = 2_000_000

/**
 * What the sites of a network say where they cite, in the matter of pages, language by language. The first question reads all of it; another one, which parts the same
 * sites otherwise, counts what was read: on 200,000 hyperlinks an eighth of the time. Holds no corpus: each question brings its connection.
 */
export class SaidByNetwork {
  readonly #question: SaidBy
  readonly #gathered = new Map<Language, Gathered>()
  readonly #read = new Map<string, ReadTerms>()

  constructor({ statuses, wave, written }: SaidBy) {
    this.#question = { statuses, ...(wave !== undefined && { wave }), written }
  }

  /** `partOf`: the part of each site, by its id; a part in which nobody says anything has no name in the answer. */
  specific(corpus: Corpus, partOf: (id: string) => string, choice: WordChoice): WordsOfParts {
    const { rows, parts: ids } = this.#gatheredIn(corpus, choice.language)
    const read = this.#readFrom(corpus, choice, rows)
    const named = new PartNames()
    const numbers = ids.map(id => named.numberOf(partOf(id)))
    const { names: parts, partOf: placeOf } = named.inOrder(false)
    const parted = {
      ...rows,
      parts: rows.parts.map(site => placeOf[numbers[site]!]!),
      count: { ...rows.count, parts: parts.length },
    }
    const { words, sizes } = specificOf(parted, read)
    return { words, sizes, parts }
  }

  /** Each site is a part of its own. */
  #gatheredIn(corpus: Corpus, language: Language): Gathered {
    const known = this.#gathered.get(language)
    if (known !== undefined) return known
    const gathered = gatherSaid(corpus, {
      ...this.#question,
      ...{ zones: ['content'], of: 'sentences', by: everything, language },
      partsOf: sites => {
        const parts = new Map([...sites].map(([row, { id }]) => [row, [id]]))
        return source => parts.get(source) ?? []
      },
    })
    if (gathered.rows.texts.length <= mostKept) this.#gathered.set(language, gathered)
    return gathered
  }

  #readFrom(corpus: Corpus, choice: WordChoice, rows: Gathered['rows']): ReadTerms {
    const key = JSON.stringify(choice)
    const known = this.#read.get(key)
    if (known !== undefined) return known
    const read = readTerms(corpus, rows, choice)
    if (rows.texts.length <= mostKept) this.#read.set(key, read)
    return read
  }
}
