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
import { BlockNumbers } from './block-numbers.ts'
import { keptBlocks } from './kept-blocks.ts'

/** Partings that ask whom a hyperlink cites, or where it stands: a page's own text does neither. */
const ofHyperlinks = ['direction', 'target', 'zone', 'code']

/**
 * What pages say in their own matter, by part of their site, as numbers: the blocks are read again when they are counted. A block is to a page what a sentence is to a hyperlink: one that a site repeats counts once.
 * @throws Mistake where no text was kept, or `by` is of hyperlinks.
 */
export function gatherPages(corpus: Corpus, choice: TextChoice): Gathered {
  const { by, wave, statuses, note } = choice
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
  const blocks = new BlockNumbers()
  const partsOf = by === 'wave' ? null : (choice.partsOf?.(sites) ?? partsBy(corpus, by, sites, wave))
  let noText = 0
  for (const label of by === 'wave' ? allWaves(corpus).map(one => one.label) : [wave]) {
    noText += readWithoutText(corpus, { statuses, wave: label })
    for (const { entity, page, visit, kept, language, text } of pageTexts(corpus, { statuses, wave: label, note })) {
      if (!isKnown(language)) {
        others[language === '' ? 'unknown' : 'known'] += text.split('\n').length
        continue
      }
      const own = partsOf?.(entity, entity, 'content') ?? [label!]
      if (own.length === 0) noPart[language] += text.split('\n').length
      const numbers = own.map(part => parts[language].numberOf(part))
      for (const [line, block] of text.split('\n').entries()) {
        const number = blocks.numberOf(block, kept, line)
        for (const part of numbers) gatherers[language].add(entity, part, page, number, visit)
      }
    }
  }
  const language = choice.language ?? (gatherers.en.length > gatherers.fr.length ? 'en' : 'fr')
  const { names, partOf } = parts[language].inOrder(by === 'wave')
  const rows = gatherers[language].done(partOf)
  const left = languages
    .filter(one => one !== language)
    .reduce((sum, one) => sum + gatherers[one].length + noPart[one], 0)
  return {
    language,
    of: 'pages',
    rows: { ...rows, spelled: keptBlocks(corpus, blocks.places(), rows.textRows) },
    parts: names,
    waves: names.map(name => (by === 'wave' ? name : wave)),
    sites,
    left: { otherLanguage: others.known + left, unknownLanguage: others.unknown, noPart: noPart[language], noText },
  }
}

const isKnown = (language: string): language is Language => (languages as readonly string[]).includes(language)
