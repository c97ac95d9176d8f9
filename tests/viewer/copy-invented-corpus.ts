import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { writeInventedCorpus } from './invented-network.ts'

/** A corpus of the invented network in `file`, analysed once a run by whoever needs it first; open for writing. */
export async function copyInventedCorpus(file: string): Promise<Corpus> {
  const shared = join(inject('sharedFolder'), 'invented.sqlite')
  if (!existsSync(shared)) await makeOnce(shared)
  copyFileSync(shared, file)
  return openCorpus(file, 'write')
}

/** Two workers may come at once: each makes the same bytes beside, and the last one's stay. */
async function makeOnce(shared: string): Promise<void> {
  const made = `${shared}-${process.pid}`
  const corpus = await writeInventedCorpus(made)
  corpus.db.pragma('wal_checkpoint(TRUNCATE)')
  corpus.close()
  renameSync(made, shared)
}
