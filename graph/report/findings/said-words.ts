import { everyWave } from '#data/vocabulary/every-wave.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Evidence } from '#data/store/evidence/evidence.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { specificWords, type SpecificWord } from '#graph/words/specific-words.ts'
import { quotesOfParts } from '#graph/words/tell-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import { printedScore } from '#graph/words/word-table.ts'
import { cellOf, type Num } from './num.ts'
import type { Study } from './study.ts'

/** What they say when they cite: the specific words of each direction, and of each wave. */
export interface SaidWords {
  /** Zones whose words count. */
  readonly zones: readonly Zone[]
  readonly languages: readonly SaidLanguage[]
}

export interface SaidLanguage {
  readonly language: Language
  readonly directions: readonly SaidPart[]
  /** In the order of time; empty with fewer than two. */
  readonly waves: readonly SaidPart[]
}

export interface SaidPart {
  /** 'FR>US', or the label of a wave. */
  readonly part: string
  /** Words of the part. */
  readonly words: Num
  /** Those that stand out, the most specific first. */
  readonly specific: readonly ToldWord[]
  readonly quotes: readonly Evidence[]
}

export interface ToldWord {
  readonly term: string
  readonly f: Num
  readonly sites: Num
  readonly score: Num
}

const [mostWords, mostQuotes] = [10, 2]
/** A word is told where q is at most this, several sites say it, and it stands out by p = 0.01 at least. */
const [mostQ, leastScore] = [0.05, 2]

/** Null where nothing is said in a language that is split into words, or the network has no two directions to compare. */
export function findSaidWords(study: Study): SaidWords | null {
  const zones = zonesOf(study)
  if (study.site.ties === 'undirected' || zones.length === 0) return null
  const told = languages.flatMap((language): SaidLanguage[] => {
    const directions = partsOf(study, language, zones, 'direction').filter(({ part }) => isOfPair(study, part))
    const waves = study.graphWave === null ? [] : partsOf(study, language, zones, 'wave')
    return directions.length === 0 ? [] : [{ language, directions, waves: waves.length < 2 ? [] : waves }]
  })
  return told.length === 0 ? null : { zones, languages: told }
}

/** The matter of pages: menus are nobody's sentence, and comments name private persons. */
const zonesOf = ({ choice }: Study): readonly Zone[] => choice.zones.filter(zone => zone === 'content')

const isOfPair = ({ pair }: Study, part: string): boolean =>
  pair === null || part.split('>').every(country => pair.includes(country))

/** The table that `words --csv` writes of it. */
export const saidTable = (by: 'direction' | 'wave', language: Language): string => `words-${by}-${language}.csv`

function partsOf(study: Study, language: Language, zones: readonly Zone[], by: 'direction' | 'wave'): SaidPart[] {
  const { statuses, written } = study.choice
  const wave = by === 'wave' || study.graphWave === everyWave ? undefined : (study.graphWave ?? undefined)
  const gathered = gatherSaid(study.corpus, { statuses, zones, of: 'sentences', by, language, wave, written })
  const specific = specificWords(study.corpus, gathered.rows, { language, least: 3, longest: 3 })
  const quotes = quotesOfParts(study.corpus, gathered, specific, mostQuotes)
  const table = saidTable(by, language)
  // A part of which no word is frequent enough has no row in the table, and nothing to tell.
  const hasRows = (number: number): boolean => specific.words.some(word => word.part === number)
  return gathered.parts.flatMap((part, number) =>
    hasRows(number)
      ? [
          {
            part,
            words: cellOf(table, specific.sizes[number]!.words, 'words_part', { part }),
            specific: withoutFragments(specific.words.filter(word => word.part === number && isTold(word)))
              .slice(0, mostWords)
              .map(word => toldWord(word, table, part)),
            quotes: quotes[number]!.flatMap(({ link }) => link ?? []),
          },
        ]
      : [],
  )
}

const isTold = ({ score, q, oneSite }: SpecificWord): boolean => score >= leastScore && q <= mostQ && !oneSite

function toldWord({ term, f, sites, score }: SpecificWord, table: string, part: string): ToldWord {
  const cell = (value: number, take: string): Num => cellOf(table, value, take, { part, term })
  return { term, f: cell(f, 'f'), sites: cell(sites, 'sites'), score: cell(printedScore(score), 'specificity') }
}
