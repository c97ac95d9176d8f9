import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { SaidText } from '#data/vocabulary/said-of-links.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { allWaves } from '#data/store/frontier/waves.ts'
import type { PageTextChoice } from '#data/store/visits/page-texts.ts'
import { saidLinks, type SaidQuestion } from '#data/store/words/said-links.ts'
import { type SaidSite, saidSites } from '#data/store/words/said-sites.ts'
import { SaidGatherer, type SaidRows } from './count/said-rows.ts'
import { type PartsOf, partsBy } from './parts.ts'

/** What is said in one language, by part. */
export interface Gathered {
  readonly language: Language
  /** Which of a hyperlink's words were gathered. */
  readonly of: SaidText
  readonly rows: SaidRows
  /** Names of the parts, by number. */
  readonly parts: readonly string[]
  /** Of each part the wave whose visits show its hyperlinks; undefined: their last. */
  readonly waves: readonly (string | undefined)[]
  readonly sites: ReadonlyMap<number, SaidSite>
  /** Hyperlinks with words that are not in it. */
  readonly left: NotGathered
}

export interface NotGathered {
  /** Of pages in another language, of pages whose language nobody knows. */
  readonly otherLanguage: number
  readonly unknownLanguage: number
  /** In no part: a site without a country, a tie without a code … */
  readonly noPart: number
  /** Pages read of which no text is kept, where pages were asked for. */
  readonly noText?: number
}

export interface GatherChoice extends SaidQuestion {
  readonly by: string
  /** Parts that no name has; `by` is then not looked at, unless it is wave. */
  readonly partsOf?: (sites: ReadonlyMap<number, SaidSite>) => PartsOf
  /** Default: the one in which most is said. */
  readonly language?: Language | undefined
}

/** The same of pages, too. */
export type TextChoice = Omit<GatherChoice, 'of'> & Pick<PageTextChoice, 'note'> & { readonly of: SaidText }

/**
 * Gathers what hyperlinks say, by part.
 * @throws Mistake when nothing of the corpus is called `by`.
 */
export function gatherSaid(corpus: Corpus, choice: GatherChoice): Gathered {
  const sites = saidSites(corpus)
  const gatherers = { fr: new SaidGatherer(), en: new SaidGatherer() }
  const [parts, noPart] = [
    { fr: new PartNames(), en: new PartNames() },
    { fr: 0, en: 0 },
  ]
  const isKnown = (language: string): language is Language => (languages as readonly string[]).includes(language)
  const others = { known: 0, unknown: 0 }
  for (const { question, partsOf } of questionsOf(corpus, choice, sites))
    for (const [source, target, page, text, zone, language, link] of saidLinks(corpus, question)) {
      if (!isKnown(language)) {
        others[language === '' ? 'unknown' : 'known']++
        continue
      }
      const own = partsOf(source, target, zone)
      if (own.length === 0) noPart[language]++
      for (const part of own) gatherers[language].add(source, parts[language].numberOf(part), page, text, link)
    }
  const language = choice.language ?? (gatherers.en.length > gatherers.fr.length ? 'en' : 'fr')
  const besides = languages.filter(one => one !== language)
  const { names, partOf } = parts[language].inOrder(choice.by === 'wave')
  return {
    language,
    of: choice.of,
    rows: gatherers[language].done(partOf),
    parts: names,
    waves: names.map(name => (choice.by === 'wave' ? name : choice.wave)),
    sites,
    left: {
      otherLanguage: others.known + besides.reduce((sum, one) => sum + gatherers[one].length + noPart[one], 0),
      unknownLanguage: others.unknown,
      noPart: noPart[language],
    },
  }
}

/** One question, or one a wave: what two waves saw is said in both. */
function questionsOf(
  corpus: Corpus,
  choice: GatherChoice,
  sites: ReadonlyMap<number, SaidSite>,
): { readonly question: SaidQuestion; readonly partsOf: PartsOf }[] {
  if (choice.by !== 'wave')
    return [{ question: choice, partsOf: choice.partsOf?.(sites) ?? partsBy(corpus, choice.by, sites, choice.wave) }]
  return allWaves(corpus).map(({ label }) => ({ question: { ...choice, wave: label }, partsOf: () => [label] }))
}

/** Parts as they are met, and in the order in which they are told. */
export class PartNames {
  readonly #numbers = new Map<string, number>()

  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** By number where they are numbers, else by name; waves stay in the order of time. */
  inOrder(asMet: boolean): { readonly names: readonly string[]; readonly partOf: readonly number[] } {
    const met = [...this.#numbers.keys()]
    const names = asMet ? met : met.toSorted((a, b) => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0))
    const placeOf = new Map(names.map((name, place) => [name, place]))
    return { names, partOf: met.map(name => placeOf.get(name)!) }
  }
}
