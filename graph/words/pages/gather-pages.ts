import { Mistake } from '#data/mistake.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { allWaves } from '#data/store/frontier/waves.ts'
import { pageTexts, readWithoutText } from '#data/store/visits/page-texts.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { SaidGatherer } from '../count/said-rows.ts'
import { expectPageTexts } from './expect-page-texts.ts'
import { type Gathered, PartNames, type TextChoice } from '../gather-said.ts'
import { partsBy } from '../parts.ts'

/** Partings that ask whom a hyperlink cites, or where it stands: a page's own text does neither. */
const ofHyperlinks = ['direction', 'target', 'zone', 'code']

/**
 * What pages say in their own matter, by part of their site. A block is to a page what a sentence is to a hyperlink: one that a site repeats counts once.
 * @throws Mistake where no text was kept, or `by` is of hyperlinks.
 */
export function gatherPages(corpus: Corpus, choice: TextChoice): Gathered {
  const { by, wave, statuses } = choice
  expectPageTexts(corpus, '--of pages')
  if (ofHyperlinks.includes(by))
    throw new Mistake(
      `--by ${by} is of hyperlinks; expected source, country, kind, community, wave or a tag with --of pages`,
    )
  const sites = saidSites(corpus)
  const gatherers = { fr: new SaidGatherer(), en: new SaidGatherer() }
  const parts = { fr: new PartNames(), en: new PartNames() }
  const noPart = { fr: 0, en: 0 }
  const others = { known: 0, unknown: 0 }
  const texts = new Map<string, number>()
  const partsOf = by === 'wave' ? null : (choice.partsOf?.(sites) ?? partsBy(corpus, by, sites, wave))
  let noText = 0
  for (const label of by === 'wave' ? allWaves(corpus).map(one => one.label) : [wave]) {
    noText += readWithoutText(corpus, { statuses, wave: label })
    for (const { entity, page, visit, language, text } of pageTexts(corpus, { statuses, wave: label })) {
      if (!isKnown(language)) {
        others[language === '' ? 'unknown' : 'known'] += text.split('\n').length
        continue
      }
      const own = partsOf?.(entity, entity, 'content') ?? [label!]
      if (own.length === 0) noPart[language] += text.split('\n').length
      for (const part of own)
        for (const block of text.split('\n'))
          gatherers[language].add(entity, parts[language].numberOf(part), page, numberOf(texts, block), visit)
    }
  }
  const language = choice.language ?? (gatherers.en.length > gatherers.fr.length ? 'en' : 'fr')
  const { names, partOf } = parts[language].inOrder(by === 'wave')
  const rows = gatherers[language].done(partOf)
  const spelled = [...texts.keys()]
  const left = languages
    .filter(one => one !== language)
    .reduce((sum, one) => sum + gatherers[one].length + noPart[one], 0)
  return {
    language,
    of: 'pages',
    rows: { ...rows, spelled: Array.from(rows.textRows, row => spelled[row]!) },
    parts: names,
    waves: names.map(name => (by === 'wave' ? name : wave)),
    sites,
    left: { otherLanguage: others.known + left, unknownLanguage: others.unknown, noPart: noPart[language], noText },
  }
}

const isKnown = (language: string): language is Language => (languages as readonly string[]).includes(language)

function numberOf(texts: Map<string, number>, text: string): number {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, texts.size)
  return texts.size - 1
}
