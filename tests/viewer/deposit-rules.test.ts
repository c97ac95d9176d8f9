import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { depositFormat } from '#viewer/publish/deposit.ts'
import { pythonWith } from '../graph/exchange/export/readers.ts'
import { unzipped } from './unzipped.ts'
import { network } from '../graph/exchange/import/imported.ts'

/** What three specifications ask of the files of a deposit, written down from them: none has a light validator of its own. */
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const some = z.string().min(1)

// Citation File Format 1.2.0, schema.json: no other keys than these are allowed; required are those that aren't optional.
const person = z.strictObject({
  'family-names': some.optional(),
  'given-names': some.optional(),
  orcid: z.url().optional(),
})
const group = z.strictObject({ name: some })
const cff = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: some,
  type: z.enum(['software', 'dataset']),
  title: some,
  abstract: some.optional(),
  authors: z.array(z.union([group, person])).min(1),
  'date-released': day.optional(),
  license: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/)
    .optional(),
  identifiers: z
    .array(z.strictObject({ type: z.enum(['doi', 'url', 'swh', 'other']), value: some, description: some.optional() }))
    .min(1)
    .optional(),
  references: z
    .array(
      z.strictObject({ type: some, title: some, authors: z.array(z.union([group, person])).min(1), version: some }),
    )
    .optional(),
})

// Frictionless Data Package, Data Resource, Tabular Data Resource and Table Schema 1.0; further properties are allowed.
const slug = z.string().regex(/^[-a-z0-9._/]+$/)
const fieldTypes = ['string', 'number', 'integer', 'boolean', 'date', 'datetime'] as const
const table = z.object({
  profile: z.literal('tabular-data-resource'),
  dialect: z.object({ delimiter: z.string().length(1), lineTerminator: z.enum(['\n', '\r\n']), header: z.boolean() }),
  schema: z.object({
    fields: z.array(z.object({ name: some, type: z.enum(fieldTypes), description: some })).min(1),
    missingValues: z.array(z.string()),
    primaryKey: z.union([some, z.array(some).min(1)]).optional(),
    foreignKeys: z
      .array(
        z.object({
          fields: z.union([some, z.array(some)]),
          reference: z.object({ resource: z.string(), fields: z.union([some, z.array(some)]) }),
        }),
      )
      .optional(),
  }),
})
const resource = z.object({
  name: slug,
  path: z.string().regex(/^(?![/.])(?!.*\.\.)[^\\]+$/),
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

// RO-Crate 1.1: flattened JSON-LD, each entity with an @id of its own and a type.
const crate = z.object({
  '@context': z.array(z.unknown()),
  '@graph': z.array(z.looseObject({ '@id': some, '@type': z.union([some, z.array(some)]) })),
})

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
  const options = { author: ['Family, Given', 'A group of people'], license: 'CC-BY-4.0' }
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
    const root = byId.get('./')!
    for (const name of ['name', 'description', 'datePublished'])
      expect(some.safeParse(root[name]).success, name).toBe(true)
    expect(day.safeParse(String(root['datePublished']).slice(0, 10)).success).toBe(true)
    const license = byId.get((root['license'] as { '@id': string })['@id'])!
    expect(license).toMatchObject({
      '@type': 'CreativeWork',
      name: 'CC-BY-4.0',
      description: expect.any(String) as string,
    })
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
      const empty = Object.entries(entity).filter(([, value]) => value === '' || value === null)
      expect([entity['@id'], empty]).toEqual([entity['@id'], []])
      if (entity['@type'] === 'File') expect(entity['@id']).toBe(encodeURI(entity['@id']))
    }
  })
})
