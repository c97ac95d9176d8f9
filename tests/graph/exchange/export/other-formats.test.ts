import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mistake } from '#data/mistake.ts'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import { checkOptions } from '#graph/exchange/model/check-options.ts'
import { stataNames } from '#graph/exchange/write/stata-names.ts'
import { writeEdgeList } from '#graph/exchange/write/write-edge-list.ts'
import { writePajek } from '#graph/exchange/write/write-pajek.ts'
import { writeStata } from '#graph/exchange/write/write-stata.ts'
import { pythonWith } from './readers.ts'
import { sampleModel, sampleSource, siteNode, textOf } from './sample-model.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'

describe('stataNames(names)', () => {
  it.each([
    ['Portée', 'Portee'],
    ['digital nativeness', 'digital_nativeness'],
    ['2012', '_2012'],
    ['if', 'if_'],
    ['str12', 'str12_'],
    ['élue·s', 'elue_s'],
    ['', '_'],
  ])('turns %j into %j', (name, expected) => {
    expect(stataNames([name])).toEqual([expected])
  })

  it('gives any names 1 to 32 plain characters, all distinct whatever their case', () => {
    assert(
      property(array(string({ unit: 'binary', maxLength: 50 }), { maxLength: 40 }), names => {
        const made = stataNames(names)
        expect(made.filter(name => !/^[A-Za-z_][A-Za-z0-9_]{0,31}$/.test(name))).toEqual([])
        expect(new Set(made.map(name => name.toLowerCase())).size).toBe(names.length)
      }),
    )
  })
})

describe('writeStata(model)', () => {
  const hostile = siteNode('hostile.example', { tags: [["x' $S_DATE `=1+1' \"\n/* // rm", 'v']] })
  const model = buildExportModel({
    ...sampleSource,
    graph: { nodes: [...sampleSource.graph.nodes, hostile], edges: [] },
  })
  const files = Object.fromEntries(writeStata(model).map(([name, text]) => [name, textOf(text)]))

  it('writes every table, and a do-file that labels and saves each column of it under the name in its header', () => {
    for (const name of ['nodes', 'edges', 'links', 'pages', 'measures', 'codebook']) {
      const columns = files[`${name}.csv`]!.split('\n')[0]!.split(',')
      const section = files['read.do']!.split(`using "${name}.csv"`)[1]!.split('import delimited')[0]!
      expect([...section.matchAll(/^label variable (\w+) "/gm)].map(match => match[1])).toEqual(columns)
      expect(section).toContain(`save "${name}.dta", replace`)
    }
  })

  it('reads identifiers as text and measures as numbers', () => {
    const [header] = parse(files['nodes.csv']!, { to: 1 }) as string[][]
    const options = /using "nodes\.csv"[^{]*?stringcols\(([\d ]+)\) numericcols\(([\d ]+)\)/.exec(files['read.do']!)!
    const named = (list: string) => list.split(' ').map(position => header![Number(position) - 1])
    expect(named(options[1]!)).toEqual(expect.arrayContaining(['id', 'label', 'country', 'party']))
    expect(named(options[2]!)).toEqual([
      'pages_fetched',
      'in_degree',
      'out_degree',
      'community',
      'self_links',
      'pagerank',
      'core',
      'x',
      'y',
    ])
  })

  it("hands nothing of a stranger's text to Stata to run", () => {
    const own = /`name'/g
    const text = files['read.do']!.replace(own, '')
    expect(text.includes('`')).toBe(false)
    expect(text.includes('$')).toBe(false)
    expect(text.includes('/*')).toBe(false)
    expect(text).toContain('Values of the tag x S_DATE =1+1 / * / / rm , given')
  })

  it('explains the columns in its codebook under the names that Stata sees', () => {
    const rows: Record<string, string>[] = parse(files['codebook.csv']!, { columns: true })
    const nodes = rows.filter(row => row['table'] === 'nodes').map(row => row['column'])
    expect(nodes.join(',')).toBe(files['nodes.csv']!.split('\n')[0])
  })
})

describe('writePajek(model)', () => {
  it('numbers vertices from 1 and writes weighted arcs', () => {
    const lines = textOf(writePajek(sampleModel())).split('\n')
    expect(lines[0]).toBe('*Vertices 4')
    expect(lines[1]).toMatch(/^1 "accents\.example" 0\.\d+ 0\.\d+ 0\.5$/)
    expect(lines.slice(5)).toEqual(['*Arcs', `1 2 ${0.1 + 0.2}`, '1 4 2', '2 1 1', '3 4 12', ''])
  })

  it('keeps positions inside the unit square', () => {
    const places = textOf(writePajek(sampleModel())).matchAll(/" (\S+) (\S+) 0\.5$/gm)
    const numbers = [...places].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect(numbers).toHaveLength(8)
    expect(numbers.every(number => number >= 0.05 && number <= 0.95)).toBe(true)
  })

  const networkx = pythonWith('networkx')
  it.skipIf(networkx === null)('is read by networkx', () => {
    const file = join(temporaryFolder(), 'graph.net')
    writeFileSync(file, textOf(writePajek(sampleModel())))
    const script = `
import json, sys, networkx
graph = networkx.read_pajek(sys.argv[1])
print(json.dumps([list(graph.nodes), [[u, v, d["weight"]] for u, v, d in graph.edges(data=True)]]))`
    const [nodes, edges] = JSON.parse(execFileSync(networkx!, ['-c', script, file], { encoding: 'utf8' }))
    expect(nodes).toEqual(sampleModel().nodes.map(node => node.id))
    expect(edges).toEqual(sampleModel().edges.map(edge => [edge.source, edge.target, edge.weight]))
  })
})

describe('writeEdgeList(model)', () => {
  it('writes source, target and weight under a header, separated by tabs', () => {
    expect(textOf(writeEdgeList(sampleModel()))).toBe(
      'source\ttarget\tweight\n' +
        `accents.example\tcontrol.example\t${0.1 + 0.2}\n` +
        'accents.example\tswiss.example\t2\n' +
        'control.example\taccents.example\t1\n' +
        'formula.example\tswiss.example\t12\n',
    )
  })
})

describe('checkOptions(format, options)', () => {
  it('refuses an option that the format does not take, and says which format does', () => {
    expect(() => checkOptions('gexf', { separator: ';' })).toThrow('--csv-separator goes with --format csv, not gexf')
    expect(() => checkOptions('csv', { dynamic: true })).toThrow(
      '--dynamic goes with --format gexf or gexf1.2, not csv',
    )
    expect(() => checkOptions('csv', { separator: '"' })).toThrow(Mistake)
    expect(() => checkOptions('csv', { separator: ';', decimal: ',' })).not.toThrow()
    expect(() => checkOptions('gexf', { dynamic: false })).not.toThrow()
  })
})
