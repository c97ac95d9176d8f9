import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { graphExportCommand } from '#graph/export-command.ts'
import { quietSurroundings } from '#tests/quiet-surroundings.ts'
import { someTime } from '#tests/data/store/invented-corpus.ts'
import { saidCorpus } from '../../words/said-corpus.ts'

/** Sentences in which a careless writer would let a text end, a variable begin, or a cell break. */
const hostile = [
  '**** *source_x *y_2',
  '-*thème',
  'un _mot_ et a_b',
  'deux\nlignes\u2028et "x";y,\tz',
  '=1+1',
  '0001 *a_b',
  '🗳️ œuvre',
]
const folder = mkdtempSync(join(tmpdir(), 'toile-texts-'))
let file = ''

beforeAll(() => {
  file = join(folder, 'said.sqlite')
  const corpus = openCorpus(file, 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
  const said = [
    ...hostile.map(text => ({ from: 'fr-one', to: 'us-one', text, published: '2012-05-06' })),
    { from: 'fr-one', to: 'us-one', text: hostile[0]!, page: 'again' },
    { from: 'us-two', to: 'fr-two', text: 'They vote.', language: 'en' },
    { from: 'us-two', to: 'fr-two', text: 'A comment by Jane.', language: 'en', more: { zone: 'comment' } },
  ] as const
  saidCorpus(said, corpus).close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]): Promise<string> {
  let out = ''
  await graphExportCommand(quietSurroundings(folder, { out: text => void (out += text) }), [])
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseAsync(['--corpus', file, ...args], { from: 'user' })
  return out
}

/**
 * Reads a corpus as IRaMuTeQ's documentation describes one: a text begins with a line of four stars and its starred variables, set apart by
 * spaces, name and value parted by the first underscore; then its lines, among which one of a theme begins with -*.
 */
function readIramuteq(text: string) {
  const texts: { variables: Record<string, string>; lines: string[] }[] = []
  for (const line of text.split('\n'))
    if (line.startsWith('****')) {
      const stars = line.slice(4).trim().split(' ')
      for (const star of stars) expect(star).toMatch(/^\*[A-Za-z0-9]+_[A-Za-z0-9]+$/)
      const variables = stars.map(star => [star.slice(1, star.indexOf('_')), star.slice(star.indexOf('_') + 1)])
      texts.push({ variables: Object.fromEntries(variables) as Record<string, string>, lines: [] })
    } else if (line !== '') {
      expect(line).not.toMatch(/^-\*|[*_]/)
      texts.at(-1)!.lines.push(line)
    }
  return texts
}

describe('export of what citations say', () => {
  it('is a corpus of IRaMuTeQ: a text for each sentence, with its variables, nothing of a text taken for one', async () => {
    expect(await run('--format', 'iramuteq', '--out', 'said.txt')).toBe(
      `${join(folder, 'said.txt')}: 9 sentences of 2 entities\n`,
    )
    const texts = readIramuteq(readFileSync(join(folder, 'said.txt'), 'utf8'))
    expect(texts).toHaveLength(9)
    expect(texts.every(({ lines }) => lines.length === 1)).toBe(true)
    expect(texts.filter(({ variables }) => variables['year'] === '2012')).toHaveLength(7)
    expect(texts[0]!.variables).toEqual({
      source: 'froneexample', target: 'usoneexample', sourcecountry: 'FR', targetcountry: 'US',
      zone: 'content', year: '2012', wave: 'first', language: 'fr',
    }) // prettier-ignore
    expect(texts.map(({ lines }) => lines[0])).toContain('🗳️ œuvre')
  })

  it('is a folder for TXM: a file for each row of metadata.csv, named by its first column', async () => {
    await run('--format', 'txm', '--out', 'txm')
    const rows = parse(readFileSync(join(folder, 'txm', 'metadata.csv'), 'utf8'), { columns: true }) as Record<string, string>[] // prettier-ignore
    expect(Object.keys(rows[0]!)[0]).toBe('id')
    for (const name of Object.keys(rows[0]!)) expect(name).toMatch(/^[a-z_]+$/)
    const files = readdirSync(join(folder, 'txm')).filter(name => name.endsWith('.txt'))
    expect(files.toSorted()).toEqual(rows.map(({ id }) => `${id}.txt`).toSorted())
    const french = rows.find(({ source }) => source === 'fr-one.example')!
    expect(french).toMatchObject({ target: 'us-one.example', source_country: 'FR', year: '2012', zone: 'content' })
    const lines = readFileSync(join(folder, 'txm', `${french['id']}.txt`), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.toSorted()).toEqual(hostile.map(text => text.replace(/[\n\t\u2028]/g, ' ')).toSorted())
    // Written over itself with less, nothing of before stays.
    await run('--format', 'txm', '--out', 'txm', '--no-comments')
    expect(readdirSync(join(folder, 'txm')).filter(name => name.endsWith('.txt'))).toHaveLength(2)
  })

  it('is a zip for CorTexT with one table, a row for each sentence', async () => {
    await run('--format', 'cortext', '--out', 'said.zip')
    const files = unzipSync(readFileSync(join(folder, 'said.zip')))
    expect(Object.keys(files)).toEqual(['citations.csv'])
    const rows = parse(Buffer.from(files['citations.csv']!), { columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(9)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(9)
    expect(rows.find(({ text }) => text === 'They vote.')).toMatchObject({ source: 'us-two.example', target_country: 'FR', language: 'en', wave: 'first', year: '' }) // prettier-ignore
    expect(rows.find(({ text }) => text!.startsWith('****'))).toMatchObject({ pages: '2' })
  })

  it('is a table of tabs for GarganText, under the names that it wants', async () => {
    await run('--format', 'gargantext', '--out', 'said.tsv', '--zones', 'content')
    const [head, ...rows] = parse(readFileSync(join(folder, 'said.tsv'), 'utf8'), { delimiter: '\t' }) as string[][]
    expect(head).toEqual(['Publication Day', 'Publication Month', 'Publication Year', 'Authors', 'Title', 'Abstract', 'Source']) // prettier-ignore
    expect(rows).toHaveLength(8)
    // No apostrophe of a guard: no spreadsheet reads it.
    expect(rows.map(row => row[5])).toContain(hostile.find(text => text.startsWith('='))!.trim())
    for (const [day, month, year] of rows) expect(`${year}-${month}-${day}`).toMatch(/^\d{4}-\d{1,2}-\d{1,2}$/)
  })

  it.each([
    [['--codes', 'credit'], /--codes goes with the formats of a graph, not txm/],
    [['--graph', 'coupling'], /--graph coupling goes with the formats of a graph, not txm/],
    [['--min-weight', '2'], /--min-weight goes with the formats of a graph, not txm/],
    [['--dynamic'], /--dynamic goes with --format gexf or gexf1.2, not txm/],
    [['--csv-bom'], /--csv-bom goes with --format csv, not txm/],
  ])('takes no %j', async (args, reason) => {
    await expect(run('--format', 'txm', ...args)).rejects.toThrow(reason)
  })
})
