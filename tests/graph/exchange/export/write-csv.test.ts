import { parse } from 'csv-parse/sync'
import { array, assert, constantFrom, double, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '#data/table/clean-text.ts'
import { csvCell, guardText, unguardText } from '#data/table/csv-cell.ts'
import { readListCell, writeListCell } from '#data/table/list-cell.ts'
import { writeCsv } from '#graph/exchange/write/write-csv.ts'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import type { WriteOptions } from '#graph/exchange/model/export-model.ts'
import { linkRow, sampleModel, sampleSource, textOf } from './sample-model.ts'

const tables = (options: WriteOptions = {}) =>
  Object.fromEntries(
    writeCsv(sampleModel(), options)
      .map(([name, text]) => [name, textOf(text)] as const)
      .filter(([name]) => name.endsWith('.csv')),
  )

function rowsOf(text: string, delimiter = ','): Record<string, string>[] {
  return parse(text, { columns: true, delimiter })
}

const namesOfContract = [
  ...['nodes', 'edges', 'density', 'reciprocity', 'components', 'assortativity', 'ei_index', 'mixing', 'modularity'],
  ...['communities', 'community_nmi', 'max_core', 'role_coordinator', 'role_gatekeeper', 'role_representative'],
  ...['role_itinerant', 'role_liaison', 'triad_030T'],
]

describe('writeCsv(model, options)', () => {
  it('writes the five tables and their codebook with the columns of the contract', () => {
    const headers = Object.fromEntries(Object.entries(tables()).map(([name, text]) => [name, text.split('\n')[0]]))
    expect(headers).toEqual({
      'nodes.csv':
        'id,label,homepage,country,kind,status,pages_fetched,in_degree,out_degree,community,community_name,self_links,prefixes,start_pages,dated_names,dated_prefixes,pagerank,core,Note,tag_country,note,party,x,y',
      'edges.csv':
        'source,target,weight,links,pages,first_seen,first_seen_day,last_seen,last_seen_day,links_content,links_nav,links_header,links_footer,links_sidebar,links_blogroll,links_comment,links_other',
      'links.csv':
        'source,target,source_url,target_url,href,anchor,context,zone,rel,element,first_seen,first_seen_day,last_seen,last_seen_day,memento',
      'pages.csv':
        'entity,url,final_url,state,http_status,failure,depth,content_type,charset,language,title,published,published_from,bytes,rendered,captured_at,captured_at_day,memento,drift_days,asked_at,asked_at_day,fetched_at,fetched_at_day',
      'measures.csv': 'measure,group,value,null,null_mean,null_sd,z,p,runs,seed',
      'codebook.csv': 'table,column,type,unit,description',
    })
  })

  it('explains every column that it writes, each once, in the codebook', () => {
    const written = Object.entries(tables()).flatMap(([name, text]) =>
      text
        .split('\n')[0]!
        .split(',')
        .map(column => `${name.replace('.csv', '')}.${column}`),
    )
    const codebook = rowsOf(tables()['codebook.csv']!)
    expect(codebook.map(row => `${row['table']}.${row['column']}`)).toEqual(written)
    expect(codebook.filter(row => row['description'] === '' || row['type'] === '')).toEqual([])
  })

  it('explains every measure of measures.csv in the codebook, and says which are weighted', () => {
    const { description } = rowsOf(tables()['codebook.csv']!).find(
      row => row['table'] === 'measures' && row['column'] === 'measure',
    )!
    const meaning = (name: string): string => description!.split(' | ').find(text => text.startsWith(`${name}: `)) ?? ''
    for (const name of namesOfContract) expect(meaning(name), name).toMatch(/: \w.*\.$/)
    const weighted = namesOfContract.filter(name => meaning(name).endsWith(' Weighted.'))
    expect(weighted).toEqual(['communities', 'community_nmi'])
  })

  it('puts an apostrophe before text that a spreadsheet would run, and never before a number', () => {
    const links = rowsOf(tables()['links.csv']!)
    expect(links.map(row => row['anchor'])).toEqual(["'@handle", "'-5 %", '', "''=already"])
    expect(links[2]!['href']).toBe("'\thttps://accents.example")
    expect(rowsOf(tables()['nodes.csv']!)[2]!['label']).toBe('\'=HYPERLINK("https://formula.example","Click")')
    expect(rowsOf(tables()['measures.csv']!)[1]).toMatchObject({ value: '-0.5', z: '-5.1' })
  })

  it('leaves a cell empty where a measure, a position or a date is not known', () => {
    const [, control, formula, swiss] = rowsOf(tables()['nodes.csv']!)
    expect(control).toMatchObject({ pagerank: '1e-7', kind: '', x: '4' })
    expect(formula).toMatchObject({ pagerank: '', community: '2', x: '0', y: '0' })
    expect(swiss).toMatchObject({ pagerank: '', community: '', core: '', x: '', y: '' })
  })

  it('writes several values of one tag into one cell, from which they can be read again', () => {
    const [accents] = rowsOf(tables()['nodes.csv']!)
    expect(accents!['party']).toBe(String.raw`all\|of them|none`)
    expect(accents!['tag_country']).toBe('BE')
  })

  it('counts degrees on the exported edges', () => {
    const nodes = rowsOf(tables()['nodes.csv']!)
    expect(nodes.map(row => [row['in_degree'], row['out_degree']])).toEqual([
      ['1', '2'],
      ['1', '1'],
      ['0', '1'],
      ['2', '0'],
    ])
  })

  it('ends every line with LF alone and takes other separators, decimal commas and a byte order mark', () => {
    const text = tables({ separator: ';', decimal: ',', byteOrderMark: true })['edges.csv']!
    expect(text.startsWith('\ufeffsource;target;weight')).toBe(true)
    expect(text).toContain('accents.example;control.example;0,30000000000000004;2;')
    expect(tables({ decimal: ',' })['edges.csv']).toContain('control.example,"0,30000000000000004",2,')
    expect(textOf(Object.values(tables()))).not.toContain('\r\n')
  })

  it('replaces control characters and half characters, which R, Stata and terminals stumble over', () => {
    expect(rowsOf(tables()['nodes.csv']!)[1]!['label']).toBe('bell \ufffd, NUL \ufffd, half \ufffd, tab\tand\nline')
  })

  it('reads links one at a time, so that millions of them fit', () => {
    let made = 0
    const links = (function* () {
      for (; made < 1_000_000; made += 1) yield linkRow('accents.example', 'control.example')
    })()
    const [, text] = writeCsv(buildExportModel({ ...sampleSource, links }))[2]!
    const pieces = text[Symbol.iterator]()
    for (let line = 0; line < 10; line += 1) pieces.next()
    expect(made).toBeLessThan(11)
  })
})

describe('buildExportModel(source, selection)', () => {
  it('keeps edges, evidence and pages of the selected nodes only', () => {
    const model = buildExportModel(sampleSource, { minWeight: 2, zones: ['content'] })
    expect(model.edges.map(edge => edge.target)).toEqual(['swiss.example', 'swiss.example'])
    expect([...model.links].map(link => link.source)).toEqual(['formula.example'])
    expect(model.nodes.map(node => node.inDegree)).toEqual([0, 0, 0, 2])
    expect(buildExportModel(sampleSource, { statuses: ['OUT'] }).nodes).toEqual([])
  })
})

describe('csvCell(value, style)', () => {
  it('writes any text so that a reader of RFC 4180 gets it back, its guard taken off', () => {
    const text = string({ unit: 'binary' }).map(cleanText)
    assert(
      property(array(text, { minLength: 1, maxLength: 5 }), constantFrom(',', ';', '\t'), (cells, separator) => {
        const line = ['x', ...cells].map(cell => csvCell(cell, { separator, decimal: '.' })).join(separator) + '\n'
        const [row] = parse(line, { delimiter: separator, record_delimiter: '\n' }) as string[][]
        expect(row!.map(unguardText)).toEqual(['x', ...cells])
      }),
    )
  })

  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', "'=1", "''-x", "'a", "it's", '', 'a=b'])(
    'guards %j without loss',
    text => {
      expect(unguardText(guardText(text))).toBe(text)
      expect(/^[=+\-@\t\r]/.test(guardText(text))).toBe(false)
    },
  )

  it('writes numbers that read back as the same number', () => {
    assert(
      property(double({ noNaN: true, noDefaultInfinity: true }), number => {
        expect(Number(csvCell(number, { separator: ',', decimal: '.' }))).toBe(number === 0 ? 0 : number)
      }),
    )
  })
})

describe('writeListCell(values)', () => {
  it('is undone by readListCell', () => {
    assert(
      property(array(string({ minLength: 1 })), values => {
        expect(readListCell(writeListCell(values))).toEqual(values)
      }),
    )
  })
})
