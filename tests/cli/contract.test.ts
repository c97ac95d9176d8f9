import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../data/store/invented-corpus.ts'
import { runToile, startToile } from './run-toile.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'

/** Options that users and other programs rely on. */
const promised: Readonly<Record<string, readonly string[]>> = {
  crawl:
    '--corpus --depth --max-pages --delay --concurrency --again --proxy --contact --user-agent --timeout --max-bytes --allow-private --json'.split(
      ' ',
    ),
  status: ['--corpus', '--json'],
  analyse: '--corpus --seed --statuses --zones --weight --runs --resolution --wave --written'.split(' '),
  export: '--corpus --format --out --statuses --zones --min-weight --wave'.split(' '),
  view: ['--corpus', '--port', '--no-open'],
  demo: ['--port', '--no-open'],
  discovered: ['--corpus', '--min-citers', '--limit', '--csv', '--json'],
  changes: '--corpus --from --to --csv --json --series --steps --survival --communities --arrivals'.split(' '),
  classify: ['--corpus', '--marks', '--built-in-marks', '--json'],
  entity: [
    'list',
    'import',
    'show',
    'set',
    'merge',
    'split',
    'add-prefix',
    'date-prefix',
    'remove-prefix',
    'tag',
    'note',
    'log',
    'undo',
    'forget',
    'suggest',
    'dismiss',
    'regroup',
  ],
}

describe('toile --help', () => {
  it('lists every command', async () => {
    const { code, out } = await runToile(['--help'])
    expect(code).toBe(0)
    for (const command of Object.keys(promised)) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  it.each(Object.entries(promised))('%s: lists its options', async (command, options) => {
    const { code, out } = await runToile([command, '--help'])
    expect(code).toBe(0)
    for (const option of options) expect(out, option).toMatch(new RegExp(`^  ${option}\\b`, 'm'))
  })
})

describe('a mistake in the call', () => {
  it.each([
    [['craw'], /unknown command 'craw'/],
    [['crawl'], /missing required argument/],
    [['crawl', 'seeds/demo.csv'], /no --contact/],
    [['crawl', 'seeds/demo.csv', '--contact', 'somebody'], /somebody/],
    [['crawl', 'seeds/demo.csv', '--contact', 'a@b.example', '--depth', '-1'], /--depth/],
    [['crawl', 'seeds/demo.csv', '--contact', 'a@b.example', '--frob'], /--frob/],
    [['crawl', 'no-such-list.csv', '--contact', 'a@b.example'], /no-such-list.csv/],
    [
      ['crawl', 'seeds/demo.csv', '--contact', 'a@b.example', '--from-archive', 'no-such-folder'],
      /no-such-folder: nothing was found there, expected a folder of WARC files/,
    ],
    [['analyse', '--statuses', 'IN,MAYBE'], /'MAYBE' is not one of IN, OUT, UNDECIDED, DISCOVERED/],
    [['analyse', '--written', 'soon'], /^--written soon: expected a year, a month or a day, [^\n]*\n$/],
    [['export', '--written', '2013..2012'], /^--written 2013\.\.2012: 2012-12-31 is before 2013-01-01; [^\n]*\n$/],
    [['export', '--format', 'xls'], /gexf/],
    [['export', '--zones', 'margin'], /'margin' is not one of/],
  ])('%j: exit 2, one sentence', async (args, sentence) => {
    const { code, out, err } = await runToile(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(sentence)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('names every bad row of a seed list at once, and writes nothing', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds.csv')
    writeFileSync(seeds, 'url,country\nhttp://a.example/,FR\nhtp://b.example/,FR\nhttp://c.example/,France\n')
    const { code, err } = await runToile([
      'crawl',
      seeds,
      '--corpus',
      join(folder, 'c.sqlite'),
      '--contact',
      'a@b.example',
    ])
    expect(code).toBe(2)
    expect(err).toMatch(/seeds\.csv:3: .*htp:\/\/b\.example/)
    expect(err).toMatch(/seeds\.csv:4: .*France/)
    expect(readdirSync(folder)).toEqual(['seeds.csv'])
  })
})

describe('a fault of the machine', () => {
  it('a file that is no corpus: exit 1, one sentence, the file untouched', async () => {
    const file = join(temporaryFolder(), 'notes.sqlite')
    writeFileSync(file, 'not a database '.repeat(500))
    const before = readFileSync(file)
    for (const args of [['status'], ['analyse'], ['export'], ['view', '--no-open']]) {
      const { code, err } = await runToile([...args, '--corpus', file])
      expect([args, code]).toEqual([args, 1])
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('the chain on the demonstration web', () => {
  it('crawls, says so, exports before and after analyse, and gives the same bytes twice', async () => {
    const folder = temporaryFolder()
    const web = await serveDemoWeb()
    const at = (name: string): string => join(folder, name)
    try {
      const common = ['--contact', 'a@b.example', '--proxy', web.proxy, '--depth', '2', '--delay', '0']
      for (const name of ['one', 'two']) {
        const crawl = await runToile(['crawl', 'seeds/demo.csv', '--corpus', at(`${name}.sqlite`), ...common, '--json'])
        expect(crawl.code, crawl.err).toBe(0)
      }
      const again = await runToile(['crawl', 'seeds/demo.csv', '--corpus', at('one.sqlite'), ...common])
      expect(again.code).toBe(0)
      expect(again.err).toMatch(/finished/)
    } finally {
      await web.close()
    }
    const status = await runToile(['status', '--corpus', at('one.sqlite'), '--json'])
    expect(JSON.parse(status.out)).toMatchObject({ pages: { pending: 0 } })

    expect(
      (await runToile(['export', '--corpus', at('one.sqlite'), '--format', 'csv', '--out', at('before')])).code,
    ).toBe(0)
    expect(readFileSync(at('before/measures.csv'), 'utf8')).toBe(
      'measure,group,value,null,null_mean,null_sd,z,p,runs,seed\n',
    )

    for (const name of ['one', 'two']) {
      expect((await runToile(['analyse', '--corpus', at(`${name}.sqlite`), '--runs', '5'])).code).toBe(0)
      const exported = await runToile([
        'export',
        '--corpus',
        at(`${name}.sqlite`),
        '--format',
        'csv',
        '--out',
        at(name),
      ])
      expect(exported.code, exported.err).toBe(0)
    }
    const undated = (file: string): string =>
      readFileSync(at(file), 'utf8').replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'DATE')
    for (const table of ['nodes', 'edges', 'links', 'pages', 'measures', 'codebook'])
      expect(undated(`two/${table}.csv`), table).toBe(undated(`one/${table}.csv`))

    for (const format of ['gexf', 'gexf1.2', 'graphml', 'json']) {
      for (const copy of ['a', 'b'])
        await runToile(['export', '--corpus', at('one.sqlite'), '--format', format, '--out', at(`${copy}.${format}`)])
      expect(readFileSync(at(`b.${format}`)).equals(readFileSync(at(`a.${format}`))), format).toBe(true)
    }
  }, 240_000)
})

describe('toile view', () => {
  it('says its address on the first line of standard output, serves, and ends with 130 when stopped', async () => {
    const folder = temporaryFolder()
    const web = await serveDemoWeb()
    const file = join(folder, 'c.sqlite')
    try {
      await runToile([
        'crawl',
        'seeds/demo.csv',
        '--corpus',
        file,
        '--proxy',
        web.proxy,
        '--contact',
        'a@b.example',
        '--delay',
        '0',
      ])
    } finally {
      await web.close()
    }
    const view = startToile(['view', '--corpus', file, '--no-open'])
    const [address] = await view.says(/^http:\/\/127\.0\.0\.1:\d+\/$/m)
    const response = await fetch(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    view.process.kill('SIGTERM')
    const { code, out } = await view.ended
    expect(code).toBe(130)
    expect(out.split('\n')[0]).toBe(address)
  })

  it('on a corpus that is not there: one sentence, and none is made', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data'))
    const { code, err } = await runToile(['view', '--no-open', '--corpus', join(folder, 'none.sqlite')])
    expect(code).toBe(2)
    expect(err).toMatch(/there is no corpus here/)
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false)
  })
})
