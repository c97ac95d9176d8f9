import type { SiteEdge, SiteGraph, SiteNode } from '#data/records.ts'
import { isCodedAs } from '#data/store/graph/coded-ties.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { LinkRow } from '#data/evidence-rows.ts'
import { tieSpells } from '#data/store/changes/tie-spells.ts'
import { zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Backbone } from '#data/vocabulary/backbones/backbones.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { daysOfWaves } from '#data/store/frontier/waves.ts'
import { corpusOrigin } from '#data/store/base/corpus-origin.ts'
import { lastModified } from '#data/store/base/corpus-dates.ts'
import { entityPlaces } from '#data/store/entities/entity-places.ts'
import { pinnedPlaces } from '#data/store/curate/pin-entity.ts'
import { linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { readMeta } from '#data/store/base/meta.ts'
import { readShard } from '#data/store/shares/shard.ts'
import { hasPageTexts } from '#data/store/visits/page-texts.ts'
import { pagesOfCorpus } from '#data/store/evidence/pages.ts'
import { analysisOfWave, lastAnalysis, placesOf, type AnalysisResult } from '#data/store/graph/results.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { tieOrigin } from '#data/store/graph/tie-origin.ts'
import { toldOfTies } from '#data/store/graph/told-of-ties.ts'
import { chooseGraphWave, type GraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { type WrittenRange, writeWrittenRange } from '#data/written-range.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import type { EntityId } from '#data/url/brand.ts'
import { givenNames } from '../analysis/communities/given-names.ts'
import { meaningOf } from '../analysis/meaning-of.ts'
import { describeWaves } from './import/own-description.ts'
import { type SimilarRow, similarSites } from '#graph/words/similar/similar-rows.ts'
import type { SiteWordsQuestion } from '#graph/words/similar/count-site-words.ts'
import { expectPageTexts } from '#graph/words/pages/expect-page-texts.ts'
import { alikeEdges } from './alike-edges.ts'
import { coLinkEdges } from './co-link-edges.ts'
import { saidOf } from '../analysis/said-of.ts'
import { nodeMeasures } from '../analysis/registry.ts'
import { buildExportModel, type ExportSource } from './model/build-export-model.ts'
import type { ExportEdge, ExportModel, ExportOrigin, NodeResult } from './model/export-model.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import type { Column } from '#data/table/column.ts'
import { keepBackbone } from './model/keep-backbone.ts'
import { relationFacts } from './model/relation.ts'
import { tiesInTime } from './ties-in-time.ts'
import { waveLayers } from './wave-layers.ts'

export interface ExportChoice {
  /** Of a corpus that has none of its own. */
  readonly title: string
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly minWeight: number
  /** Only edges that it keeps, of all that were counted. Default: all. */
  readonly backbone?: Backbone
  /** Label of the wave written, 'all' for every wave together. Default: the last one. */
  readonly wave?: string
  /** Edges that were away and came back bear the times at which they were seen. Default false. */
  readonly dynamic?: boolean
  /** Only links in the matter of pages that state a date within these days. Default: as the last analysis has it. */
  readonly written?: WrittenRange
  /** What an edge is. Default: links. */
  readonly graph?: Relation
  /** Only ties that most of their coders gave one of these codes. Default: as the last analysis has it. */
  readonly codes?: readonly EdgeCode[]
  /** False: without the words of links in comments, which hold private names. Default true. */
  readonly comments?: boolean
}

/**
 * What an export of `corpus` holds: the graph counted now, and the values of the last analysis, with the weight that it
 * used. Nothing is computed anew. Links and pages are read while they are written.
 */
export function exportCorpus(corpus: Corpus, choice: ExportChoice): ExportModel {
  const { wave, noted, of } = chooseGraphWave(corpus, choice.wave)
  const analysis = analysisOfWave(corpus, noted, choice.codes)
  const question = analysedQuestion(analysis ?? lastAnalysis(corpus))
  // Codes and dates are of hyperlinks, which are not asked what pages say.
  const isOfTexts = choice.graph === 'similar'
  const [weight, codes] = [question.weight, isOfTexts ? undefined : (choice.codes ?? question.codes)]
  const { withoutRound } = question
  const written = isOfTexts ? undefined : writtenOfExport(corpus, choice.written, noted)
  const { title, statuses, zones, minWeight, backbone } = choice
  const named = of < 2 ? undefined : choice.wave
  const isOfAllWaves = named === undefined && written === undefined && (choice.graph ?? 'links') === 'links'
  const graph = readSiteGraph(corpus, {
    statuses,
    zones,
    weight,
    codes,
    written,
    withoutRound,
    ...(wave !== undefined && { wave }),
  })
  const isOfFile = tieOrigin(graph) === 'file'
  const nodeColumns = measureColumns(isOfFile)
  return buildExportModel(
    {
      title: readMeta(corpus, 'title') ?? title,
      description: `${describe(choice, { weight, wave: noted, codes, written, isOfFile })}${shareNote(corpus)}${choice.dynamic ? wavesAndDays(corpus) : ''}`,
      ...edgesOf(corpus, graph, choice, wave),
      ...(isOfFile && { ofFile: true as const }),
      results: nodeResults(analysis, pinnedPlaces(corpus), nodeColumns, namesOf(corpus, analysis)),
      communityPlaces: placesOf(analysis, 'community'),
      places: entityPlaces(corpus),
      nodeColumns,
      links: linksOfTies(
        corpus,
        linksOfCorpus(corpus, statuses, zones, {
          comments: choice.comments ?? true,
          written,
          ...(wave !== undefined && { wave }),
        }),
        codes,
      ),
      pages: pagesOfCorpus(corpus, statuses),
      measures: analysis?.graphValues ?? [],
      ...(hasPageTexts(corpus) && { similar: whomTheyResemble(corpus, { statuses, wave }) }),
      lastModified: lastModified(corpus),
      layers: () =>
        waveLayers(corpus, { statuses, zones, weight, codes, written, withoutRound }, named, (own, label) =>
          layerGraph(corpus, own, choice, label),
        ).map(layer => (isOfTexts ? { ...layer, unknown: new Set<string>() } : layer)),
      ...(isOfAllWaves && {
        time: () =>
          tiesInTime(corpus, { statuses, zones, codes, isOfWeights: minWeight > 0 || backbone !== undefined }),
      }),
      origin: originOf(corpus, choice, analysis, {
        weight,
        wave: noted ?? null,
        ...(written && { written: writeWrittenRange(written) }),
      }),
    },
    { statuses, zones, minWeight, ...(backbone && { backbone }) },
  )
}

/** Of each site so many that it resembles most. */
const mostAlike = 10

function* whomTheyResemble(corpus: Corpus, question: SiteWordsQuestion): Generator<SimilarRow> {
  for (const { rows } of similarSites(corpus, { ...question, most: mostAlike })) yield* rows
}

function originOf(
  corpus: Corpus,
  { statuses, zones, minWeight, backbone, dynamic = false, graph = 'links', comments = true, codes }: ExportChoice,
  analysis: AnalysisResult | null,
  counted: { readonly weight: Weight; readonly wave: string | null; readonly written?: string },
): ExportOrigin {
  const chosen = { ...(backbone && { backbone }), ...(codes && { codes }) }
  const parameters = { graph, statuses, zones, minWeight, ...counted, dynamic, comments, ...chosen }
  return { ...corpusOrigin(corpus), parameters, analysis: analysis && analysis.options }
}

/** The evidence of the edges that are written. */
function linksOfTies(
  corpus: Corpus,
  links: Iterable<LinkRow>,
  codes: readonly EdgeCode[] | undefined,
): Iterable<LinkRow> {
  return codes === undefined ? links : Iterator.from(links).filter(isCodedAs(corpus, codes))
}

/** Says that an export is of coded ties, and that it has no measures where nobody analysed these; else nothing. */
export function sayTiesOfExport(corpus: Corpus, { noted }: GraphWave, asked: readonly EdgeCode[] | undefined): string {
  const [analysis, last] = [analysisOfWave(corpus, noted, asked), lastAnalysis(corpus)]
  const codes = asked ?? analysedQuestion(analysis ?? last).codes
  const coded = `Only ties coded ${codes?.join(' or ')}`
  const from = asked ? '' : ', as the last analysis has them; analyse without --codes for all'
  const options = [
    ...(noted === undefined ? [] : [`--wave ${noted}`]),
    ...(asked ? [`--codes ${asked.join(',')}`] : []),
  ]
  return [
    codes === undefined ? '' : `${coded}${from}.\n`,
    analysis === null && last !== null
      ? `This graph was not analysed: columns of measures are empty; analyse ${options.join(' ')} fills them.\n`
      : '',
  ].join('')
}

/** The range that is written: asked for, else that of the analysis whose measures are. */
export const writtenOfExport = (
  corpus: Corpus,
  asked: WrittenRange | undefined,
  wave: string | undefined,
): WrittenRange | undefined => asked ?? analysedQuestion(analysisOfWave(corpus, wave) ?? lastAnalysis(corpus)).written

function withSpells(corpus: Corpus, { nodes, edges }: SiteGraph, choice: ExportChoice): ExportSource['graph'] {
  const spells = tieSpells(corpus, choice)
  const broken = (edge: SiteEdge): ExportEdge => {
    const own = spells.get(`${edge.source} ${edge.target}`) ?? []
    return own.length > 1 ? { ...edge, spells: own } : edge
  }
  return { nodes, edges: edges.map(broken) }
}

/** The graph of a wave as the export has its own. */
function layerGraph(
  corpus: Corpus,
  graph: SiteGraph,
  choice: ExportChoice,
  wave: string | undefined,
): ExportSource['graph'] {
  const { graph: own, relation = 'links', ties } = edgesOf(corpus, graph, { ...choice, dynamic: false }, wave)
  const kept = keepBackbone(own.edges, choice.backbone, relation !== 'links' || ties === 'undirected')
  return { nodes: own.nodes, edges: kept.filter(({ weight }) => weight >= choice.minWeight) }
}

/** A tie without a direction is stored in both; it leaves as it came. */
const eachOnce = ({ nodes, edges }: SiteGraph): SiteGraph => ({
  nodes,
  edges: edges.filter(({ source, target }) => source < target),
})
/** What files told of the ties that they brought. */
function withTold(corpus: Corpus, graph: ExportSource['graph']): ExportSource['graph'] {
  const told = toldOfTies(corpus)
  if (told.size === 0) return graph
  const edges = graph.edges.map((edge): ExportEdge => {
    const own = told.get(`${edge.source} ${edge.target}`)
    return own ? { ...edge, told: own } : edge
  })
  return { nodes: graph.nodes, edges }
}

/** The graph asked for: as counted, or made of what its sites share. */
function edgesOf(
  corpus: Corpus,
  graph: SiteGraph,
  choice: ExportChoice,
  wave: string | undefined,
): Pick<ExportSource, 'graph' | 'relation' | 'ties'> {
  const { graph: relation = 'links', minWeight, backbone, dynamic = false } = choice
  if (relation === 'links' && graph.ties === 'undirected')
    return { graph: withTold(corpus, eachOnce(graph)), ties: 'undirected' }
  if (relation === 'links') return { graph: withTold(corpus, dynamic ? withSpells(corpus, graph, choice) : graph) }
  if (relation === 'similar') return { graph: alikeGraph(corpus, graph, { statuses: choice.statuses, wave }), relation }
  // What is expected of a tie depends on those that weigh less, too.
  const least = backbone === undefined ? Math.max(1, Math.ceil(minWeight)) : 1
  const edges = coLinkEdges(graph, relation, least)
  return { graph: { nodes: graph.nodes, edges }, relation }
}

/** Sites that say the same words; one without a text that is kept was not looked at. @throws Mistake where none is kept. */
function alikeGraph(corpus: Corpus, { nodes }: SiteGraph, question: SiteWordsQuestion): ExportSource['graph'] {
  expectPageTexts(corpus, '--graph similar')
  const ids = nodes.map(({ id }) => id)
  const { edges, compared } = alikeEdges(corpus, ids, question)
  const known = ({ unread: _, ...node }: SiteNode): SiteNode =>
    compared.has(node.id) ? node : { ...node, unread: true }
  return { nodes: nodes.map(known), edges }
}

/** That the corpus is one share of a crawl: the file goes on without the sentence that the command says. */
function shareNote(corpus: Corpus): string {
  const shard = readShard(corpus)
  return shard === null ? '' : `; share ${shard.share} of ${shard.of} of a crawl, counted from 0`
}

/** The waves of a corpus that has several, with the days from first to last sighting, for who reads the spells back. */
function wavesAndDays(corpus: Corpus): string {
  const waves = daysOfWaves(corpus)
  return waves.length < 2 ? '' : describeWaves(waves)
}

interface Counted {
  readonly weight: Weight
  readonly wave: string | undefined
  readonly codes: readonly EdgeCode[] | undefined
  readonly written: WrittenRange | undefined
  readonly isOfFile: boolean
}

function describe(
  { statuses, zones, minWeight, backbone, graph = 'links' }: ExportChoice,
  { weight, wave, codes, written, isOfFile }: Counted,
): string {
  const places = zones.length === allZones.length ? 'all zones' : `zones ${zones.join(', ')}`
  const ties =
    graph === 'similar' ? 'texts of their pages' : isOfFile ? 'ties of the imported file' : `hyperlinks of ${places}`
  const bone = backbone === undefined ? '' : `; backbone ${backbone.name} at ${backbone.threshold}`
  const least = `${bone}${minWeight > 0 ? `; weight at least ${minWeight}` : ''}`
  const coded = codes === undefined ? '' : `; only ties coded ${codes.join(' or ')}`
  const dated = written === undefined ? '' : `; only links in the matter of pages dated ${writeWrittenRange(written)}`
  const facts = relationFacts[graph]
  const edges =
    graph === 'links'
      ? `weight: ${isOfFile && weight !== 'binary' ? 'as the file gives it' : weight}${coded}`
      : `edges: ${isOfFile ? facts.ofFile : facts.description}${coded}`
  return `Entities ${statuses.join(', ')}; ${ties}; ${edges}${dated}${least}${wave === undefined ? '' : wave === everyWave ? '; all waves' : `; wave ${wave}`}`
}

/** Written by the export itself, from its own edges or as columns of their own. */
const ownColumns: ReadonlySet<string> = new Set(['in_degree', 'out_degree', 'community', 'x', 'y'])

const measureColumns = (isOfFile: boolean): readonly Column[] =>
  nodeMeasures
    .filter(({ name }) => !ownColumns.has(name))
    .map(card => ({
      id: card.name,
      title: saidOf(card, isOfFile).title.en,
      type: card.type === 'category' ? 'integer' : card.type,
      unit: card.unit,
      description: meaningOf(card, isOfFile),
    }))

/** Names that people gave to communities, by their numbers. */
const namesOf = (corpus: Corpus, analysis: AnalysisResult | null): ReadonlyMap<number | null, string> =>
  new Map([...givenNames(corpus, analysis)].map(([community, { name }]) => [community, name]))

function nodeResults(
  analysis: AnalysisResult | null,
  pins: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  nodeColumns: readonly Column[],
  names: ReadonlyMap<number | null, string>,
): Map<string, NodeResult> {
  const entities = new Set<EntityId>()
  for (const values of analysis?.nodeValues.values() ?? []) for (const entity of values.keys()) entities.add(entity)
  const valueOf = (measure: string, entity: EntityId): number | null =>
    analysis?.nodeValues.get(measure)?.get(entity) ?? null
  return new Map(
    [...entities].map(entity => [
      entity,
      {
        community: valueOf('community', entity),
        communityName: names.get(valueOf('community', entity)) ?? '',
        // A place fixed by hand on the map stands before the layout's, so that map and figures agree.
        x: pins.get(entity)?.x ?? valueOf('x', entity),
        y: pins.get(entity)?.y ?? valueOf('y', entity),
        values: Object.fromEntries(nodeColumns.map(({ id }) => [id, valueOf(id, entity)])),
      },
    ]),
  )
}
