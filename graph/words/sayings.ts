import type { Language } from '#data/vocabulary/languages.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type LinkOfWave, linksByRow } from '#data/store/words/links-by-row.ts'
import { saidLinks, type SaidQuestion } from '#data/store/words/said-links.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { textsOf } from '#data/store/words/said-texts.ts'
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
  const all = gather(corpus, choice)
  const texts = readTexts(corpus, all)
  const { wanted = () => true } = choice
  return describe(
    corpus,
    all.filter(({ text, language }) => wanted(texts.get(text)!, language)),
    texts,
    choice.wave,
  )
}

function gather(corpus: Corpus, choice: SayingChoice): Said[] {
  const known = new Map<string, Said>()
  for (const [source, target, page, text, , language, link] of saidLinks(corpus, choice)) {
    if (language !== 'fr' && language !== 'en') continue
    if (choice.language !== undefined && language !== choice.language) continue
    const key = `${source} ${target} ${text}`
    const said = known.get(key) ?? { source, target, text, language, link, pages: new Set() }
    known.set(key, said)
    said.pages.add(page)
  }
  return [...known.values()]
}

function readTexts(corpus: Corpus, all: readonly Said[]): ReadonlyMap<number, string> {
  const rows = Int32Array.from(new Set(all.map(({ text }) => text))).sort()
  const texts = new Map<number, string>()
  let place = 0
  for (const text of textsOf(corpus, rows)) texts.set(rows[place++]!, text)
  return texts
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
        wave: wave ?? link.wave,
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
  compare(a.text, b.text)
