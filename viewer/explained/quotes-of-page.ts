import type { Beside, TieQuote } from '#graph/explain/reckon/explained.ts'
import { templateZones } from '#data/vocabulary/zones.ts'
import type { EvidenceAnswer, EvidenceData } from '../protocol/evidence.ts'
import type { PublishedData } from '../protocol/published.ts'

/** The hyperlinks of a tie that tell most, of those that a page holds: with a sentence first, words that differ, of different pages where there are. */
export function quotesOfPage({ map, evidence, quoted = {} }: PublishedData): Beside['quotes'] {
  const { source, target } = map.ties
  const places = new Map(source.map((from, tie) => [`${map.ids[from]} ${map.ids[target[tie]!]}`, tie]))
  const held = (pair: string): EvidenceData | undefined => {
    const tie = places.get(pair)
    return tie === undefined ? undefined : (evidence?.[tie] ?? quoted[pair])
  }
  return (from, to, limit) => {
    // A tie without a direction is held in one of the two.
    const data = held(`${from} ${to}`) ?? held(`${to} ${from}`)
    return data === undefined ? [] : tellingFirst(allQuotes(data)).slice(0, limit)
  }
}

interface Found {
  readonly quote: TieQuote
  readonly isFirstOfPage: boolean
}

function allQuotes({ pages, templates }: EvidenceData): Found[] {
  const ofPages = pages.flatMap(({ url, title, language, links }) =>
    links.map((link, nth) => ({ quote: quoteOf(link, { url, title, language }), isFirstOfPage: nth === 0 })),
  )
  const ofTemplates = templates.map(link => ({
    quote: quoteOf(link, { url: '', title: '', ...link.samples[0], language: '' }),
    isFirstOfPage: true,
  }))
  return [...ofPages, ...ofTemplates]
}

const quoteOf = (
  { targetUrl, anchor, context, zone }: EvidenceAnswer,
  { url, title, language }: { readonly url: string; readonly title: string; readonly language: string },
): TieQuote => ({ sourceUrl: url, targetUrl, title, anchor, sentence: context, zone, language })

function tellingFirst(found: readonly Found[]): TieQuote[] {
  const rank = ({ quote: { zone, sentence }, isFirstOfPage }: Found): number =>
    (templateZones.includes(zone) ? 8 : zone === 'comment' ? 4 : 0) +
    (sentence === '' ? 2 : 0) +
    (isFirstOfPage ? 0 : 1)
  const said = new Set<string>()
  return found
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ quote }) => quote)
    .filter(({ sentence, anchor }) => {
      const words = JSON.stringify([sentence, anchor])
      return !said.has(words) && said.add(words)
    })
}
