import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { citationFile } from '#viewer/publish/citation.ts'
import { depositFormat } from '#viewer/publish/deposit.ts'
import { pythonWith } from '../graph/exchange/export/readers.ts'
import { unzipped } from './unzipped.ts'
import { network } from '../graph/exchange/import/imported.ts'

/**
 * What three specifications ask of the files of a deposit, each written down from its own text: none has a light validator of its own.
 * Citation File Format 1.2.0: schema.json of github.com/citation-file-format/citation-file-format, `$id` …/1.2.0/schema.
 */
const day = z.string().regex(/^\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])$/)
const some = z.string().min(1)
const address = z.string().regex(/^(https|http|ftp|sftp):\/\/.+/)
/** "uniqueItems". */
const each = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .min(1)
    .refine(items => new Set(items.map(one => JSON.stringify(one))).size === items.length)

// "additionalProperties": false; required are those that aren't optional. Both have more keys, of which we write none.
const person = z.strictObject({ 'family-names': some.optional(), 'given-names': some.optional() })
const group = z.strictObject({ name: some })
const authors = each(z.union([group, person]))
/** Of "license-enum", which is SPDX's list of May 2021: those that this test gives. */
const license = z.enum(['CC-BY-4.0', 'ODbL-1.0', 'etalab-2.0', 'CC-BY-NC-ND-2.5'])
const identifier = z.union([
  z.strictObject({ type: z.literal('other'), value: some, description: some.optional() }),
  z.strictObject({ type: z.literal('url'), value: address, description: some.optional() }),
])
const cff = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: some,
  type: z.enum(['software', 'dataset']).optional(),
  title: some,
  abstract: some.optional(),
  authors,
  'date-released': day.optional(),
  license: license.optional(),
  'license-url': address.optional(),
  identifiers: each(identifier).optional(),
  references: each(
    z.strictObject({ type: z.enum(['software', 'data', 'database']), title: some, authors, version: some.optional() }),
  ).optional(),
})

/**
 * Frictionless Data Package, Data Resource, Tabular Data Resource and Table Schema 1.0 (rc.2, the last text of 1.x), CSV Dialect 1.2:
 * specs/*.md of github.com/frictionlessdata/datapackage before its version 2. Further properties are allowed.
 */
const slug = z.string().regex(/^[-a-z0-9._]+$/)
const fieldTypes = ['string', 'number', 'integer', 'boolean', 'date', 'datetime'] as const
const names = z.union([some, z.array(some).min(1)])
const table = z.object({
  profile: z.literal('tabular-data-resource'),
  // What it leaves out has a default that is not ours: CRLF, and spaces skipped that follow a delimiter.
  dialect: z.object({
    delimiter: z.string().length(1),
    lineTerminator: z.enum(['\n', '\r\n']),
    quoteChar: z.string().length(1),
    doubleQuote: z.boolean(),
    skipInitialSpace: z.literal(false),
    header: z.boolean(),
    caseSensitiveHeader: z.boolean(),
  }),
  schema: z.object({
    fields: z.array(z.object({ name: some, type: z.enum(fieldTypes), description: some })).min(1),
    missingValues: z.array(z.string()),
    primaryKey: names.optional(),
    foreignKeys: z
      .array(
        z
          .object({ fields: names, reference: z.object({ resource: z.string(), fields: names }) })
          .refine(({ fields, reference }) => typeof fields === typeof reference.fields),
      )
      .optional(),
  }),
})
const resource = z.object({
  name: slug,
  // A POSIX path, relative, not upwards.
  path: z.string().regex(/^(?![/.~])(?!.*\.\.\/)[^\\:]+$/),
  format: some,
  mediatype: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  encoding: z.literal('utf-8'),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[\da-f]{64}$/),
})
const dataPackage = z.object({
  profile: z.literal('data-package'),
  name: slug,
  id: some,
  title: some,
  description: z.string(),
  created: z.iso.datetime().optional(),
  resources: z.array(resource.and(z.union([table, z.object({ profile: z.literal('data-resource') })]))).min(1),
})

/**
 * RO-Crate 1.1: root-data-entity, data-entities, contextual-entities, provenance and appendix/jsonld of docs/1.1 in
 * github.com/ResearchObject/ro-crate. Flattened: each entity has an @id of its own, a type, and no entity inside; compacted: one value
 * alone stands without brackets.
 */
const reference = z.strictObject({ '@id': some })
const value = z.union([some, reference, z.array(z.union([some, reference])).min(2)])
const entity = z.object({ '@id': some, '@type': z.union([some, z.array(some)]) }).catchall(value)
const crate = z.object({ '@context': z.array(z.unknown()), '@graph': z.array(entity) })

let folder = ''
const files = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toile-deposit-'))
  const path = join(folder, 'calls.csv')
  writeFileSync(path, 'source,target,weight\nann,bob,2\nbob,cyd,1\n')
  const made = join(folder, 'made.sqlite')
  await network(path, made)
  const corpus = openCorpus(made, 'read')
  const choice = { title: 'Calls: "2027" & été', statuses: ['IN'], zones, minWeight: 0 } as const
  const options = { author: ['Family, Given', 'A group of people', 'Family, Given'], license: 'CC-BY-4.0' }
  const { text } = await depositFormat.write(corpus, choice, options)
  for (const [name, bytes] of unzipped(Buffer.concat([...text]))) files.set(name, bytes.toString())
  corpus.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a deposit, by the specifications of its parts', () => {
  const python = pythonWith('yaml')
  it.skipIf(python === null)('has a CITATION.cff of the Citation File Format 1.2.0', () => {
    const script = 'import json, sys, yaml; print(json.dumps(yaml.load(sys.stdin, yaml.BaseLoader)))'
    const read: unknown = JSON.parse(execFileSync(python!, ['-c', script], { input: files.get('CITATION.cff')!, encoding: 'utf8' })) // prettier-ignore
    expect(cff.safeParse(read).error?.issues ?? []).toEqual([])
    expect(cff.parse(read).authors).toEqual([
      { 'family-names': 'Family', 'given-names': 'Given' },
      { name: 'A group of people' },
    ])
  })

  it.skipIf(python === null)('has one whatever the title, the authors and the license are', () => {
    const about = {
      title: 'a: b # c\u007f\u0085\u2028\u{1f5f3}\ufeff',
      description: '- [x]: {y}',
      authors: [{ family: 'Élan', given: '' }, { name: '*a &b' }],
      ...{ date: '2026-11-30', corpus: 'abc', version: '0.1.0' },
    }
    const read = (license: string): z.infer<typeof cff> => {
      const text = citationFile({ ...about, license: { name: license, url: `https://spdx.org/licenses/${license}` } })
      const script = 'import json, sys, yaml; print(json.dumps(yaml.load(sys.stdin.buffer, yaml.BaseLoader)))'
      return cff.parse(JSON.parse(execFileSync(python!, ['-c', script], { input: text, encoding: 'utf8' })))
    }
    expect(read('etalab-2.0')).toMatchObject({
      license: 'etalab-2.0',
      title: about.title,
      authors: [{ 'family-names': 'Élan' }, { name: '*a &b' }],
    })
    // Not in the list of May 2021.
    const newer = read('CDLA-Permissive-2.0')
    expect([newer.license, newer['license-url']]).toEqual([undefined, 'https://spdx.org/licenses/CDLA-Permissive-2.0'])
  })

  it('has a datapackage.json of Frictionless Data Package 1.0, whose keys lead to tables and columns that are there', () => {
    const read: unknown = JSON.parse(files.get('tables/datapackage.json')!)
    expect(dataPackage.safeParse(read).error?.issues ?? []).toEqual([])
    const { resources } = dataPackage.parse(read)
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
    const columns = new Map(
      resources.flatMap(one =>
        'schema' in one ? [[one.name, one.schema.fields.map(({ name }) => name)] as const] : [],
      ),
    )
    const listOf = (names: string | readonly string[] = []): readonly string[] => [names].flat()
    for (const one of resources) {
      if (!('schema' in one)) continue
      const { primaryKey, foreignKeys = [] } = one.schema
      for (const name of listOf(primaryKey)) expect(columns.get(one.name)).toContain(name)
      for (const { fields, reference } of foreignKeys) {
        for (const name of listOf(fields)) expect(columns.get(one.name)).toContain(name)
        for (const name of listOf(reference.fields)) expect(columns.get(reference.resource || one.name)).toContain(name)
      }
    }
  })

  it('has metadata of RO-Crate 1.1: root, parts, people and license described, and nothing that nothing leads to', () => {
    const read = crate.parse(JSON.parse(files.get('ro-crate-metadata.json')!))
    expect(read['@context'][0]).toBe('https://w3id.org/ro/crate/1.1/context')
    const byId = new Map(read['@graph'].map(entity => [entity['@id'], entity]))
    expect(byId.size).toBe(read['@graph'].length)
    expect(byId.get('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    })
    const root = byId.get('./')!
    expect(root['@type']).toBe('Dataset')
    for (const name of ['name', 'description']) expect(some.safeParse(root[name]).success, name).toBe(true)
    expect(day.safeParse(root['datePublished']).success).toBe(true)
    expect(byId.get((root['license'] as { '@id': string })['@id'])).toMatchObject({
      '@type': 'CreativeWork',
      name: 'CC-BY-4.0',
      description: expect.any(String) as string,
    })
    const made = byId.get('#export')!
    expect(made).toMatchObject({ '@type': 'CreateAction', name: some.parse(made['name']), result: { '@id': './' } })
    expect(day.safeParse(made['endTime']).success).toBe(true)
    expect(byId.get((made['agent'] as { '@id': string }[])[0]!['@id'])!['@type']).toBe('Person')
    expect(byId.get((made['instrument'] as { '@id': string })['@id'])).toMatchObject({
      '@type': 'SoftwareApplication',
      version: expect.stringMatching(/^\d+\.\d+/) as string,
    })
    const folders = read['@graph'].filter(one => one['@type'] === 'Dataset')
    expect(folders.map(one => one['@id']).filter(id => !id.endsWith('/'))).toEqual([])
    const reached = new Set(['ro-crate-metadata.json'])
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(visit)
      if (typeof value !== 'object' || value === null) return
      const id = (value as { '@id'?: string })['@id']
      if (id !== undefined && Object.keys(value).length === 1 && !reached.has(id)) {
        reached.add(id)
        visit(Object.values(byId.get(id) ?? {}))
      }
      if (Object.keys(value).length > 1) visit(Object.values(value))
    }
    visit(Object.values(byId.get('ro-crate-metadata.json')!))
    expect(read['@graph'].map(entity => entity['@id']).filter(id => !reached.has(id))).toEqual([])
    for (const entity of read['@graph']) {
      // A relative path of a URI: '/' between its steps, spaces and percent signs escaped, letters of any script as they are.
      if (entity['@type'] === 'File') expect(entity['@id']).toMatch(/^(?!\/|\.\.)([^\s\\%?#]|%[\dA-F]{2})+$/)
    }
  })
})
