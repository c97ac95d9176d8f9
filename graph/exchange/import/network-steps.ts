import type { ToldEdge } from '#data/records.ts'
import { keepPlaces } from '#data/store/map/colours.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { Author } from '#data/store/curate/author.ts'
import { loadPrefixTable, writtenPrefix } from '#data/store/entities/entities.ts'
import { applyPlan } from '#data/store/import/apply-plan.ts'
import { openGround } from '#data/store/import/evidence-ground.ts'
import { knownEntities } from '#data/store/import/known-entities.ts'
import { type EntityPlan, planEntities } from '#data/store/import/plan-entities.ts'
import { type StoredEvidence, storeEvidence } from '#data/store/import/store-evidence.ts'
import { storeCounts, type StoredEdges, storeEdges } from '#data/store/import/store-told.ts'
import { addImportedStarts } from '#data/store/import/store-starts.ts'
import { type Steps, writtenRows } from '#data/store/import/write-in-steps.ts'
import { writeMeta } from '#data/store/base/meta.ts'
import { storeAnalysis } from '#data/store/graph/results.ts'
import { beginRun, endRun, wasImported } from '#data/store/base/runs.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { presetWeight } from '#data/vocabulary/weights.ts'
import { version } from '#data/command/version.ts'
import { hashOfGraph } from '#graph/analysis/hash-of-graph.ts'
import { drawnPlaces } from './drawn-places.ts'
import { entityRecords } from './entity-records.ts'
import { fittingWeight } from './fitting-weight.ts'
import { type ImportedAnalysis, importedAnalysis } from './imported-analysis.ts'
import type { ImportedNetwork } from './imported-network.ts'
import type { NetworkReport } from './import-report.ts'
import { describedWeight } from './own-description.ts'
import { mistakeList, shown } from '../read/mistake-list.ts'

/** What an import writes, and under which name. */
export interface ImportJob {
  readonly corpus: Corpus
  readonly network: ImportedNetwork
  /** The file's name, without folders, and its digest. */
  readonly input: { readonly file: string; readonly hash: string }
  readonly now: number
}

type Outcome = Omit<NetworkReport, 'corpus' | 'isNew' | 'format' | 'kind'>

/** Stores a network, or a list of entities, in the corpus; each step says what it does. */
export function* networkSteps({ corpus, network, input, now }: ImportJob): Steps<Outcome> {
  const author: Author = { actor: 'import', reason: input.file, now }
  const { records, prefixesRead, remarks } = entityRecords(network)
  yield 'entities'
  keepPlaces(corpus)
  const known = knownEntities(corpus)
  const isTrusted = wasImported(corpus, input.hash)
  const runId = beginRun(corpus, runOf(network, input), now)
  const before = writtenRows(corpus)
  const ground = { known, find: loadPrefixTable(corpus).find, isTrusted, preset: 'IN' as const }
  const plan = planEntities(records, ground)
  refuseConflicts(network.nodesFile, plan)
  const rows = applyPlan(corpus, plan, known, { author, source: input.file })
  storeCounts(corpus, runId, records, rows)
  const startsLeft = addImportedStarts(corpus, records, rows)

  const evidence = yield* evidenceSteps(corpus, network, rows, runId, now)
  const edges = yield* inSteps('edges', storeEdges(corpus, runId, withoutLinks(network), rows))
  yield 'measures'
  const analysed =
    known.size === 0 ? addAnalysis(corpus, network, runId, input.file) : refuseAnalysis(network, isTrusted)
  if (known.size === 0 && network.title !== '') writeMeta(corpus, 'title', network.title)
  endRun(corpus, runId, 'done', now)
  return {
    changed: writtenRows(corpus) - before > 1,
    entities: {
      read: records.length,
      made: plan.makes.length,
      changed: plan.changes.length,
      unchanged: plan.unchanged,
      forgotten: plan.forgotten,
    },
    prefixes: prefixReport(plan, prefixesRead),
    edges: { read: network.edges.length, made: edges.made, changed: edges.changed },
    pages: { read: network.pages.length, changed: evidence?.pages.changed ?? 0 },
    links: { read: network.links.length, made: evidence?.links.made ?? 0 },
    values: analysed.values,
    remarks: [...network.remarks, ...remarks, ...remarksOf(startsLeft, edges, evidence), ...analysed.remarks],
  }
}

const runOf = ({ format, lastModified, ties }: ImportedNetwork, { file, hash }: ImportJob['input']) => ({
  command: 'import',
  options: { format, ...(ties && { ties }) },
  version,
  input: file,
  inputHash: hash,
  inputDate: /^\d{4}-\d\d-\d\d/.test(lastModified) ? lastModified : '',
})

function* inSteps<Result>(name: string, steps: Generator<unknown, Result>): Steps<Result> {
  yield name
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield name
  }
}

function* evidenceSteps(
  corpus: Corpus,
  { pages, links }: ImportedNetwork,
  rows: Parameters<typeof openGround>[1],
  runId: number,
  now: number,
): Steps<StoredEvidence | null> {
  if (pages.length + links.length === 0) return null
  const ground = openGround(corpus, rows, runId, now)
  // Addresses and times were checked when the tables were read.
  return yield* inSteps('pages and hyperlinks', storeEvidence(ground, pages, links))
}

/** Edges whose hyperlinks the file brings are counted from those. */
function* withoutLinks({ edges, links }: ImportedNetwork): Generator<ToldEdge> {
  const pairs = new Set(links.map(({ source, target }) => JSON.stringify([source, target])))
  for (const edge of edges) if (pairs.size === 0 || !pairs.has(JSON.stringify([edge.source, edge.target]))) yield edge
}

function refuseConflicts(file: string, { conflicts }: EntityPlan): void {
  const mistakes = mistakeList(file)
  for (const { record, entity } of conflicts)
    mistakes.add(
      record.line,
      `the id ${shown(record.id)} of ${shown(record.homepage || record.label)}, which is ${shown(entity.homepage || entity.label)} in the corpus,`,
      'ids that mean the same in both; import into a corpus of its own, or give the nodes other ids',
    )
  mistakes.throwIfAny()
}

function prefixReport({ makes, changes, takes, kept }: EntityPlan, read: number): NetworkReport['prefixes'] {
  const made = [...makes, ...changes].reduce((sum, { prefixes }) => sum + prefixes.length, takes.length)
  const lines = kept.map(({ lru, owner, by }) => ({ prefix: writtenPrefix(lru), wantedBy: by, owner }))
  return { read, made, kept: lines }
}

interface Analysed {
  readonly values: number
  readonly remarks: readonly string[]
}

function addAnalysis(corpus: Corpus, network: ImportedNetwork, runId: number, file: string): Analysed {
  const told = describedWeight(network.description)
  const weight = told ?? (network.links.length > 0 ? fittingWeight(corpus, network.edges) : presetWeight)
  const analysis = importedAnalysis(network, file, weight ?? presetWeight)
  if (analysis !== null)
    storeAnalysis(corpus, runId, {
      ...analysis,
      graphHash: hashOfAnalysed(corpus, network, analysis),
      places: drawnPlaces(network),
    })
  const values = [...(analysis?.nodeValues.values() ?? [])].reduce((sum, { size }) => sum + size, 0)
  const remarks =
    weight === null ? ['Weights in edges.csv differ from what links.csv gives: the hyperlinks count.'] : []
  return { values, remarks }
}

/** Of the graph that measures were computed on; positions alone were computed on none. */
function hashOfAnalysed(corpus: Corpus, { isOwn }: ImportedNetwork, { options }: ImportedAnalysis): string {
  const { statuses, zones, weight } = options
  return isOwn ? hashOfGraph(readSiteGraph(corpus, { statuses, zones, weight })) : ''
}

/** Measures speak of the graph they were computed on. */
function refuseAnalysis(network: ImportedNetwork, isTrusted: boolean): Analysed {
  const hasSome = !isTrusted && network.isOwn && importedAnalysis(network, '', presetWeight) !== null
  const remark = 'Measures and positions were left out: they speak of another graph than this corpus now holds.'
  return { values: 0, remarks: hasSome ? [remark] : [] }
}

function remarksOf(startsLeft: number, edges: StoredEdges, evidence: StoredEvidence | null): readonly string[] {
  const counts: readonly (readonly [number, string])[] = [
    [startsLeft, 'start pages were left out: they belong to other entities'],
    [edges.changed, 'edges had other values from an earlier import; this file counts now'],
    [edges.leftOut, 'edges were left out with their entities'],
    [evidence?.pages.leftOut ?? 0, 'pages were left out with their entities'],
    [evidence?.links.leftOut ?? 0, 'hyperlinks were left out with their entities'],
    [evidence?.links.elsewhere ?? 0, "hyperlinks count for other entities here, as the corpus' prefixes say"],
  ]
  return counts.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}.`)
}
