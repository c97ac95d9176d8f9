import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Field } from '#data/table/column.ts'
import { dayUnit } from '#data/table/day-columns.ts'
import type { NamedFile } from '#data/table/write-when-whole.ts'
import type { ExportModel } from '../../model/export-model.ts'
import { nodeTable } from '../../model/node-fields.ts'
import { columnsOfEdges } from '../../model/columns-of-edges.ts'
import type { WaveLayer } from '../../model/wave-layer.ts'
import { type ManifestFile, tableFile, withManifest } from '../manifest.ts'
import { rScript } from '../reading-scripts.ts'
import { codebookOf, ownNames, writtenTable, type WrittenTable } from '../tables.ts'
import { type Covariate, covariatesOf } from './covariates.ts'
import { pagesRead, squareMatrix, tieReader, type TieSense } from './matrices.ts'
import { readme } from './readme.ts'
import { covariateList, tieList, unreadList } from './tie-list.ts'
import { sienaReader, tablesThroughTime } from './through-time.ts'

/** A matrix of 5,000 sites is 50 MB as a file, and 200 MB in R: above, ties are lists. */
const mostOfMatrix = 5000

const scripts: readonly (readonly [name: string, description: string])[] = [
  ['igraph.R', 'Degrees, communities and a map with igraph.'],
  ['sna.R', 'Density, dyads and a regression of ties (QAP) with sna.'],
  ['network.R', 'The waves as networks of statnet, with missing ties.'],
  ['ergm.R', 'An exponential random graph model with ergm. Not run by those who wrote it.'],
  ['rsiena.R', 'A stochastic actor-oriented model of two waves or more with RSiena. Not run by those who wrote it.'],
  ['network-dynamic.R', 'The waves as one dynamic network of networkDynamic. Not run by those who wrote it.'],
  ['relational-events.R', 'Dated citations as events of goldfish and relevent. Not run by those who wrote it.'],
]

const scriptText = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

const field = <Row>(
  id: string,
  type: Field<Row>['type'],
  unit: string,
  description: string,
  read: Field<Row>['read'],
): Field<Row> => ({ id, title: id, type, unit, description, read })

type Numbered<Row> = Row & { readonly number: number }

const numbered = <Row>(rows: readonly Row[]): readonly Numbered<Row>[] =>
  rows.map((row, index) => ({ ...row, number: index + 1 }))

const waveFields: readonly Field<Numbered<WaveLayer>>[] = [
  field('wave', 'integer', '', 'Number of the wave, in the order of time.', wave => wave.number),
  field('label', 'text', '', 'Its label.', wave => wave.label),
  field('file', 'text', '', 'Its matrix.', wave => `ties-${wave.number}.csv`),
  field('started', 'date', 'ISO 8601, UTC', 'When it began.', wave => wave.started),
  field('ended', 'date', 'ISO 8601, UTC', 'When it ended.', wave => wave.ended),
  field('ties', 'integer', 'ties', 'Ties seen.', wave => wave.edges.length),
  field('unread_sites', 'integer', 'sites', 'Sites of which no page was read: NA.', wave => wave.unread.size),
  field('unknown_ties', 'integer', 'ties', 'Ties of a neighbouring wave not looked at: NA.', wave => wave.unknown.size),
  field(
    'day',
    'date',
    dayUnit,
    'That it speaks of: the one asked of an archive, else that of its beginning.',
    wave => wave.day,
  ),
]

const covariateFields: readonly Field<Numbered<Covariate>>[] = [
  field('name', 'text', '', 'Name in R.', one => one.name),
  field('file', 'text', '', 'Its matrix, or list.', one => `covariate-${one.number}.csv`),
  field('attribute', 'text', '', 'The column of nodes.csv.', one => one.attribute),
  field('kind', 'text', '', 'same: 1 or 0; difference: how far numbers are apart.', one => one.kind),
]

function senseOf(model: ExportModel): TieSense {
  const { relation = 'links' } = model
  const needs = relation === 'links' ? 'row' : relation === 'co-citation' ? 'none' : 'both'
  return { directed: columnsOfEdges(model).directed, needs }
}

/** The waves; of a model made of no corpus its own graph. */
const layersOf = ({ layers, nodes, edges }: ExportModel): readonly WaveLayer[] =>
  layers?.() ?? [
    {
      ...{ label: '', started: '', ended: '', day: '', edges, unknown: new Set() },
      unread: new Set(nodes.filter(node => node.unread).map(({ id }) => id)),
      pages: new Map(nodes.map(({ id, pagesFetched }) => [id, pagesFetched])),
    },
  ]

/**
 * Returns a folder for R: nodes and edges, a matrix of ties for each wave (NA where nobody looked), covariates as matrices,
 * scripts that read them and run as they are, and a README. Above 5,000 sites lists of ties stand in the place of matrices.
 */
export function writeR(model: ExportModel): readonly NamedFile[] {
  const ids = model.nodes.map(({ id }) => id)
  const isSparse = ids.length > mostOfMatrix
  const time = model.time?.()
  const [layers, covariates] = [numbered(layersOf(model)), numbered(covariatesOf(model))]
  const tables = [
    writtenTable('nodes', nodeTable(model), model.nodes),
    writtenTable('edges', columnsOfEdges(model).table, model.edges),
    writtenTable('waves', waveFields, layers),
    writtenTable('covariates', covariateFields, covariates),
    ...(time === undefined ? [] : tablesThroughTime(model.nodes, time)),
  ]
  const all: readonly WrittenTable[] = [...tables, codebookOf(tables, ownNames)]
  const sense = senseOf(model)
  const reader = (layer: WaveLayer) => tieReader(ids, layer, sense)
  const files: readonly ManifestFile[] = [
    ...all.map(table => tableFile(table, ownNames(table.columns), {})),
    ...(isSparse ? tieLists : tieMatrices)(ids, layers, sense),
    ...(isSparse ? [] : sienaMatrices(model, layers, reader, time?.days ?? [])),
    ...covariates.map(({ number, read, name }) => ({
      name: `covariate-${number}.csv`,
      text: isSparse ? covariateList(ids, layers, read) : squareMatrix(ids, read),
      description: `${name}: what ${isSparse ? 'the ends of each tie' : 'two sites'} have in common; NA is not known.`,
    })),
    { name: 'pages-read.csv', text: pagesRead(ids, layers), description: 'Pages read of each site, a column a wave.' },
    ...scriptFiles(),
  ]
  return withManifest(model, [...files, readme(files, isSparse)])
}

type TieFiles = (
  ids: readonly string[],
  layers: readonly Numbered<WaveLayer>[],
  sense: TieSense,
) => readonly ManifestFile[]

const tieMatrices: TieFiles = (ids, layers, sense) =>
  layers.map(layer => ({
    name: `ties-${layer.number}.csv`,
    text: squareMatrix(ids, tieReader(ids, layer, sense)),
    description: `Weights of ties in wave ${layer.number}: rows cite columns, 0 is no tie, NA is not known.`,
  }))

const tieLists: TieFiles = (ids, layers, sense) => [
  ...layers.map(layer => ({
    name: `ties-${layer.number}.csv`,
    text: tieList(layer),
    description: `Ties of wave ${layer.number} with their weights; NA is not known.`,
  })),
  {
    name: 'unread.csv',
    text: unreadList(ids, layers, sense),
    description: 'Sites of which no page was read in a wave: none of the ties that begin there is known.',
  },
]

/** Of two waves or more: what RSiena reads. */
const sienaMatrices = (
  { nodes }: ExportModel,
  layers: readonly Numbered<WaveLayer>[],
  reader: (layer: WaveLayer) => ReturnType<typeof tieReader>,
  days: readonly string[],
): readonly ManifestFile[] =>
  days.length < 2
    ? []
    : layers.map(layer => ({
        name: `siena-${layer.number}.csv`,
        text: squareMatrix(
          nodes.map(({ id }) => id),
          sienaReader(nodes, days[layer.number - 1]!, reader(layer)),
        ),
        description: `Wave ${layer.number} for RSiena: 1 cites, 0 doesn't, NA is not known, 10 is a site that was not there.`,
      }))

const scriptFiles = (): readonly ManifestFile[] => [
  { name: 'read.R', text: [rScript({}), scriptText('read-matrices.R')], description: 'Reads all of this into R.' },
  ...scripts.map(([name, description]) => ({ name, text: [scriptText(name)], description })),
]
