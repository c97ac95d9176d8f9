import { existsSync, statSync } from 'node:fs'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readShard } from '#data/store/shares/shard.ts'
import type { CrawlSettings } from '../crawl-options.ts'
import { parseShard } from './parse-shard.ts'

/**
 * The settings of a share: where short addresses lead is asked once, of the corpus that all shares make together. A share that was dealt out
 * of a corpus says by itself which one it is.
 */
export function ofShare(settings: CrawlSettings): CrawlSettings {
  const shard = settings.shard ?? dealtShard(settings.corpus)
  if (shard === undefined) return settings
  parseShard(shard)
  return { ...settings, shard, resolve: 'none' }
}

function dealtShard(file: string): string | undefined {
  if (!existsSync(file) || statSync(file).size === 0) return undefined
  const corpus = openCorpus(file, 'read')
  try {
    const shard = readShard(corpus)
    return shard?.dealt === undefined ? undefined : `${shard.share}/${shard.of}`
  } finally {
    corpus.close()
  }
}
