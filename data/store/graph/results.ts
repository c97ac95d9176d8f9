import { placeCount } from '#data/assign-places.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Corpus } from '../base/corpus.ts'
import { readNodeValues } from './node-values.ts'
import { type RunLabels, storeRunLabels } from './run-labels.ts'

/** One row of measures.csv. */
export interface GraphValue {
  readonly measure: string
  /** Empty, an attribute's name, or an attribute and its values: 'country:FR>US'. */
  readonly group: string
  readonly value: number | null
  readonly null: '' | 'rewire' | 'permute'
  readonly nullMean: number | null
  readonly nullSd: number | null
  readonly z: number | null
  readonly p: number | null
  readonly runs: number | null
  readonly seed: number | null
}

export interface AnalysisResult {
  readonly options: Readonly<Record<string, unknown>>
  readonly nodes: number
  readonly edges: number
  readonly graphHash: string
  /** Measure → entity → value. x and y are the position on the map. */
  readonly nodeValues: ReadonlyMap<string, ReadonlyMap<EntityId, number>>
  readonly graphValues: readonly GraphValue[]
  /** Further findings by name, as JSON values. */
  readonly findings: ReadonlyMap<string, unknown>
  /** Places of groups in the palette, by measure. Absent: see placesOf. */
  readonly places?: ReadonlyMap<string, GroupPlaces>
  /** What the runs of the search for communities found: stored, and read by lastRunLabels alone. */
  readonly runLabels?: RunLabels
}

/** Number of a group → place in the palette, 1 to 9. A group without one is grey. */
export type GroupPlaces = ReadonlyMap<number, number>

/**
 * Places of a measure's groups. In an analysis of before colours were kept, or of an import, a group's place is its number.
 */
export function placesOf(analysis: AnalysisResult | null, measure: string): GroupPlaces {
  const known = analysis?.places?.get(measure)
  if (known !== undefined) return known
  const groups = new Set(analysis?.nodeValues.get(measure)?.values())
  return new Map([...groups].filter(group => group >= 1 && group <= placeCount).map(group => [group, group]))
}

/** Stores an analysis beside the earlier ones; returns its row. One transaction. */
export function storeAnalysis(corpus: Corpus, runId: number, result: AnalysisResult): number {
  return corpus.write(() => {
    const { lastInsertRowid } = corpus
      .sql('INSERT INTO analysis (run_id, options, nodes, edges, graph_hash) VALUES (?, ?, ?, ?, ?)')
      .run(runId, JSON.stringify(result.options), result.nodes, result.edges, result.graphHash)
    const id = Number(lastInsertRowid)
    storeNodeValues(corpus, id, result)
    storeGraphValues(corpus, id, result.graphValues)
    const addFinding = corpus.sql('INSERT INTO finding (analysis_id, name, value) VALUES (?, ?, ?)')
    for (const [name, value] of result.findings) addFinding.run(id, name, JSON.stringify(value))
    storePlaces(corpus, id, result.places ?? new Map())
    storeRunLabels(corpus, id, result.runLabels ?? new Map())
    return id
  })
}

function storeNodeValues(corpus: Corpus, analysisId: number, { nodeValues }: AnalysisResult): void {
  const add = corpus.sql(
    `INSERT INTO node_value (analysis_id, measure, entity_id, value) VALUES (?, ?, (SELECT id FROM entity WHERE name = ?), ?)`,
  )
  for (const [measure, values] of nodeValues)
    for (const [entity, value] of values) if (Number.isFinite(value)) add.run(analysisId, measure, entity, value)
}

function storeGraphValues(corpus: Corpus, analysisId: number, values: readonly GraphValue[]): void {
  const add = corpus.sql(
    `INSERT INTO graph_value (analysis_id, position, measure, grp, value, null_model, null_mean, null_sd, z, p, runs, seed)
     VALUES (@analysisId, @position, @measure, @group, @value, @null, @nullMean, @nullSd, @z, @p, @runs, @seed)`,
  )
  for (const [position, value] of values.entries()) add.run({ analysisId, position, ...value })
}

function storePlaces(corpus: Corpus, analysisId: number, places: ReadonlyMap<string, GroupPlaces>): void {
  const add = corpus.sql('INSERT INTO colour (name, analysis_id, category, place) VALUES (?, ?, ?, ?)')
  for (const [measure, ofGroups] of places)
    for (const [group, place] of ofGroups) add.run(measure, analysisId, String(group), place)
}

interface AnalysisRow {
  readonly id: number
  readonly options: string
  readonly nodes: number
  readonly edges: number
  readonly graphHash: string
}

const analysisRows = 'SELECT id, options, nodes, edges, graph_hash AS graphHash FROM analysis'

/** The last analysis of the corpus, or null if none was made. */
export const lastAnalysis = (corpus: Corpus): AnalysisResult | null =>
  readAnalysis(corpus, corpus.sql<AnalysisRow>(`${analysisRows} ORDER BY id DESC LIMIT 1`).get())

/** What the last analysis was asked, without what it found: all that an answer on single ties needs of it. Null: none was made. */
export function lastAsked(corpus: Corpus): Pick<AnalysisResult, 'options'> | null {
  const row = corpus.sql<Pick<AnalysisRow, 'options'>>('SELECT options FROM analysis ORDER BY id DESC LIMIT 1').get()
  return row === undefined ? null : { options: JSON.parse(row.options) as AnalysisResult['options'] }
}

/** What an analysis without a wave among its options is of: the one wave that there was, else all that there were. */
const impliedWave = `
  CASE WHEN (SELECT count(DISTINCT wave_id) FROM run WHERE id < analysis.run_id) < 2
    THEN (SELECT label FROM wave ORDER BY id LIMIT 1) ELSE 'all' END`

/**
 * The last analysis of a wave as `GraphWave.noted` has it, or null: values of one wave are not those of another. With
 * `codes` only one of the ties coded so.
 */
export function analysisOfWave(
  corpus: Corpus,
  noted: string | undefined,
  codes?: readonly EdgeCode[],
): AnalysisResult | null {
  const ofWave = `@noted IS NULL OR coalesce(json_extract(options, '$.wave'), ${impliedWave}) = @noted`
  const rows = corpus.sql<AnalysisRow>(`${analysisRows} WHERE ${ofWave} ORDER BY id DESC`).all({ noted: noted ?? null })
  return readAnalysis(
    corpus,
    rows.find(({ options }) => codes === undefined || isOfCodes(options, codes)),
  )
}

function isOfCodes(options: string, codes: readonly EdgeCode[]): boolean {
  const { codes: own } = JSON.parse(options) as { readonly codes?: unknown }
  return Array.isArray(own) && new Set(own).size === new Set(codes).size && codes.every(code => own.includes(code))
}

function readAnalysis(corpus: Corpus, analysis: AnalysisRow | undefined): AnalysisResult | null {
  if (!analysis) return null
  const { id, options, ...counts } = analysis
  return {
    ...counts,
    options: JSON.parse(options) as Record<string, unknown>,
    nodeValues: readNodeValues(corpus, id),
    graphValues: readGraphValues(corpus, id),
    findings: readFindings(corpus, id),
    places: readPlaces(corpus, id),
  }
}

/**
 * The communities of the last analysis that was made of another graph or with other options: what a new one is compared
 * with. Making the same analysis again is no news, and leaves its result as it was.
 */
export function earlierCommunities(
  corpus: Corpus,
  { graphHash, options }: Pick<AnalysisResult, 'graphHash' | 'options'>,
): Map<EntityId, number> {
  const rows = corpus
    .sql<{ name: EntityId; value: number }>(
      `SELECT name, value FROM node_value JOIN entity ON entity.id = entity_id
       WHERE measure = 'community' AND analysis_id =
         (SELECT max(id) FROM analysis WHERE graph_hash <> @graphHash OR options <> @options)`,
    )
    .all({ graphHash, options: JSON.stringify(options) })
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** Places in the palette of the last analysis of this graph with these options; empty when there was none. */
export function placesOfSame(
  corpus: Corpus,
  { graphHash, options }: Pick<AnalysisResult, 'graphHash' | 'options'>,
): Map<string, Map<number, number>> {
  const same = corpus
    .sql<{ id: number }>('SELECT id FROM analysis WHERE graph_hash = ? AND options = ? ORDER BY id DESC LIMIT 1')
    .get(graphHash, JSON.stringify(options))
  return same === undefined ? new Map() : readPlaces(corpus, same.id)
}

function readPlaces(corpus: Corpus, analysisId: number): Map<string, Map<number, number>> {
  const rows = corpus
    .sql<{ name: string; category: string; place: number }>(
      'SELECT name, category, place FROM colour WHERE analysis_id = ?',
    )
    .all(analysisId)
  const places = new Map<string, Map<number, number>>()
  for (const { name, category, place } of rows)
    places.set(name, (places.get(name) ?? new Map<number, number>()).set(Number(category), place))
  return places
}

const readGraphValues = (corpus: Corpus, analysisId: number): GraphValue[] =>
  corpus
    .sql<GraphValue>(
      `SELECT measure, grp AS "group", value, null_model AS "null", null_mean AS nullMean, null_sd AS nullSd, z, p, runs, seed
       FROM graph_value WHERE analysis_id = ? ORDER BY position`,
    )
    .all(analysisId)

function readFindings(corpus: Corpus, analysisId: number): Map<string, unknown> {
  const rows = corpus
    .sql<{ name: string; value: string }>('SELECT name, value FROM finding WHERE analysis_id = ? ORDER BY name')
    .all(analysisId)
  return new Map(rows.map(({ name, value }) => [name, JSON.parse(value)]))
}
