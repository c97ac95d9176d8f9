import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { crawl } from '#crawler/crawl.ts'
import type { CrawlOptions } from '#crawler/crawl-options.ts'
import type { Merged } from '#crawler/shares/merged.ts'
import { mergeShares } from '#crawler/shares/merge-shares.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Surroundings } from '#data/command/command.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { csvFilesOf } from './csv-files-of.ts'

/** A folder where a web is crawled whole and in shares, all from one archive, so that dates agree. */
export interface ShareBench {
  readonly folder: string
  readonly seeds: string
  readonly options: Partial<CrawlOptions>
  readonly path: (name: string) => string
  /** Crawls into `name`.sqlite. */
  readonly crawl: (name: string, options?: Partial<CrawlOptions>, around?: Partial<Surroundings>) => Promise<string>
  /** Crawls each share of `of`; the files in the order of their numbers. */
  readonly shares: (of: number, options?: Partial<CrawlOptions>) => Promise<string[]>
  readonly merge: (parts: readonly string[], name: string, around?: Partial<Surroundings>) => Promise<Merged>
  readonly remove: () => void
}

export function benchOfShares(seedList: string, options: Partial<CrawlOptions>): ShareBench {
  const folder = mkdtempSync(join(tmpdir(), 'toile-shares-'))
  const path = (name: string): string => join(folder, name)
  const seeds = path('seeds.csv')
  writeFileSync(seeds, seedList)
  const run: ShareBench['crawl'] = async (name, more = {}, around = {}) => {
    const corpus = path(`${name}.sqlite`)
    await crawl(
      { seeds, corpus, contact: 'test@toile.example', delay: 0, ...options, ...more },
      quietSurroundings(folder, around),
    )
    return corpus
  }
  const shares: ShareBench['shares'] = async (of, more) => {
    const parts: string[] = []
    for (let share = 0; share < of; share++)
      parts.push(await run(`part-${share}-of-${of}`, { ...more, shard: `${share}/${of}` }))
    return parts
  }
  return {
    ...{ folder, seeds, options, path, shares },
    crawl: run,
    merge: (parts, name, around = {}) =>
      mergeShares(parts, path(`${name}.sqlite`), quietSurroundings(folder, around), () => undefined),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What each page took from elsewhere, visit by visit. */
const borrowedIn = (file: string): unknown[] => {
  const corpus = openCorpus(file, 'read')
  try {
    const lists = corpus.sql(
      `SELECT url, visit.wave_id AS wave, value FROM visit JOIN page ON page.id = page_id LEFT JOIN snippet ON snippet.id = borrowed ORDER BY 1, 2, 3`,
    )
    return lists.all()
  } finally {
    corpus.close()
  }
}

/** Every byte of the tables of `file` is that of `expected`, and each page took the same from elsewhere. */
export async function expectSameFiles(file: string, expected: string, analysed = false): Promise<void> {
  const [files, wanted] = [await csvFilesOf(file, analysed), await csvFilesOf(expected, analysed)]
  expect(Object.keys(wanted)).toHaveLength('similar.csv' in wanted ? 7 : 6)
  expect(borrowedIn(file)).toEqual(borrowedIn(expected))
  // A whole table is no message to read.
  for (const [name, text] of Object.entries(wanted)) {
    const lines = (files[name] ?? '').split('\n')
    const at = text.split('\n').findIndex((line, index) => line !== lines[index])
    expect([name, at, at < 0 ? '' : lines[at]]).toEqual([name, -1, ''])
    expect(files[name] === text, name).toBe(true)
  }
}
