import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type LinkOfWave, linksByRow } from '#data/store/words/links-by-row.ts'
import { saidLinks, type SaidQuestion } from '#data/store/words/said-links.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { textsOf } from '#data/store/words/said-texts.ts'
import { Numbers } from './count/numbers.ts'
import { renumber } from './count/said-rows.ts'
import { codesOfTies, communitiesOf } from './parts.ts'

/** What an entity says of another in one sentence, on however many pages. */
export interface Saying {
  readonly text: string
  readonly language: Language
  readonly sourceCountry: string
  readonly targetCountry: string
  readonly sourceCommunity: number | null
  readonly targetCommunity: number | null
  /** What most coders of the tie say that it does; '': nobody, or as many for as against. */
  readonly code: string
  /** Label of the wave asked for, else of the last that saw it. */
  readonly wave: string
  /** Pages of the source on which the sentence cites the target. */
  readonly pages: number
  /** The first of its hyperlinks. */
  readonly link: LinkOfWave
}

export interface SayingChoice extends SaidQuestion {
  /** Default: each page's own. */
  readonly language?: Language | undefined
  /** Whether a text is wanted. Default: all are. */
  readonly wanted?: (text: string, language: Language) => boolean
}

interface Said {
  readonly source: number
  readonly target: number
  readonly text: number
  readonly language: Language
  readonly link: number
  readonly pages: Set<number>
}

/** What is said of whom, each once, by source, target and first page; pages in languages that are not split are left out. */
export function sayings(corpus: Corpus, choice: SayingChoice): Saying[] {
  const texts = wantedTexts(corpus, choice)
  return describe(corpus, gather(corpus, choice, texts), texts, choice.wave)
}

const isAsked = (language: string, asked: Language | undefined): language is Language =>
  asked === undefined ? language === 'fr' || language === 'en' : language === asked

/** The texts that are wanted in one of the languages of their pages, by row: each is looked at once, before links are gathered by it. */
function wantedTexts(corpus: Corpus, choice: SayingChoice): ReadonlyMap<number, string> {
  const said = { fr: new Numbers(), en: new Numbers() }
  for (const [, , , text, , language] of saidLinks(corpus, choice))
    if (isAsked(language, choice.language)) said[language].push(text)
  const { wanted = () => true } = choice
  const texts = new Map<number, string>()
  for (const language of languages) {
    const { rows } = renumber(said[language].done())
    let place = 0
    for (const text of textsOf(corpus, rows)) {
      if (wanted(text, language)) texts.set(rows[place]!, text)
      place++
    }
  }
  return texts
}

/** Of each text and language, who says it of whom. */
function gather(corpus: Corpus, choice: SayingChoice, texts: ReadonlyMap<number, string>): Said[] {
  const known = new Map<number, Map<string, Said>>()
  for (const [source, target, page, text, , language, link] of saidLinks(corpus, choice)) {
    if (!isAsked(language, choice.language) || !texts.has(text)) continue
    const ofText = known.get(text) ?? new Map<string, Said>()
    known.set(text, ofText)
    // A page of each language may say it: two sayings, or one would be counted as the other's.
    const key = `${source} ${target} ${language}`
    const said = ofText.get(key) ?? { source, target, text, language, link, pages: new Set<number>() }
    ofText.set(key, said)
    said.pages.add(page)
  }
  return [...known.values()].flatMap(ofText => [...ofText.values()])
}

function describe(
  corpus: Corpus,
  said: readonly Said[],
  texts: ReadonlyMap<number, string>,
  wave: string | undefined,
): Saying[] {
  const [sites, codes, communities] = [saidSites(corpus), codesOfTies(corpus), communitiesOf(corpus, wave)]
  const links = linksByRow(
    corpus,
    said.map(({ link }) => link),
    wave,
  )
  const communityOf = (id: EntityId): number | null => communities?.get(id) ?? null
  return said
    .map((one): Saying => {
      const [source, target, link] = [sites.get(one.source)!, sites.get(one.target)!, links.get(one.link)!]
      return {
        text: texts.get(one.text)!,
        language: one.language,
        sourceCountry: source.country,
        targetCountry: target.country,
        sourceCommunity: communityOf(source.id),
        targetCommunity: communityOf(target.id),
        code: codes.get(`${source.id} ${target.id}`) ?? '',
        wave: link.wave,
        pages: one.pages.size,
        link,
      }
    })
    .sort(bySourceThenTarget)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const bySourceThenTarget = (a: Saying, b: Saying): number =>
  compare(a.link.source, b.link.source) ||
  compare(a.link.target, b.link.target) ||
  compare(a.link.sourceUrl, b.link.sourceUrl) ||
  compare(a.text, b.text) ||
  compare(a.language, b.language)
