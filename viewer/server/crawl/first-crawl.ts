import { z } from 'zod'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { Mistake } from '#data/mistake.ts'
import type { JobRefusal } from '#viewer/protocol/crawl.ts'
import { crawlArgs } from './crawl-args.ts'
import { checkSeeds, seedBytes, seedsShape, storeSeedList } from './given-seeds.ts'
import { depthShape, mannerShapes, maxPagesShape } from './known-settings.ts'

export const firstCrawlShape = z.object({
  kind: z.literal('first-crawl'),
  seeds: seedsShape,
  contact: z.string().max(300),
  depth: depthShape,
  maxPages: maxPagesShape,
  ...mannerShapes,
  tonight: z.literal(true).optional(),
})

type FirstCrawl = z.infer<typeof firstCrawlShape>

/**
 * The arguments of a crawl from a list that the page was given, which is stored beside the corpus; or why there can be
 * none, and then nothing is stored. What an earlier crawl of this corpus was told otherwise (`settings`) stays so.
 */
export function firstCrawlArgs(
  corpusFile: string,
  settings: Readonly<Record<string, unknown>>,
  asked: FirstCrawl,
): readonly string[] | JobRefusal {
  const { kind: _kind, tonight: _tonight, seeds, contact: written, ...wish } = asked
  const contact = written.trim()
  if (!isContact(contact)) return { refused: 'contact' }
  if (checkSeeds(seeds)?.mistakesTotal !== 0) return { refused: 'seeds' }
  try {
    const list = storeSeedList(corpusFile, seedBytes(seeds))
    return crawlArgs(corpusFile, { ...settings, seeds: list, contact }, wish)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { refused: 'folder' }
    throw error
  }
}

function isContact(text: string): boolean {
  try {
    return buildIdentity(text).userAgent !== ''
  } catch (error) {
    if (error instanceof Mistake) return false
    throw error
  }
}
