import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { DeedsData, ToldData } from '#viewer/protocol/deeds/deeds-data.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { copyInventedCorpus } from '../copy-invented-corpus.ts'

const root = join(import.meta.dirname, '..', '..', '..')
let folder = ''
let corpus: Corpus
let changes: Corpus
let jobs: Jobs
let served: ServedMap
let parts: Parameters<typeof serveMap>[0]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toile-deeds-'))
  const file = join(folder, 'étude 1.sqlite')
  changes = await copyInventedCorpus(file)
  corpus = openCorpus(file, 'read')
  jobs = createJobs([process.execPath, join(root, 'cli.ts')], { PATH: process.env['PATH'], XDG_STATE_HOME: folder })
  parts = {
    corpus,
    file,
    title: 'étude 1',
    now: Date.now,
    client: readClientFiles(await buildClient()),
    openForChanges: () => changes,
    jobs,
    err: () => undefined,
  }
  served = await serveMap(parts, { port: 0 })
})

afterAll(async () => {
  await served.close()
  await jobs.close()
  changes.close()
  corpus.close()
  rmSync(folder, { recursive: true })
})

const get = async <Answer>(door: string): Promise<Answer> =>
  (await (await fetch(served.address + door)).json()) as Answer

async function post(body: unknown): Promise<Response> {
  const page = await (await fetch(served.address)).text()
  const [, token = ''] = /name="toile-token" content="([^"]+)"/.exec(page) ?? []
  return fetch(`${served.address}api/job`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-toile-token': token },
    body: JSON.stringify(body),
  })
}

/** Does a deed and waits for its end. */
async function deed(name: string, chosen: object): Promise<DeedsData> {
  expect((await post({ kind: 'deed', deed: name, chosen })).status).toBe(202)
  await expect.poll(async () => (await get<DeedsData>('api/deeds')).job?.running, { timeout: 120_000 }).toBe(false)
  return get<DeedsData>('api/deeds')
}

describe('the door of deeds', () => {
  it('makes a file beside the study, which can be downloaded, and nothing that another path names', async () => {
    const { job, made, folder: place } = await deed('gexf', { format: 'gexf', minWeight: 2 })
    expect(job).toMatchObject({ kind: 'gexf', exit: 0, made: 'étude 1.gexf' })
    expect(place).toBe(join(folder, 'étude 1-files'))
    expect(made.map(({ name }) => name)).toEqual(['étude 1.gexf'])
    const answer = await fetch(`${served.address}made/${encodeURIComponent('étude 1.gexf')}`)
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%A9tude%201.gexf")
    expect(await answer.text()).toContain('<gexf ')
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    symlinkSync(join(folder, 'secret.txt'), join(place, 'way-out.txt'))
    for (const way of [
      '..%2Fsecret.txt',
      'way-out.txt',
      '%2e%2e/secret.txt',
      'absent.gexf',
      'étude 1.gexf/report.html',
    ])
      expect((await fetch(`${served.address}made/${way}`)).headers.get('content-disposition')).toBe(null)
  })

  it('tells those who may only look nothing of what was made, and not where it lies', async () => {
    const looked = await serveMap(parts, { port: 0, readOnly: true })
    const name = encodeURIComponent('étude 1.gexf')
    for (const way of ['api/deeds', 'api/told', `made/${name}`, `made/${name}/report.html`]) {
      const answer = await fetch(looked.address + way)
      expect([answer.status, await answer.json()]).toEqual([404, { error: 'not-found' }])
    }
    await looked.close()
  })

  it('sends a folder as a zip, and a report as a page that runs nothing', async () => {
    await deed('csv', { separator: ';', decimal: ',', bom: true })
    const zip = unzipSync(new Uint8Array(await (await fetch(`${served.address}made/${encodeURIComponent('étude 1-csv')}`)).arrayBuffer())) // prettier-ignore
    expect(Object.keys(zip)).toContain('étude 1-csv/nodes.csv')
    expect(new TextDecoder('utf8', { ignoreBOM: true }).decode(zip['étude 1-csv/nodes.csv']).slice(0, 10)).toMatch(
      /^\ufeff\w+;/,
    )
    const { made } = await deed('report', { language: 'fr' })
    expect(made.find(({ name }) => name === 'étude 1-report-fr')?.hasPage).toBe(true)
    const page = await fetch(`${served.address}made/${encodeURIComponent('étude 1-report-fr')}/report.html`)
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/)
    expect(await page.text()).toContain('lang="fr"')
  })

  it('tells what a deed found, its lines as values', async () => {
    await deed('opt-out', { add: 'https://objects.example', reason: 'asked by mail' })
    const told = await get<ToldData>('api/told')
    expect(told.deed).toBe('opt-out')
    expect(told.lines).toContainEqual(
      expect.objectContaining({ prefix: 'https://objects.example', reason: 'asked by mail', isOwn: true }),
    )
    await deed('opt-out', { remove: 'https://objects.example' })
    expect((await get<ToldData>('api/told')).lines).toEqual([])
  })

  it('says how far an analysis is, and stops it', async () => {
    expect((await post({ kind: 'deed', deed: 'analyse', chosen: { runs: 100_000, seed: 5 } })).status).toBe(202)
    await expect
      .poll(async () => (await get<DeedsData>('api/deeds')).job?.progress?.step, { timeout: 120_000 })
      .toContain('communities')
    expect((await post({ kind: 'deed', deed: 'gexf', chosen: {} })).status).toBe(409)
    expect((await post({ kind: 'stop-deed' })).status).toBe(202)
    await expect.poll(async () => (await get<DeedsData>('api/deeds')).job, { timeout: 120_000 }).toMatchObject({ running: false, exit: 130 }) // prettier-ignore
  })

  it('refuses what is not in the table', async () => {
    for (const [name, chosen] of [
      ['view', {}],
      ['analyse', { seed: 'x' }],
      ['analyse', { corpus: '/x' }],
      ['forget', {}],
    ] as const)
      // prettier-ignore
      expect((await post({ kind: 'deed', deed: name, chosen })).status, name).toBe(422)
  })

  it('forgets a site, and tells what stays elsewhere', async () => {
    const { made } = await deed('forget', { id: 'liberty-lists.example', reason: 'art. 17', by: 'ada' })
    expect(made.map(({ name }) => name)).toContain('étude 1.gexf')
    const { lines } = await get<ToldData>('api/told')
    expect(lines).toEqual([expect.objectContaining({ id: 'liberty-lists.example', archives: [] })])
    expect(await (await fetch(`${served.address}api/entity?id=liberty-lists.example`)).json()).toBe(null)
  })

  it('refuses to make what can’t be put beside the study', async () => {
    const { folder: place } = await get<DeedsData>('api/deeds')
    rmSync(place, { recursive: true })
    writeFileSync(place, '')
    const answer = await post({ kind: 'deed', deed: 'gexf', chosen: { format: 'gexf' } })
    expect([answer.status, await answer.json()]).toEqual([200, { refused: 'folder' }])
  })
})
