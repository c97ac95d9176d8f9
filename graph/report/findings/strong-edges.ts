import { everyWave } from '#data/vocabulary/every-wave.ts'
import type { SiteEdge } from '#data/records.ts'
import { type Evidence, type SampledEvidence, sampleEvidence } from '#data/store/evidence/evidence.ts'
import { cellOf, type Num, num } from './num.ts'
import { siteRef, type SiteRef } from './site-ref.ts'
import type { Study } from './study.ts'

/** The strongest edges, with hyperlinks to read. */
export interface StrongEdges {
  readonly all: readonly StrongEdge[]
  /** Between sites of different countries. */
  readonly abroad: readonly StrongEdge[]
}

export interface StrongEdge {
  readonly source: SiteRef
  readonly target: SiteRef
  readonly weight: Num
  readonly links: Num
  readonly pages: Num
  /** The opposite edge is there too; 'unknown' when no page of the target was read. */
  readonly answered: 'yes' | 'no' | 'unknown'
  /** Empty for an edge imported without hyperlinks, or one of comments alone. */
  readonly evidence: readonly ShownEvidence[]
}

export interface ShownEvidence extends Omit<SampledEvidence, 'pagesAlike'> {
  /** Pages of the source with the same words on a hyperlink to the target. */
  readonly alike: Num
}

const mostEdges = 10
const mostEvidence = 3

export function findStrongEdges(study: Study): StrongEdges {
  const { edges, ties } = study.site
  const once = ties === 'undirected' ? edges.filter(({ source, target }) => source < target) : edges
  const byWeight = once.toSorted(
    (a, b) => b.weight - a.weight || b.links - a.links || compare(a.source, b.source) || compare(a.target, b.target),
  )
  const abroad = byWeight.filter(({ source, target }) => {
    const [from, to] = [study.nodes.get(source)?.country ?? '', study.nodes.get(target)?.country ?? '']
    return from !== '' && to !== '' && from !== to
  })
  const present = new Set(study.site.edges.map(({ source, target }) => `${source} ${target}`))
  const describeAll = (edges: readonly SiteEdge[]): StrongEdge[] =>
    edges.slice(0, mostEdges).map(edge => describe(study, edge, present))
  return { all: describeAll(byWeight), abroad: describeAll(abroad) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function describe(study: Study, { source, target, ...counts }: SiteEdge, present: ReadonlySet<string>): StrongEdge {
  const cell = (column: 'weight' | 'links' | 'pages'): Num =>
    cellOf('edges.csv', counts[column], column, { source, target })
  return {
    source: siteRef(study, source),
    target: siteRef(study, target),
    weight: cell('weight'),
    links: cell('links'),
    pages: cell('pages'),
    answered: present.has(`${target} ${source}`) ? 'yes' : study.silent.has(target) ? 'unknown' : 'no',
    evidence: sampleEvidence(study.corpus, source, target, sampleOf(study)).map(({ pagesAlike, ...evidence }) => ({
      ...evidence,
      alike: alike(evidence, pagesAlike),
    })),
  }
}

/** Comments count, but are not quoted: they hold the names of private persons. */
const sampleOf = ({ choice, graphWave }: Study) => ({
  zones: choice.zones.filter(zone => zone !== 'comment'),
  limit: mostEvidence,
  written: choice.written,
  ...(graphWave !== null && graphWave !== everyWave && { wave: graphWave }),
})

const alike = ({ source, target, anchor, context }: Evidence, pages: number): Num =>
  num(pages, { table: 'links.csv', where: { source, target, anchor, context }, take: 'distinct:source_url' })
