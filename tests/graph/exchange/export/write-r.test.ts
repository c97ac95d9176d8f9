import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import type { ExportModel } from '#graph/exchange/model/export-model.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { squareMatrix } from '#graph/exchange/write/r/matrices.ts'
import { writeR } from '#graph/exchange/write/r/write-r.ts'
import { hasR, printed } from './readers.ts'
import { tieKey } from '#graph/exchange/model/wave-layer.ts'
import { sampleModel, sampleSource, siteEdge, siteNode, textOf } from './sample-model.ts'
import { emptyCorpus, readPage, seeded, someTime, temporaryFolder } from '#tests/data/store/invented-corpus.ts'

/**
 * Two waves of three sites. In the first, a and b are read: a cites b on its first page, c on its second; b cites a. In the
 * second a's first page is read, which still leads to the second, and c is: it cites a.
 */
function twoWaves(wave?: string): ExportModel {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://b.example/', 'http://c.example/')
  const first = ['http://b.example/', 'http://a.example/2']
  readPage(corpus, 'http://a.example/', first)
  readPage(corpus, 'http://a.example/2', ['http://c.example/'])
  readPage(corpus, 'http://b.example/', ['http://a.example/'])
  const later = someTime + 86_400_000
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('second', ?)`).run(later)
  readPage(corpus, 'http://a.example/', first, later, 2)
  readPage(corpus, 'http://c.example/', ['http://a.example/'], later, 2)
  return exportCorpus(corpus, { title: 'two', statuses: ['IN'], zones, minWeight: 0, ...(wave && { wave }) })
}

/** More sites than a matrix holds: three ties, one not looked at, one site of which nothing was read. */
const many = ((): ExportModel => {
  const names = ['=s0', 's1', 'NA', ...Array.from({ length: 4998 }, (_, at) => `s${at + 3}`)]
  const known = { '=s0': { country: 'FR' }, s1: { country: 'US', kind: 'x' }, NA: { country: 'US', kind: 'y' }, s3: { country: 'FR', kind: 'x' }, s5: { unread: true, pagesFetched: 0 } } as const // prettier-ignore
  const nodes = names.map(name => siteNode(name, { country: '', kind: '', ...known[name as keyof typeof known] }))
  const edges = [siteEdge('=s0', 's1', { weight: 2 }), siteEdge('s1', 'NA'), siteEdge('NA', 's1')]
  const layer = {
    ...{ label: '', started: '', ended: '', day: '', edges, unread: new Set(['s5']), pages: new Map() },
    unknown: new Set([tieKey('s3', 's4')]),
  }
  const source = { ...sampleSource, graph: { nodes, edges }, results: new Map(), pages: [], links: [] }
  return buildExportModel({ ...source, layers: () => [layer] })
})()

const filesOf = (model: ExportModel): Record<string, string> =>
  Object.fromEntries(writeR(model).map(([name, text]) => [name, textOf(text)]))

describe('writeR(model)', () => {
  it('writes a matrix for each wave: NA in the row of who was not read, and where the page of a tie was not looked at', () => {
    const files = filesOf(twoWaves())
    expect(files['ties-1.csv']).toBe(
      'id,a.example,b.example,c.example\na.example,0,1,1\nb.example,1,0,0\nc.example,NA,NA,0\n',
    )
    expect(files['ties-2.csv']).toBe(
      'id,a.example,b.example,c.example\na.example,0,1,NA\nb.example,NA,0,NA\nc.example,1,0,0\n',
    )
    expect(files['pages-read.csv']).toBe('id,wave_1,wave_2\na.example,2,1\nb.example,1,0\nc.example,0,1\n')
    expect(files['waves.csv']!.split('\n')[2]).toMatch(
      /^2,second,ties-2\.csv,2026-11-23T12:00:00Z,2026-11-23,,,2,1,2,2026-11-23$/,
    )
  })

  it('writes the matrix of the wave named alone', () => {
    const files = filesOf(twoWaves('second'))
    expect(Object.keys(files).filter(name => name.startsWith('ties-'))).toEqual(['ties-1.csv'])
    expect(files['ties-1.csv']).toContain('\nb.example,NA,0,NA\n')
  })

  it('writes what two sites have in common, and NA where the value of either is not known', () => {
    const nodes = [
      siteNode('a.example', {
        country: 'FR',
        kind: 'x',
        tags: [
          ['staff', '12'],
          ['lean', 'l'],
        ],
      }),
      siteNode('b.example', {
        country: 'FR',
        kind: 'x',
        tags: [
          ['staff', '7,5'],
          ['lean', 'l'],
          ['lean', 'r'],
        ],
      }),
      siteNode('c.example', { country: 'NA', kind: 'x', tags: [['lean', 'r']] }),
    ]
    const files = filesOf(buildExportModel({ ...sampleSource, graph: { nodes, edges: [] }, links: [], pages: [] }))
    expect(files['covariates.csv']!.trim().split('\n').slice(1)).toEqual([
      'same_country,covariate-1.csv,country,same',
      'same_lean,covariate-2.csv,lean,same',
      'difference_staff,covariate-3.csv,staff,difference',
    ])
    const header = 'id,a.example,b.example,c.example\n'
    expect(files['covariate-1.csv']).toBe(`${header}a.example,0,1,0\nb.example,1,0,0\nc.example,0,0,0\n`)
    expect(files['covariate-2.csv']).toBe(`${header}a.example,0,NA,0\nb.example,NA,0,NA\nc.example,0,NA,0\n`)
    expect(files['covariate-3.csv']).toBe(`${header}a.example,0,4.5,NA\nb.example,4.5,0,NA\nc.example,NA,NA,0\n`)
  })

  it('leaves the rows and columns of ties without directions alike', () => {
    const nodes = ['a.example', 'b.example', 'c.example'].map(name => siteNode(name))
    const graph = { nodes, edges: [siteEdge('a.example', 'b.example', { weight: 2.5 })] }
    const files = filesOf(buildExportModel({ ...sampleSource, graph, ties: 'undirected', links: [], pages: [] }))
    expect(files['ties-1.csv']!.split('\n').slice(1, 4)).toEqual([
      'a.example,0,2.5,0',
      'b.example,2.5,0,0',
      'c.example,0,0,0',
    ])
  })

  it('writes lists of ties where a matrix would be too large: NA for a tie, unread sites by name', () => {
    const files = filesOf(many)
    expect(Object.keys(files).filter(name => /^(?:ties|covariate|unread)-?\d?\.csv$/.test(name))).toEqual([
      'ties-1.csv',
      'unread.csv',
      'covariate-1.csv',
      'covariate-2.csv',
    ])
    expect(files['ties-1.csv']!.split('\n').slice(0, 3)).toEqual(['source,target,weight', "'=s0,s1,2", 's1,NA,2'])
    expect(files['ties-1.csv']).toContain('\ns3,s4,NA\n')
    expect(files['unread.csv']).toBe('wave,id\n1,s5\n')
  })

  it('writes there what the ends of each tie have in common, not of each pair; the README says so', () => {
    const files = filesOf(many)
    expect(files['covariates.csv']!.trim().split('\n').slice(1)).toEqual([
      'same_country,covariate-1.csv,country,same',
      'same_kind,covariate-2.csv,kind,same',
    ])
    // The tie that nobody looked at is among them; s4 has no country, =s0 no kind.
    expect(files['covariate-1.csv']).toBe("source,target,value\n'=s0,s1,0\ns1,NA,1\nNA,s1,1\ns3,s4,NA\n")
    expect(files['covariate-2.csv']).toBe("source,target,value\n'=s0,s1,NA\ns1,NA,0\nNA,s1,0\ns3,s4,NA\n")
    expect(files['README.md']).toContain('more than 5,000 sites')
    expect(files['README.md']).toContain('| covariate-2.csv | same_kind: what the ends of each tie have in common')
    expect(filesOf(twoWaves())['README.md']).not.toContain('5,000')
  })

  it('is made line by line', () => {
    const lines = squareMatrix(['a', 'b'], () => 1)[Symbol.iterator]()
    expect([lines.next().value, lines.next().value]).toEqual(['id,a,b\n', 'a,0,1\n'])
  })
})

describe('the bundle in R', () => {
  const odd = buildExportModel({
    ...sampleSource,
    graph: {
      nodes: [
        siteNode('=cmd', { label: 'line\n"q" 🗳️', country: 'NA', tags: [['x y', '1']] }),
        siteNode('NA', { country: 'FR', unread: true, tags: [['x y', '4']] }),
        siteNode('it\'s, "é"', {
          tags: [
            ['x y', '2'],
            ['if', 'TRUE'],
          ],
        }),
      ],
      edges: [siteEdge('=cmd', 'NA', { weight: 2.5 }), siteEdge('it\'s, "é"', '=cmd')],
    },
    results: new Map(),
    pages: [],
    links: [],
  })
  const folders = async (...models: readonly ExportModel[]): Promise<string[]> => {
    const made: string[] = []
    for (const model of models) {
      const folder = join(temporaryFolder(), 'r')
      await exportTo('r', folder, model)
      made.push(folder)
    }
    return made
  }
  const empty = buildExportModel({ ...sampleSource, graph: { nodes: [], edges: [] }, pages: [], links: [] })
  const alone = buildExportModel({
    ...sampleSource,
    graph: { nodes: [siteNode('a.example')], edges: [] },
    pages: [],
    links: [],
  })
  const undirected = buildExportModel({
    ...sampleSource,
    graph: { nodes: ['a', 'b', 'c'].map(name => siteNode(name)), edges: [siteEdge('a', 'b'), siteEdge('b', 'c')] },
    ties: 'undirected',
    pages: [],
    links: [],
  })

  it.skipIf(!hasR())('is read with its names, its types and its NAs', async () => {
    const [folder] = await folders(odd)
    const script = `
setwd(commandArgs(TRUE)[1]); source("read.R")
text <- function(x) paste0("[", paste(ifelse(is.na(x), '"-"', encodeString(enc2utf8(as.character(x)), quote = '"')), collapse = ","), "]")
cat(sprintf('[%s,%s,%s,%s,%s]', text(rownames(ties[[1]])), text(ties[[1]]), text(nodes$country), text(names(covariates)),
  text(covariates$difference_x_y)))`
    expect(printed('Rscript', script, folder!)).toEqual([
      ['=cmd', 'NA', 'it\'s, "é"'],
      // Column by column.
      ['0', '-', '2', '2.5', '0', '0', '0', '-', '0'],
      ['NA', 'FR', 'FR'],
      ['same_country', 'difference_x_y'],
      ['0', '3', '1', '3', '0', '2', '1', '2', '0'],
    ])
  })

  const packages = ['igraph', 'sna', 'network']
  it.skipIf(!hasR(...packages))(
    'scripts for igraph, sna and network run as they are: waves, odd names, one site, none, no directions',
    async () => {
      const made = await folders(twoWaves(), odd, alone, empty, undirected, sampleModel())
      const script = `
for (folder in commandArgs(TRUE)) for (name in c("igraph.R", "sna.R", "network.R")) {
  setwd(folder); cat("==", name, "\\n"); source(name) }`
      const { status, stdout, stderr } = spawnSync('Rscript', ['-e', script, ...made], { encoding: 'utf8' })
      expect(stderr).not.toMatch(/error/i)
      expect(status).toBe(0)
      const told = stdout.split('== igraph.R').slice(1)
      expect(told[0]).toContain('3 sites, 2 ties, out-degree not known of 1 sites')
      expect(told[0]).toContain('Wave 1 - 3 sites, 3 ties, 2 not known')
      expect(told[0]).toContain('Wave 2 - 3 sites, 2 ties, 3 not known')
      // Of 4 dyads looked at in the first wave 3 are ties, of 3 in the second 2.
      expect(told[0]!.match(/density among the ties looked at [\d.]+/g)).toEqual([
        'density among the ties looked at 0.75',
        expect.stringMatching(/looked at 0\.666/),
      ])
      expect(told[4]).toContain('Wave 1 - 3 sites, 2 ties, 0 not known')
    },
    60_000,
  )

  it.skipIf(!hasR(...packages))(
    'scripts run as they are on more sites than a matrix holds, names and NAs among them',
    async () => {
      const made = await folders(many)
      const script = `
for (name in c("igraph.R", "sna.R", "network.R")) { setwd(commandArgs(TRUE)[1]); source(name) }
cat("ends", nodes$id[network::as.edgelist(networks[[1]])[1, ]], sum(network::get.vertex.attribute(networks[[1]], "ties_not_known")))`
      const { status, stdout, stderr } = spawnSync('Rscript', ['-e', script, ...made], { encoding: 'utf8' })
      expect(stderr).not.toMatch(/error/i)
      expect(status).toBe(0)
      expect(stdout).toContain('5001 sites, 3 ties, out-degree not known of 1 sites')
      // 3 of 5000 · 5000 pairs that begin in a site that was read, but for one that nobody looked at.
      expect(Number(/density among the ties looked at ([\d.e-]+)/.exec(stdout)![1])).toBeCloseTo(
        3 / (5000 * 5000 - 1),
        12,
      )
      // Mutual s1 with NA, one way =s0 to s1, of the 5000 · 4999 / 2 pairs of sites that were read.
      expect(stdout).toMatch(/\[1,\]\s+1\s+1\s+12497498/)
      expect(stdout).toContain('Wave 1 - 5001 sites, 3 ties, 1 not known')
      // Of three ties two are inside a country; of two with known kinds none inside one.
      expect(stdout).toMatch(/mean of same_country along the ties 0\.666\d+ of 3/)
      expect(stdout).toContain('mean of same_kind along the ties 0 of 2')
      expect(stdout).toMatch(/ends =s0 s1 1$/)
    },
    60_000,
  )

  it('marks the scripts that were not run', () => {
    const files = filesOf(alone)
    for (const name of ['ergm.R', 'rsiena.R', 'network-dynamic.R', 'relational-events.R'])
      expect(files[name]).toMatch(/^# NOT RUN by those who wrote it/m)
    const read = readFileSync(join(import.meta.dirname, '../../../../graph/exchange/write/r/ergm.R'), 'utf8')
    expect(files['ergm.R']).toBe(read)
  })

  it.skipIf(!hasR())('has scripts for ergm, RSiena and others that R can parse', async () => {
    const [folder] = await folders(alone)
    const script = `setwd(commandArgs(TRUE)[1]); cat(length(c(parse("ergm.R"), parse("rsiena.R"), parse("network-dynamic.R"), parse("relational-events.R"))))`
    expect(printed('Rscript', script, folder!)).toBeGreaterThan(10)
  })
})
