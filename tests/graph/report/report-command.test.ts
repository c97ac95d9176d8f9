import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { reportCommand } from '#graph/report/report-command.ts'
import { importTo } from '../exchange/import/through-corpus.ts'
import { readPage, seed, someTime, temporaryFolder } from '../../data/store/invented-corpus.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'

const hostile = '<script>alert(1)</script> | [x](javascript:alert(2)) `code` "quote" 🗳️ é\u001b[31m'

/** A crawled corpus that was never analysed, with what strangers may write. */
function crawledCorpus(file: string): void {
  const corpus = openCorpus(file, 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: { depth: 1 }, version: 'test' }, someTime)
  storeSeeds(
    corpus,
    [
      seed('http://one.example/', { name: hostile, country: 'FR' }),
      seed('http://two.example/', { name: 'Two', country: 'US' }),
    ],
    someTime,
  )
  const link = { to: 'http://two.example/', anchor: hostile, context: `See ${hostile} there`, zone: 'content' } as const
  readPage(corpus, 'http://one.example/', [link])
  readPage(corpus, 'http://two.example/', [])
  corpus.close()
}

async function run(cwd: string, args: readonly string[], env: Record<string, string> = {}) {
  const printed = { out: '', err: '' }
  const surroundings = quietSurroundings(cwd, {
    env,
    now: () => someTime,
    out: text => void (printed.out += text),
    err: text => void (printed.err += text),
  })
  await reportCommand(surroundings)
    .exitOverride()
    .parseAsync(['--corpus', 'c.sqlite', ...args], { from: 'user' })
  return printed
}

describe('toile report', () => {
  it.each([
    [['--between', 'FR,ZZ'], /--between: 'ZZ' found, a country of the sites expected \(FR, US\)/],
    [['--out', 'x.html'], /--out x\.html: a page was named, expected a folder/],
    [['--coders', 'nobody'], /--coders: 'nobody' found, a coder of this corpus expected \(there is none\)/],
  ])('refuses %j, which the corpus does not have, and writes nothing', async (args, reason) => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    await expect(run(cwd, args)).rejects.toThrow(reason)
    expect(readdirSync(cwd).filter(name => name.includes('report'))).toEqual([])
  })

  it('writes page, Markdown, findings and figures, says where, and the same again over itself', async () => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    const { out } = await run(cwd, ['--language', 'fr'])
    expect(out).toBe(`${join(cwd, 'c-report-fr', 'report.html')}\n`)
    const folder = join(cwd, 'c-report-fr')
    const texts = () => readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['findings.json', 'report.html', 'report.md']))
    const first = texts()
    await run(cwd, ['--language', 'fr'])
    expect(texts()).toEqual(first)
  })

  it('says, before there is an analysis, that there is none, and tells what was seen', async () => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    const { err } = await run(cwd, ['--out', 'r', '--language', 'en'])
    expect(err).toMatch(/not been analysed/)
    const markdown = readFileSync(join(cwd, 'r', 'report.md'), 'utf8')
    expect(markdown).toContain('**2 sites, 1 edge.**')
    expect(markdown).toContain('France → United States 1 edge, United States → France 0 edges')
    expect(markdown).not.toMatch(/more than chance|less than chance/)
  })

  it("shows strangers' text as text, in the page, in Markdown and in drawings", async () => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    await run(cwd, ['--out', 'r'])
    const read = (name: string): string => readFileSync(join(cwd, 'r', name), 'utf8')
    expect(read('report.html')).toContain('&lt;script&gt;alert(1)')
    expect(read('report.html')).not.toMatch(/<script|href="javascript/i)
    expect(read('report.md')).toContain('\\<script\\>alert(1)\\</script\\> \\| \\[x\\](javascript:alert(2)) \\`code\\`')
    for (const name of readdirSync(join(cwd, 'r'))) expect(read(name), name).not.toContain('\u001b')
  })

  it('tells of an imported network what can be told, in words that are true of it', async () => {
    const cwd = temporaryFolder()
    const csv = 'Source,Target,Weight\na,b,2\nb,a,1\nc,a,1\n'
    mkdirSync(join(cwd, 'net'))
    writeFileSync(join(cwd, 'net', 'nodes.csv'), 'Id,Label\na,A\nb,B\nc,C\n')
    writeFileSync(join(cwd, 'net', 'edges.csv'), csv)
    await importTo(join(cwd, 'c.sqlite'), join(cwd, 'net'))
    await run(cwd, ['--out', 'r', '--language', 'en'])
    const markdown = readFileSync(join(cwd, 'r', 'report.md'), 'utf8')
    expect(markdown).toContain('This network was imported.')
    expect(markdown).toContain('**3 sites (nodes of the file), 3 edges.**')
    expect(markdown).not.toContain('## What was not observed')
  })

  it.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
  ])('speaks the language of the environment: %j, %s', async (env, language) => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    await run(cwd, ['--out', 'r'], env)
    expect(readFileSync(join(cwd, 'r', 'report.html'), 'utf8')).toContain(`<html lang="${language}">`)
  })

  it('leaves a folder of other files as it is', async () => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    mkdirSync(join(cwd, 'r'))
    writeFileSync(join(cwd, 'r', 'report.md'), 'mine')
    await expect(run(cwd, ['--out', 'r'])).rejects.toThrow(/holds other files/)
    expect(readFileSync(join(cwd, 'r', 'report.md'), 'utf8')).toBe('mine')
    expect(existsSync(join(cwd, 'r', 'findings.json'))).toBe(false)
  })

  it.each([
    [['--between', 'FR'], /two different country codes/],
    [['--between', 'FR,FR'], /two different country codes/],
    [['--language', 'de'], /Allowed choices are fr, en/],
  ])('refuses %j', async (args, sentence) => {
    const cwd = temporaryFolder()
    crawledCorpus(join(cwd, 'c.sqlite'))
    await expect(run(cwd, args)).rejects.toThrow(sentence)
  })
})
