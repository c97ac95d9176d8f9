import { type Block, numbers, paragraph, table, words as text } from '../document/block.ts'
import { joined, plain, type Prose, theirs } from '../document/prose.ts'
import { stabilityFigure } from '../figures/stability-figure.ts'
import type { Community } from '../findings/communities.ts'
import type { Speech } from '../words/speech.ts'
import { empty, siteNames, type Telling } from './telling.ts'

/** The communities with their size, countries, stability and strongest sites. */
export function tellCommunities({ findings: { communities }, speech }: Telling): Block[] {
  if (communities === null) return [paragraph(speech.words.notAnalysed)]
  const told = speech.words.communities
  const { shown, more, alone } = communities
  return [
    paragraph(told.lead),
    paragraph(alone.value > 0 ? told.alone(alone) : [], more.value > 0 ? told.shownOnly(more) : []),
    ...(shown.length === 0
      ? []
      : [communityTable(shown, speech), paragraph(told.stabilityMeaning, told.noNull), stabilityFigure(shown, speech)]),
  ].filter(block => block.kind !== 'paragraph' || block.text.length > 0)
}

function communityTable(shown: readonly Community[], speech: Speech): Block {
  const told = speech.words.communities
  return table(
    [told.table],
    [
      text([told.number]),
      text([told.strongest]),
      numbers([told.size]),
      text([told.mix]),
      numbers([told.stability]),
      numbers([told.openness]),
    ],
    shown.map(({ number, strongest, sites, countries, stability, openness }) => [
      [theirs(String(number))],
      siteNames(strongest),
      [plain(sites)],
      mixOf(countries, speech),
      stability ? [plain(stability)] : empty,
      openness?.value ? [plain(openness.value)] : empty,
    ]),
  )
}

const mixOf = (countries: Community['countries'], { words, country: nameOf }: Speech): Prose =>
  joined(
    countries.map(({ country, sites }) => words.communities.mixOf(nameOf(country), sites)),
    ', ',
  )
