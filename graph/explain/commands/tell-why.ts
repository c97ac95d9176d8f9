import { printable } from '#data/command/printable.ts'
import type { Between } from '../reckon/between.ts'
import type { AgainstChance } from '../chance/poisson-binomial.ts'
import type { End } from '../reckon/ends.ts'
import type { Chain, Why } from '../reckon/explain-pair.ts'
import type { Leaning } from '../reckon/leanings.ts'
import type { SharedSites } from '../reckon/shared-sites.ts'
import type { Cut, PartingSites } from '../reckon/what-parts.ts'

/** Three digits, as few as tell. */
export const digits = (value: number): string => String(Number(value.toPrecision(3)))

/** '3 (1.2 expected, p 0.04)'. */
export const told = ({ observed, expected, p, side }: AgainstChance): string =>
  `${observed} (${digits(expected)} expected by their degrees; p of ${side === 'more' ? 'so many' : 'so few'} ${digits(p)})`

export const endName = ({ name, kind, sites }: End): string =>
  kind === 'site' ? printable(name) : `${printable(name)} (community, ${sites} sites)`

/** The answer in English, as text; ends with a line break. */
export function tellWhy(why: Why): string {
  const { one, other } = why
  const [a, b] = [endName(one), endName(other)]
  const lines = [
    verdictOf(why, a, b),
    ...(why.isStale ? ['The network changed since the analysis: communities and runs are of before.'] : []),
    ...runLines(why),
    '',
    ...betweenLines(why, why.isUndirected ? `ties of ${a} with ${b}` : `${a} → ${b}`, why.there),
    ...(why.isUndirected ? [] : betweenLines(why, `${b} → ${a}`, why.back)),
    ...why.leanings.map(leaning => leaningLine(leaning, leaning.end === 'one' ? a : b)),
    '',
    ...sharedLines('Cite both', why.citers, why.unreadThirds),
    ...(why.cited
      ? sharedLines('Cited by both', why.cited, 0)
      : ['Cited by both: not known, as no page of one of them was read.']),
    '',
    ...wordLines(why, a, b),
    '',
    ...chainLines(why, a, b),
    cutLine(why.cut, a, b),
    ...partingLines(why.parting),
  ]
  return `${lines.join('\n')}\n`
}

function verdictOf({ isTogether, one, other }: Why, a: string, b: string): string {
  if (isTogether === 'yes') return `${a} and ${b}: in one community (${one.community}).`
  if (isTogether === 'no') return `${a} and ${b}: apart, in communities ${one.community} and ${other.community}.`
  if (isTogether === 'communities') return `${a} and ${b}: two communities.`
  return `${a} and ${b}: one of them is in no community, or nothing was analysed.`
}

/** Runs put nothing together with what is in no community. */
function runLines(why: Why): string[] {
  if (why.runs === null) return ['How often the runs of the search put them together is not kept: analyse again.']
  return why.isTogether === 'none' ? [] : [runsOf(why)]
}

function runsOf({ runs, one, other }: Why): string {
  const { runs: count, share, always, never } = runs!
  if (one.kind === 'site' && other.kind === 'site') return `${always} of ${count} runs of the search put them together.`
  return `Over ${count} runs of the search ${digits(100 * share)}% of their pairs were together; all of them in ${always} runs, none in ${never}.`
}

function betweenLines({ origin }: Why, title: string, { ties, unread, shown }: Between): string[] {
  if (ties === null) return [`${title}: not known, as no page was read there.`]
  return [
    `${title}: ${told(ties)}${unread > 0 ? `; of ${unread} sites no page was read` : ''}`,
    ...shown.flatMap(({ source, target, weight, quotes }) => [
      `  ${source.id} → ${target.id}, weight ${digits(weight)}`,
      ...quotes.map(({ sentence, anchor, sourceUrl }) => `    “${printable(sentence || anchor)}” ${sourceUrl}`),
    ]),
    ...(origin === 'hyperlinks' || shown.length === 0 || shown.some(({ links }) => links > 0)
      ? []
      : ['  These ties came in a file: there are no hyperlinks to quote.']),
  ]
}

const whose = { own: 'its own', asked: "the other's", next: 'the next nearest' } as const

const leaningLine = ({ kind, community, name, ties }: Leaning, end: string): string =>
  `ties of ${end} with community ${community} (${printable(name)}), ${whose[kind]}: ${told(ties)}`

const sharedLines = (title: string, { count, shown }: SharedSites, unread: number): string[] => [
  `${title}: ${told(count)}${unread > 0 ? `; of ${unread} other sites no page was read` : ''}`,
  ...(shown.length === 0 ? [] : [`  ${shown.map(({ id }) => id).join(', ')}`]),
]

function wordLines({ words, origin }: Why, a: string, b: string): string[] {
  if (words === null) return []
  if (words.length === 0)
    return [
      origin === 'file'
        ? 'Words: none, as the ties came in a file.'
        : 'Words: no language in which both cite in sentences.',
    ]
  return words.flatMap(({ language, shared, isSpecific, one, other }) => [
    `Words (${language}) ${isSpecific ? 'specific of both' : 'said by both, specific of neither'}: ${listOf(shared)}`,
    ...(one.length > 0 ? [`  of ${a} alone: ${listOf(one)}`] : []),
    ...(other.length > 0 ? [`  of ${b} alone: ${listOf(other)}`] : []),
  ])
}

const listOf = (words: readonly { readonly term: string }[]): string =>
  words.length === 0 ? 'none' : words.map(({ term }) => printable(term)).join(', ')

function chainLines({ chains, there, back, isUndirected }: Why, a: string, b: string): string[] {
  const noneOf = ({ ties }: Between, from: string, to: string): string =>
    ties === null
      ? `Chain from ${from} to ${to}: not known, as no page of ${from} was read.`
      : `No known chain of citations leads from ${from} to ${to}.`
  const line = (chain: Chain | null, asked: Between, from: string, to: string): string[] => [
    chain === null ? noneOf(asked, from, to) : `Shortest chain from ${from} to ${to}: ${stepsOf(chain)}`,
    ...(chain ?? []).flatMap(({ source, target, quotes }) => quotes.map(({ sentence, anchor, sourceUrl }) => `  ${source.id} → ${target.id}: “${printable(sentence || anchor)}” ${sourceUrl}`)), // prettier-ignore
  ]
  const first = line(chains.there, there, a, b)
  return isUndirected ? first : [...first, ...line(chains.back, back, b, a)]
}

const stepsOf = (chain: Chain): string => [chain[0]!.source.id, ...chain.map(({ target }) => target.id)].join(' → ')

function cutLine(cut: Cut | null, a: string, b: string): string {
  if (cut === null) return 'To part them more than a thousand ties would have to be dropped.'
  if (cut.size === 0) return 'Nothing known leads from one to the other, whatever the direction.'
  const of = cut.allOf === null ? '' : `, all that ${cut.allOf === 'one' ? a : b} has with others`
  const named = cut.shown.map(([one, other]) => `${one.id} – ${other.id}`).join(', ')
  return `To part them ${cut.size} ties would have to be dropped, direction ignored${of}: ${named}${cut.size > cut.shown.length ? ' …' : ''}`
}

function partingLines(parting: PartingSites | null): string[] {
  if (parting === null) return ['To part them by dropping other sites more than a thousand would have to be dropped.']
  const { size, direct, shown } = parting
  const left = direct === 0 ? '' : `; ${direct} ${direct === 1 ? 'tie' : 'ties'} between the two would be left`
  if (size === 0) return [`No other site stands between them${left}.`]
  return [
    `To part them by dropping other sites, direction ignored, at least ${size} ${size === 1 ? 'is' : 'are'} needed${left}: ${shown.map(({ id }) => id).join(', ')}${size > shown.length ? ' …' : ''}`,
    ...shown.flatMap(({ id, way }) => [`  by ${id}:`, ...way.map(wayLine)]),
  ]
}

function wayLine({ source, target, quotes: [quote] }: Chain[number]): string {
  const said = quote === undefined ? '' : `: “${printable(quote.sentence || quote.anchor)}” ${quote.sourceUrl}`
  return `    ${source.id} → ${target.id}${said}`
}
