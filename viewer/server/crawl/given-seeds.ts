import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { Mistake } from '#data/mistake.ts'
import { readSeeds } from '#seeds/read-seeds.ts'
import type { SeedsCheck } from '#viewer/protocol/crawl.ts'

/** Bytes of a list, at most: some 30,000 sites. */
export const mostSeedBytes = 3_000_000

/** Of their base64. */
const mostLetters = Math.ceil(mostSeedBytes / 3) * 4

/** Bytes of a request that carries a list. */
export const mostSeedsBody = mostLetters + 2000

export const seedsShape = z.object({
  name: z
    .string()
    .max(200)
    .regex(/^\P{Cc}+$/u),
  base64: z.string().max(mostLetters),
})

type Given = z.infer<typeof seedsShape>

/** Of mistakes and of notes, as many as anybody reads at once. */
const mostLines = 20

export const seedBytes = ({ base64 }: Given): Buffer => Buffer.from(base64, 'base64')

/** What `crawl` would say of the list, by the same reader; null when it is no request of the page. */
export function checkSeeds(request: unknown): SeedsCheck | null {
  const parsed = seedsShape.safeParse(request)
  if (!parsed.success) return null
  try {
    const { seeds, notes } = readSeeds(parsed.data.name, seedBytes(parsed.data))
    return { sites: seeds.length, mistakes: [], mistakesTotal: 0, notes: notes.slice(0, mostLines) }
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    const { said } = error
    return { sites: 0, mistakes: said.slice(0, mostLines), mistakesTotal: said.length, notes: [] }
  }
}

/**
 * Stores a list beside its corpus and returns the file: 'study-seeds.csv' beside 'study.sqlite', or the next number that is
 * free ('study-seeds-2.csv'). No file is written over; one that holds the same list already is taken as it is.
 * @throws Error of the file system when the folder can't be written.
 */
export function storeSeedList(corpusFile: string, bytes: Buffer): string {
  const { dir, name } = parse(corpusFile)
  for (let number = 1; ; number++) {
    const file = join(dir, `${name}-seeds${number === 1 ? '' : `-${number}`}.csv`)
    try {
      writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 })
      return file
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (statSync(file).isFile() && readFileSync(file).equals(bytes)) return file
    }
  }
}
