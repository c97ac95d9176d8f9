import type { ColumnType, Field, Value } from '#data/table/column.ts'
import type { Between } from '../reckon/between.ts'
import type { AgainstChance } from '../chance/poisson-binomial.ts'
import type { Chain, Why } from '../reckon/explain-pair.ts'

/** One fact of an answer to `why`: what it does not tell of is empty. */
interface WhyRow {
  readonly fact: string
  readonly source?: string
  readonly target?: string
  readonly observed?: number | null
  readonly expected?: number
  readonly p?: number
  readonly sourceUrl?: string
  readonly targetUrl?: string
  readonly text?: string
}

type Line = readonly [id: string, type: ColumnType, description: string, read: (row: WhyRow) => Value]

const lines: readonly Line[] = [
  ['fact', 'text', 'What the row tells.', ({ fact }) => fact],
  ['source', 'text', 'Who cites, or the site told of.', ({ source }) => source ?? ''],
  ['target', 'text', 'Who is cited.', ({ target }) => target ?? ''],
  ['observed', 'number', 'Count, or share of runs; empty: nobody knows.', ({ observed }) => observed ?? null],
  ['expected', 'number', 'By the configuration model.', ({ expected }) => expected ?? null],
  ['p', 'number', 'Of so many or more (or so few or fewer) by that model.', ({ p }) => p ?? null],
  ['source_url', 'text', 'Page that the hyperlink stands on.', ({ sourceUrl }) => sourceUrl ?? ''],
  ['target_url', 'text', 'Address that it leads to.', ({ targetUrl }) => targetUrl ?? ''],
  ['text', 'text', 'Sentence of the hyperlink, or word.', ({ text }) => text ?? ''],
]

/** Columns of `why --csv`. */
export const whyTable: readonly Field<WhyRow>[] = lines.map(([id, type, description, read]) => ({
  ...{ id, title: id, type, unit: '', description, read },
}))

/** Every fact of an answer, in its order. */
export function whyRows(why: Why): WhyRow[] {
  const { one, other, leanings, citers, cited, chains, runs, cut, parting, words } = why
  return [
    ...betweenRows('ties', one.text, other.text, why.there),
    ...(why.isUndirected ? [] : betweenRows('ties', other.text, one.text, why.back)),
    ...leanings.map(({ end, text, ties }): WhyRow => ({ fact: 'ties_with_community', source: why[end].text, target: text, ...chanceOf(ties) })), // prettier-ignore
    { fact: 'cite_both', ...chanceOf(citers.count) },
    ...citers.shown.map(({ id, ties }): WhyRow => ({ fact: 'citer', source: id, observed: ties })),
    { fact: 'cited_by_both', ...(cited ? chanceOf(cited.count) : { observed: null }) },
    ...(cited?.shown ?? []).map(({ id, ties }): WhyRow => ({ fact: 'cited', target: id, observed: ties })),
    ...(words ?? []).flatMap(({ language, shared }) => shared.map(({ term, one: times }): WhyRow => ({ fact: `shared_word_${language}`, observed: times, text: term }))), // prettier-ignore
    ...chainRows(chains.there),
    ...(why.isUndirected ? [] : chainRows(chains.back)),
    ...(runs ? [{ fact: 'share_of_runs_together', observed: runs.share }] : []),
    ...(cut ? [{ fact: 'ties_to_drop', observed: cut.size }] : []),
    ...(cut?.shown ?? []).map(([a, b]): WhyRow => ({ fact: 'tie_to_drop', source: a.id, target: b.id })),
    ...(parting ? [{ fact: 'sites_to_drop', observed: parting.size }] : []),
    ...(parting?.shown ?? []).flatMap(({ id, way }): WhyRow[] => [{ fact: 'site_to_drop', source: id }, ...way.flatMap(tie => tieRows('way_by_site', tie))]), // prettier-ignore
  ]
}

const chanceOf = ({ observed, expected, p }: AgainstChance): Pick<WhyRow, 'observed' | 'expected' | 'p'> => ({ observed, expected, p }) // prettier-ignore

function betweenRows(fact: string, source: string, target: string, { ties, shown }: Between): WhyRow[] {
  return [
    { fact, source, target, ...(ties ? chanceOf(ties) : { observed: null }) },
    ...shown.flatMap(tie => tieRows('tie', tie)),
  ]
}

const chainRows = (chain: Chain | null): WhyRow[] => (chain ?? []).flatMap(tie => tieRows('chain', tie))

function tieRows(fact: string, { source, target, weight, quotes }: Chain[number]): WhyRow[] {
  const ends = { fact, source: source.id, target: target.id, observed: weight }
  if (quotes.length === 0) return [ends]
  return quotes.map(({ sourceUrl, targetUrl, sentence, anchor }) => ({ ...ends, sourceUrl, targetUrl, text: sentence || anchor })) // prettier-ignore
}
