import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import type { ExportModel, WriteOptions } from '#graph/exchange/model/export-model.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { hasR, printed, pythonWith } from './readers.ts'
import { sampleModel, sampleSource, siteEdge, siteNode } from './sample-model.ts'
import { emptyCorpus, readPage, seeded, temporaryFolder } from '#tests/data/store/invented-corpus.ts'

interface Resource {
  readonly name: string
  readonly path: string
  readonly profile: string
  readonly bytes: number
  readonly hash: string
  readonly dialect?: { readonly delimiter: string }
  readonly schema?: { readonly fields: readonly { readonly name: string; readonly type: string }[] }
}

async function written(format: 'csv' | 'stata', model: ExportModel, options: WriteOptions = {}) {
  const folder = join(temporaryFolder(), 'out')
  await exportTo(format, folder, model, options)
  const manifest = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
    name: string
    id: string
    toile: Record<string, unknown>
    resources: Resource[]
  }
  return { folder, manifest }
}

/** Namibia, names that spreadsheets would run, several lines in a cell, numbers that are missing. */
const odd = () =>
  buildExportModel({
    ...sampleSource,
    graph: {
      nodes: [
        siteNode('a.example', { label: 'NA', country: 'NA', kind: '', tags: [['staff', '12']], unread: true }),
        siteNode('b.example', { label: '=cmd "x"\n🗳️ é', country: 'FR', tags: [['Portée', 'null']] }),
      ],
      edges: [siteEdge('b.example', 'a.example', { weight: 0.5, firstSeen: '2026-11-01T23:59:59Z' })],
    },
    pages: [...sampleSource.pages].slice(0, 1).map(page => ({ ...page, entity: siteNode('a.example').id })),
    links: [],
  })

describe('the manifest of a folder of tables', () => {
  it.each(['csv', 'stata'] as const)('tells size and SHA-256 of each file of %s as it stands there', async format => {
    const { folder, manifest } = await written(format, sampleModel())
    const present = readdirSync(folder).filter(name => name !== 'datapackage.json')
    expect(manifest.resources.map(({ path }) => path).toSorted()).toEqual(present.toSorted())
    for (const { path, bytes, hash } of manifest.resources) {
      expect(statSync(join(folder, path)).size, path).toBe(bytes)
      const digest = createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
      expect(hash, path).toBe(`sha256:${digest}`)
    }
    const names = manifest.resources.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    // Of the specification: lower case, letters, digits, '.', '_', '-' and '/' alone.
    expect(names.filter(name => !/^[-a-z0-9._/]+$/.test(name))).toEqual([])
    expect(manifest.name).toMatch(/^[-a-z0-9._/]+$/)
  })

  it.each([{}, { separator: ';', decimal: ',', byteOrderMark: true }] as const)(
    'declares the columns of each table in their order, with a type that its cells have: %j',
    async options => {
      const { folder, manifest } = await written('csv', odd(), options)
      const shapes: Record<string, RegExp> = {
        integer: /^-?\d+$/,
        number: /^-?\d+([.,]\d+)?(e-?\d+)?$/,
        boolean: /^(true|false)$/,
        date: /^\d{4}-\d\d-\d\d$/,
        datetime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
        string: /^/,
      }
      for (const { path, dialect, schema } of manifest.resources.filter(({ schema }) => schema)) {
        const delimiter = dialect!.delimiter
        const [header, ...rows] = parse(readFileSync(join(folder, path)), { bom: true, delimiter }) as string[][]
        expect(schema!.fields.map(({ name }) => name)).toEqual(header)
        for (const [at, { name, type }] of schema!.fields.entries())
          for (const row of rows) if (row[at] !== '') expect(row[at], `${path} ${name}`).toMatch(shapes[type]!)
      }
      const types = manifest.resources.find(({ path }) => path === 'nodes.csv')!.schema!.fields
      expect(types.find(({ name }) => name === 'staff')!.type).toBe('integer')
    },
  )

  it('says which corpus, which version, and what was asked; the same corpus under another name is known again', async () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://b.example/')
    readPage(corpus, 'http://a.example/', ['http://b.example/'])
    const model = (title: string) => exportCorpus(corpus, { title, statuses: ['IN'], zones, minWeight: 2 })
    const [one, other] = [await written('csv', model('Élections 2027')), await written('csv', model('x'))]
    expect(one.manifest.name).toBe('elections-2027')
    expect(one.manifest.id).toMatch(/^[0-9a-f]{32}$/)
    expect(other.manifest.id).toBe(one.manifest.id)
    expect(one.manifest.toile).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      parameters: { graph: 'links', statuses: ['IN'], minWeight: 2, weight: 'evidence', wave: null },
      analysis: null,
    })
  })

  it('leaves no table of an earlier export in the folder that the new manifest does not know, and nothing else is touched', async () => {
    const { folder } = await written('csv', sampleModel())
    writeFileSync(join(folder, 'mine.R'), 'mine')
    await exportTo('csv', folder, { ...sampleModel(), relation: 'coupling', edges: [] })
    expect(readdirSync(folder).toSorted()).toEqual(
      ['codebook.csv', 'datapackage.json', 'edges.csv', 'mine.R', 'nodes.csv', 'read.R', 'read.py'].toSorted(),
    )
  })
})

describe('what reads the tables', () => {
  const styles = [{}, { separator: ';', decimal: ',', byteOrderMark: true }, { separator: '\t' }] as const
  const expected = {
    label: ['NA', '=cmd "x"\n🗳️ é'],
    country: ['NA', 'FR'],
    kind: [null, 'agency'],
    staff: [12, null],
    Portée: [null, 'null'],
    out_degree: [null, 1],
    weight: [0.5],
    day: ['2026-11-01'],
    seconds: [Date.UTC(2026, 10, 1, 23, 59, 59) / 1000],
    rendered: [false],
    measures: 2,
  }

  it.skipIf(!hasR())(
    'R keeps Namibia, gets numbers, days and moments, and the texts without their apostrophe',
    async () => {
      for (const style of styles) {
        const { folder } = await written('csv', odd(), style)
        const script = `
setwd(commandArgs(TRUE)[1]); source("read.R")
json <- function(x) { if (is.logical(x)) x <- tolower(as.character(x))
  else if (is.character(x)) x <- ifelse(is.na(x), NA, encodeString(enc2utf8(x), quote = '"'))
  paste0("[", paste(ifelse(is.na(x), "null", x), collapse = ","), "]") }
cat(sprintf('{"label":%s,"country":%s,"kind":%s,"staff":%s,"Portée":%s,"out_degree":%s,"weight":%s,"day":%s,"seconds":%s,"rendered":%s,"measures":%d}',
  json(nodes$label), json(nodes$country), json(nodes$kind), json(nodes$staff), json(nodes[["Portée"]]), json(nodes$out_degree),
  json(edges$weight), json(format(edges$first_seen_day)), json(as.numeric(edges$first_seen)), json(pages$rendered), nrow(measures)))`
        expect(printed('Rscript', script, folder), JSON.stringify(style)).toEqual(expected)
      }
    },
  )

  const empty = () => buildExportModel({ ...sampleSource, graph: { nodes: [], edges: [] }, measures: [] })
  it.skipIf(!hasR())('R reads tables without a row', async () => {
    const { folder } = await written('csv', empty())
    const script = `setwd(commandArgs(TRUE)[1]); source("read.R"); cat(nrow(nodes) + nrow(edges) + nrow(links) + nrow(pages))`
    expect(printed('Rscript', script, folder)).toBe(0)
  })

  const pandas = pythonWith('pandas')
  it.skipIf(pandas === null)('pandas reads tables without a row', async () => {
    const { folder } = await written('csv', empty())
    const script = `
import sys
sys.path.insert(0, sys.argv[1])
from read import tables
print(sum(len(table) for table in tables.values()))`
    expect(printed(pandas!, script, folder)).toBe(0)
  })

  it.skipIf(pandas === null)('pandas does so, too', async () => {
    for (const style of styles) {
      const { folder } = await written('csv', odd(), style)
      const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
from read import tables
def told(column): return [None if str(value) in ["<NA>", "nan"] else value for value in column.astype(object)]
n, e = tables["nodes"], tables["edges"]
print(json.dumps({**{name: told(n[name]) for name in ["label", "country", "kind", "staff", "Portée", "out_degree"]},
  "weight": told(e["weight"]), "day": [str(d.date()) for d in e["first_seen_day"]], "seconds": [d.timestamp() for d in e["first_seen"]],
  "rendered": [bool(r) for r in tables["pages"]["rendered"]], "measures": len(tables["measures"])}))`
      expect(printed(pandas!, script, folder), JSON.stringify(style)).toEqual(expected)
    }
  })
})
