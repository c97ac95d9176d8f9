import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { writeInventedCorpus } from '../viewer/invented-network.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An analysed corpus of the invented network, to be copied. */
    inventedCorpus: string
  }
}

/** Before tests in a browser: one corpus, analysed once; each test file works on a copy. */
export default async function makeCorpus(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-browser-'))
  const file = join(folder, 'invented.sqlite')
  const corpus = await writeInventedCorpus(file)
  corpus.db.pragma('wal_checkpoint(TRUNCATE)')
  corpus.close()
  project.provide('inventedCorpus', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
