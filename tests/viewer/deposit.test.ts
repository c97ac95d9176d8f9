import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { writeZip } from '#data/table/write-zip.ts'
import { depositFormat } from '#viewer/publish/deposit.ts'
import { pythonWith } from '../graph/exchange/export/readers.ts'
import { emptyCorpus, readPage, seeded } from '#tests/data/store/invented-corpus.ts'
import { unzipped } from './unzipped.ts'

const choice = { title: 'Élections "2027": =cmd\n', statuses: ['IN'], zones, minWeight: 0 } as const

async function deposited(options: Readonly<Record<string, unknown>> = {}): Promise<Buffer> {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://b.example/')
  readPage(corpus, 'http://a.example/', ['http://b.example/'])
  const { text } = await depositFormat.write(corpus, choice, options)
  return Buffer.concat([...text])
}

interface Entity {
  readonly '@id': string
  readonly '@type': string
  readonly [name: string]: unknown
}

describe('writeZip(files)', () => {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'toile-test-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const long = 'élan 🗳️ '.repeat(100_000)
  const files = [
    ['empty.txt', []],
    ['a/été.txt', ['é', '\n']],
    ['long.txt', [long, long]],
  ] as const

  it('packs texts of any length, each whole', () => {
    const read = unzipped(Buffer.concat([...writeZip(files)]))
    expect([...read].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['empty.txt', ''],
      ['a/été.txt', 'é\n'],
      ['long.txt', long + long],
    ])
  })

  const python = pythonWith('zipfile')
  it.skipIf(python === null)("Python's zipfile finds nothing wrong", () => {
    writeFileSync(join(folder, 'x.zip'), Buffer.concat([...writeZip(files)]))
    const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *z.namelist())'
    const told = execFileSync(python!, ['-c', script, join(folder, 'x.zip')], { encoding: 'utf8' })
    expect(told.trim()).toBe('None empty.txt a/été.txt long.txt')
  })
})

describe('export --format deposit', () => {
  it('holds tables, GEXF, both reports, map, method and citation, each with its size and SHA-256 in the metadata', async () => {
    const files = unzipped(await deposited())
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'tables/nodes.csv',
        'tables/datapackage.json',
        'graph.gexf',
        'report-en/report.html',
        'report-fr/report.html',
        'map.html',
        'METHOD.md',
        'CITATION.cff',
        'ro-crate-metadata.json',
      ]),
    )
    expect(files.get('METHOD.md')!.equals(readFileSync(join(import.meta.dirname, '../../METHOD.md')))).toBe(true)
    const crate = JSON.parse(files.get('ro-crate-metadata.json')!.toString()) as { '@graph': Entity[] }
    const byId = new Map(crate['@graph'].map(entity => [entity['@id'], entity]))
    expect(byId.size).toBe(crate['@graph'].length)
    for (const [path, bytes] of files) {
      if (path === 'ro-crate-metadata.json') continue
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(byId.get(path), path).toMatchObject({ '@type': 'File', contentSize: String(bytes.length), sha256 })
    }
    // What RO-Crate 1.1 requires of the descriptor and of the root.
    expect(byId.get('ro-crate-metadata.json')).toMatchObject({
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    })
    const root = byId.get('./')!
    expect(root).toMatchObject({ '@type': 'Dataset', name: choice.title, datePublished: '2026-11-22' })
    expect(root['license']).toMatch(/^PLACEHOLDER/)
    const referred = JSON.stringify(crate['@graph']).matchAll(/\{"@id":"([^"]+)"\}/g)
    const strangers = [...referred].map(([, id]) => id!).filter(id => !id.startsWith('http') && !byId.has(id))
    expect(strangers).toEqual([])
  })

  it('says where nobody named an author or a license, and takes those that somebody did', async () => {
    const plain = unzipped(await deposited())
      .get('CITATION.cff')!
      .toString()
    expect(plain).toContain('  - name: "PLACEHOLDER: no author was named')
    expect(plain).toContain('# license: PLACEHOLDER')
    const named = unzipped(await deposited({ author: ['Curie, Marie', 'A "group": of #us'], license: 'CC-BY-4.0' }))
    const citation = named.get('CITATION.cff')!.toString()
    expect(citation).not.toContain('PLACEHOLDER')
    const crate = JSON.parse(named.get('ro-crate-metadata.json')!.toString()) as { '@graph': Entity[] }
    expect(crate['@graph'].find(entity => entity['@id'] === './')!['license']).toEqual({
      '@id': 'https://spdx.org/licenses/CC-BY-4.0',
    })
    expect(crate['@graph'].find(entity => entity['@type'] === 'Person')).toMatchObject({
      name: 'Marie Curie',
      familyName: 'Curie',
    })
    const python = pythonWith('yaml')
    if (python === null) return
    const script = 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin.read()), default=str))'
    const read = JSON.parse(execFileSync(python, ['-c', script], { input: citation, encoding: 'utf8' }))
    expect(read).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: choice.title,
      authors: [{ 'family-names': 'Curie', 'given-names': 'Marie' }, { name: 'A "group": of #us' }],
      'date-released': '2026-11-22',
      license: 'CC-BY-4.0',
    })
  })

  it('gives the same bytes each time', async () => {
    expect((await deposited()).equals(await deposited())).toBe(true)
  })

  it('refuses an author without a name, a license that is no identifier, and a corpus without a site', async () => {
    await expect(deposited({ author: [' , x'] })).rejects.toThrow('--author: an empty name found')
    await expect(deposited({ license: 'CC BY 4.0' })).rejects.toThrow("--license: 'CC BY 4.0' found")
    const none = depositFormat.write(emptyCorpus(), choice, {})
    await expect(none).rejects.toThrow('--format deposit: no site found, expected at least one')
  })
})
