import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendMade } from '#viewer/server/deeds/send-made.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-made-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('zips a folder whole, whatever letter is at the end of a piece', async () => {
  const made = join(folder, 'study-files', 'study-csv')
  mkdirSync(made, { recursive: true })
  const text = '\ufeffé€😀x'.repeat(120_000)
  writeFileSync(join(made, 'nodes.csv'), text)
  writeFileSync(join(made, 'empty.csv'), '')
  const app = new Hono().get('/made/:name', context => sendMade(context, join(folder, 'study.sqlite')))
  const zip = unzipSync(new Uint8Array(await (await app.request('/made/study-csv')).arrayBuffer()))
  expect(new TextDecoder('utf8', { ignoreBOM: true }).decode(zip['study-csv/nodes.csv'])).toBe(text)
  expect(zip['study-csv/empty.csv']).toHaveLength(0)
})
