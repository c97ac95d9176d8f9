import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import type { SiteEdge, SiteNode } from '#data/records.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import { buildExportModel, type ExportSource } from '#graph/exchange/model/build-export-model.ts'
import type { ExportModel, NodePlaces, NodeResult } from '#graph/exchange/model/export-model.ts'
import type { Column } from '#data/table/column.ts'

export const id = (text: string) => text as EntityId
const url = (text: string) => text as Url

export function siteNode(name: string, facts: Partial<SiteNode> = {}): SiteNode {
  return {
    id: id(name),
    label: name,
    homepage: `https://${name}/`,
    country: 'FR',
    kind: 'agency',
    status: 'IN',
    pagesFetched: 3,
    selfLinks: 7,
    tags: [],
    ...facts,
  }
}

export function siteEdge(source: string, target: string, facts: Partial<SiteEdge> = {}): SiteEdge {
  const linksByZone = Object.fromEntries(zones.map(zone => [zone, zone === 'content' ? 2 : 0])) as Record<Zone, number>
  return {
    source: id(source),
    target: id(target),
    weight: 2,
    links: 2,
    pages: 2,
    firstSeen: '2026-11-01T10:00:00.000Z',
    lastSeen: '2026-11-20T10:00:00.000Z',
    linksByZone,
    ...facts,
  }
}

export function linkRow(source: string, target: string, facts: Partial<LinkRow> = {}): LinkRow {
  return {
    source: id(source),
    target: id(target),
    sourceUrl: url(`https://${source}/page`),
    targetUrl: url(`https://${target}/`),
    href: `//${target}`,
    anchor: 'a friend',
    context: 'This is a friend of ours.',
    zone: 'content',
    rel: 'nofollow noopener',
    element: 'a',
    firstSeen: '2026-11-01T10:00:00.000Z',
    lastSeen: '2026-11-20T10:00:00.000Z',
    ...facts,
  }
}

function pageRow(entity: string, facts: Partial<PageRow> = {}): PageRow {
  return {
    entity: id(entity),
    url: url(`https://${entity}/page`),
    finalUrl: url(`https://${entity}/page`),
    state: 'fetched',
    httpStatus: 200,
    failure: '',
    depth: 1,
    contentType: 'text/html',
    charset: 'utf-8',
    language: 'fr',
    title: 'Une page',
    published: '2012-05-06',
    publishedFrom: 'time',
    bytes: 2048,
    rendered: false,
    fetchedAt: '2026-11-20T10:00:00.000Z',
    capturedAt: '',
    memento: '',
    driftDays: null,
    askedAt: '',
    ...facts,
  }
}

const measureColumns: readonly Column[] = [
  { id: 'pagerank', title: 'PageRank', type: 'number', unit: '', description: 'Share of a random reader, Σ = 1.' },
  { id: 'core', title: 'k-core', type: 'integer', unit: '', description: 'Largest k of a k-core with the node.' },
]

const measures: readonly GraphValue[] = [
  {
    measure: 'nodes',
    group: '',
    value: 4,
    null: '',
    nullMean: null,
    nullSd: null,
    z: null,
    p: null,
    runs: null,
    seed: null,
  },
  {
    measure: 'ei_index',
    group: 'country',
    value: -0.5,
    null: 'permute',
    nullMean: 0.01,
    nullSd: 0.1,
    z: -5.1,
    p: 1 / 201,
    runs: 200,
    seed: 1,
  },
]

/** An invented web whose names hold all that strangers can write into a page. */
const nodes: readonly SiteNode[] = [
  siteNode('accents.example', {
    label: 'Élections & Données « à l’œuvre » 🗳️ <script>alert(1)</script>',
    tags: [
      ['party', 'none'],
      ['party', 'all|of them'],
      ['country', 'BE'],
    ],
  }),
  siteNode('control.example', { label: 'bell \u0007, NUL \u0000, half \ud83d, tab\tand\nline', kind: '' }),
  siteNode('formula.example', { label: '=HYPERLINK("https://formula.example","Click")', country: 'US' }),
  siteNode('swiss.example', {
    label: 'SWISS INFO',
    tags: [
      ['note', 'SWISS INFO'],
      ['Note', 'in another case'],
    ],
  }),
]

const edges: readonly SiteEdge[] = [
  siteEdge('accents.example', 'control.example', { weight: 0.1 + 0.2 }),
  siteEdge('accents.example', 'swiss.example'),
  siteEdge('control.example', 'accents.example', { weight: 1, firstSeen: '', lastSeen: '' }),
  siteEdge('formula.example', 'swiss.example', { weight: 12 }),
]

const results: ReadonlyMap<string, NodeResult> = new Map([
  ['accents.example', { community: 1, values: { pagerank: 1 / 3, core: 2 }, x: -12.5, y: 3.25 }],
  ['control.example', { community: 1, values: { pagerank: 1e-7, core: 2 }, x: 4, y: -80 }],
  ['formula.example', { community: 2, values: { pagerank: Number.NaN, core: 1 }, x: 0, y: 0 }],
])

const places: ReadonlyMap<string, NodePlaces> = new Map([
  [
    'accents.example',
    {
      prefixes: ['*.accents.example', 'platform.example/@accents'],
      startPages: ['https://accents.example/', 'https://accents.example/blog'],
      datedNames: ['Œuvre | Co (../2013)', 'Accents (2013-05/..)', 'undated'],
      datedPrefixes: ['platform.example/@accents (2012/2014)'],
    },
  ],
  ['swiss.example', { prefixes: ['swiss.example'], startPages: [], datedNames: [], datedPrefixes: [] }],
])

export const sampleSource: ExportSource = {
  title: 'An invented web',
  description: 'Statuses IN; all zones; weight evidence',
  graph: { nodes, edges },
  results,
  places,
  nodeColumns: measureColumns,
  links: [
    linkRow('accents.example', 'control.example', { anchor: '@handle', context: 'He said "hello",\nthen left.' }),
    linkRow('accents.example', 'swiss.example', { anchor: '-5 %', zone: 'blogroll' }),
    linkRow('control.example', 'accents.example', { anchor: '', href: '\thttps://accents.example' }),
    linkRow('formula.example', 'swiss.example', { anchor: "'=already", rel: '' }),
  ],
  pages: [
    pageRow('accents.example'),
    pageRow('control.example', { state: 'failed', httpStatus: null, failure: 'dns', rendered: null }),
  ],
  measures,
  lastModified: '2026-11-20T10:00:00.000Z',
}

export function sampleModel(): ExportModel {
  return buildExportModel(sampleSource)
}

export const textOf = (pieces: Iterable<string>) => [...pieces].join('')
