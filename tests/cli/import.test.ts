import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { corporaFolder } from '#data/store/base/corpus-file.ts'
import { runToile } from './run-toile.ts'

function folderWith(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'toile-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  return folder
}

const ties = 'source,target,weight\na,b,2\nb,c,1\nc,a,1\n'

describe('toile import', () => {
  it('makes a corpus that analyse and export take, says what it did, and does nothing the second time', async () => {
    const cwd = folderWith({ 'ties.csv': ties })
    const run = (...args: string[]) => runToile([...args, '--corpus', 'net.sqlite'], { cwd })
    const first = await run('import', 'ties.csv')
    expect(first).toMatchObject({ code: 0 })
    expect(first.out).toMatch(/net\.sqlite: edge table\n3 entities made, 0 changed, 0 as they were\n3 edges\n/)
    const second = await run('import', 'ties.csv', '--json')
    expect(second.out.split('\n')).toHaveLength(2)
    expect(JSON.parse(second.out)).toMatchObject({
      changed: false,
      kind: 'network',
      entities: { made: 0, unchanged: 3 },
    })
    expect((await run('analyse', '--runs', '2')).out).toMatch(/^3 entities, 3 edges, /)
    expect((await run('export', '--format', 'edges', '--out', 'out.tsv')).code).toBe(0)
    expect(readdirSync(cwd).sort()).toEqual([
      ...['net.sqlite', 'net.sqlite-crawl.guest', 'net.sqlite-crawl.lock', 'out.tsv', 'ties.csv'],
    ])
  })

  it('exit 2 with file:line for what cannot be read, and nothing written', async () => {
    const cwd = folderWith({ 'bad.csv': `${ties}d,e,much\n`, 'g.ods': '' })
    const bad = await runToile(['import', 'bad.csv', '--corpus', 'net.sqlite'], { cwd })
    expect(bad).toMatchObject({ code: 2, out: '' })
    expect(bad.err).toContain('bad.csv:5: a weight that is no number found, expected a number, 0 or more\n')
    const odd = await runToile(['import', 'g.ods', '--corpus', 'net.sqlite'], { cwd })
    expect(odd.err).toContain("g.ods:1: the ending '.ods' found, expected one of .gexf")
    expect(await runToile(['import', 'none.gexf'], { cwd })).toMatchObject({ code: 2 })
    expect(await runToile(['import', 'bad.csv', '--as', 'magic'], { cwd })).toMatchObject({ code: 2 })
    expect(readdirSync(cwd).sort()).toEqual(['bad.csv', 'g.ods'])
  })

  it('reports rows that match nothing with their lines, and prints nothing that a terminal obeys', async () => {
    const cwd = folderWith({ 'ties.csv': ties, 'codes.csv': 'id,code\na,1\n"z\u001b[31m",2\n' })
    await runToile(['import', 'ties.csv', '--corpus', 'net.sqlite'], { cwd })
    const { code, out, err } = await runToile(['import', 'codes.csv', '--corpus', 'net.sqlite'], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('1 of 2 rows matched: 1 by id, 0 by address, 0 by name; 1 not, 0 ambiguous\n1 tag added')
    expect(err).toMatch(/codes\.csv:3: 'z.*\[31m' matches no entity/)
    expect(err + out).not.toContain('\u001b')
  })

  it('without --corpus: a corpus of the name of the file, or of the folder, where corpora live', async () => {
    const cwd = folderWith({ 'études.csv': ties })
    const studies = join(cwd, 'Mes études')
    mkdirSync(studies)
    mkdirSync(join(cwd, 'études'))
    writeFileSync(join(cwd, 'études', 'nodes.csv'), 'id,label\na,A\nb,B\nc,C\nd,D\n')
    writeFileSync(join(cwd, 'études', 'edges.csv'), `${ties}d,a,1\n`)
    const run = (...args: string[]) => runToile(args, { cwd, env: { TOILE_STUDIES: studies } })
    const corpus = join(studies, 'études.sqlite')
    expect(JSON.parse((await run('import', 'études.csv', '--json')).out)).toMatchObject({ corpus, isNew: true })
    const folder = await run('import', 'études', '--json')
    expect(JSON.parse(folder.out)).toMatchObject({ corpus, isNew: false, entities: { made: 1 } })
    expect((await run('entity', 'list')).out).toContain('IN')
    expect(existsSync(join(cwd, 'études.sqlite'))).toBe(false)
  })

  it('data/corpora of the checkout is where corpora live when no folder is named', () => {
    const inCheckout = join(import.meta.dirname, '..', '..', 'data', 'corpora')
    expect(corporaFolder({ env: {} })).toBe(inCheckout)
    expect(corporaFolder({ env: { TOILE_STUDIES: '' } })).toBe(inCheckout)
  })
})
