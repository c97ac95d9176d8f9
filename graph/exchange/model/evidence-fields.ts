import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import { toldColumns } from '#data/store/visits/visit-columns.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import { meaningOf } from '#graph/analysis/meaning-of.ts'
import { graphCards } from '#graph/analysis/registry.ts'
import type { ColumnType, Field, Value } from '#data/table/column.ts'

type Line<Row> = readonly [
  id: string,
  title: string,
  type: ColumnType,
  unit: string,
  read: (row: Row) => Value,
  description: string,
]

function fields<Row>(lines: readonly Line<Row>[]): readonly Field<Row>[] {
  return lines.map(([id, title, type, unit, read, description]) => ({ id, title, type, unit, read, description }))
}

const utc = 'ISO 8601, UTC'

/** Columns of links.csv, one row per hyperlink between two entities. */
export const linkTable = fields<LinkRow>([
  ['source', 'Source', 'text', '', row => row.source, 'Id of the entity whose page holds the hyperlink.'],
  ['target', 'Target', 'text', '', row => row.target, 'Id of the entity that the hyperlink leads to.'],
  ['source_url', 'Source page', 'text', '', row => row.sourceUrl, 'Final address of the page that holds it.'],
  [
    'target_url',
    'Destination',
    'text',
    '',
    row => row.targetUrl,
    'Normalised destination after the redirects that the corpus knows.',
  ],
  ['href', 'Href', 'text', '', row => row.href, 'The address as the page writes it.'],
  ['anchor', 'Anchor', 'text', '', row => row.anchor, "Visible text, spaces collapsed; the image's alt if none."],
  ['context', 'Context', 'text', '', row => row.context, 'Sentence around the hyperlink.'],
  ['zone', 'Zone', 'text', '', row => row.zone, 'Region of the page: content, nav, header, footer, sidebar, …'],
  ['rel', 'Rel', 'text', '', row => row.rel, "The link's rel words, lower case, separated by a space."],
  ['element', 'Element', 'text', '', row => row.element, 'HTML element: a, area or iframe.'],
  ['first_seen', 'First seen', 'date', utc, row => row.firstSeen, 'First sighting on this page.'],
  ['last_seen', 'Last seen', 'date', utc, row => row.lastSeen, 'Last sighting on this page.'],
  [
    'memento',
    'Memento',
    'text',
    '',
    row => row.memento ?? '',
    'Where an archive shows the page as it was read: an address, or file and offset of the record; empty where it was read on the Web.',
  ],
])

/** Their order is that of the file: a program may read by place. */
const [httpStatus, ...furtherOfVisit] = toldColumns.map(({ column, key }): Field<PageRow> => ({
  ...column,
  read: row => row[key],
}))

/** Columns of pages.csv, one row per address of an entity; those of its last visit are declared with the visit's. */
export const pageTable: readonly Field<PageRow>[] = [
  ...fields<PageRow>([
    ['entity', 'Entity', 'text', '', row => row.entity, 'Id of the entity that owns the address.'],
    ['url', 'Address', 'text', '', row => row.url, 'Normalised address.'],
    [
      'final_url',
      'Final address',
      'text',
      '',
      row => row.finalUrl,
      'Where it led after redirects; empty if not known.',
    ],
    ['state', 'State', 'text', '', row => row.state, 'fetched, redirected, failed, excluded or pending.'],
  ]),
  httpStatus!,
  ...fields<PageRow>([
    [
      'failure',
      'Cause',
      'text',
      '',
      row => row.failure,
      'Why it was failed or excluded, a stable slug; unreadable: its answer could not be read to its end.',
    ],
    ['depth', 'Depth', 'integer', 'clicks', row => row.depth, "Least number of clicks from the entity's start pages."],
  ]),
  ...furtherOfVisit,
]

/** The names have no column each, so one column says what they are. */
const measureMeanings = (isOfFile: boolean): string =>
  graphCards.map(card => `${card.name}: ${meaningOf(card, isOfFile)}`).join(' | ')

/** Columns of measures.csv, one row per measure, group and null model. */
export const measureTable = (isOfFile = false): readonly Field<GraphValue>[] =>
  fields<GraphValue>([
    [
      'measure',
      'Measure',
      'text',
      '',
      row => row.measure,
      `Name of the measure of the analysed graph, without self-loops, directed unless its ties have no direction (then those that need one are left out), and unweighted unless said here. | ${measureMeanings(isOfFile)}`,
    ],
    [
      'group',
      'Group',
      'text',
      '',
      row => row.group,
      'Empty, an attribute (country), or an attribute and its values (country:FR>US).',
    ],
    ['value', 'Value', 'number', '', row => row.value, 'Observed value.'],
    [
      'null',
      'Null model',
      'text',
      '',
      row => row.null,
      'rewire (degree-preserving), permute (labels), or empty: none was run.',
    ],
    ['null_mean', 'Null mean', 'number', '', row => row.nullMean, 'Mean over the runs of the null model.'],
    ['null_sd', 'Null sd', 'number', '', row => row.nullSd, 'Standard deviation over those runs.'],
    ['z', 'z', 'number', 'standard deviations', row => row.z, '(value − null mean) / null sd.'],
    ['p', 'p', 'number', '', row => row.p, 'Empirical p-value, (b + 1) / (n + 1).'],
    ['runs', 'Runs', 'integer', 'runs', row => row.runs, 'Runs of the null model, or of the measure itself.'],
    ['seed', 'Seed', 'integer', '', row => row.seed, 'Seed of the generator: the same seed gives the same value.'],
  ])
