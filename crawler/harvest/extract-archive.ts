import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { formatKey, partFormat } from '#data/table/part-columns.ts'
import { Mistake, Stopped } from '#data/mistake.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import { archiveNames } from '../fetch/archive/list-archive-files.ts'
import { crawlDefaults } from '../crawl-options.ts'
import { readOptOutFile, readOwnOptOut, readSeedFile } from '../read-seed-file.ts'
import { capturesOf } from './captures-of.ts'
import { openPartFile } from './part-file.ts'
import { headKey, headOf, refuseReplacing } from './refuse-replacing.ts'
import { isOfUse, rowsOfCapture } from './rows-of-capture.ts'
import { findSites } from './site-finder.ts'

export interface ExtractOptions {
  /** A WARC, ARC or WACZ file. */
  readonly archive: string
  /** The seed list; undefined: none, with `allHosts`. */
  readonly seeds: string | undefined
  /** Pages of every site are read, not of the list's alone. */
  readonly allHosts: boolean
  /** The folder of the Parquet files. */
  readonly out: string
  readonly maxBytes: number
}

/** What became of one archive file. */
export interface Extracted {
  readonly file: string
  readonly pages: number
  readonly redirects: number
  /** Captures that are neither: errors, pictures. */
  readonly others: number
  readonly links: number
}

/**
 * Makes of one archive file one Parquet file of its name in `out`, with the pages and hyperlinks of the sites asked for. It knows nothing of
 * other files, and the same file gives the same bytes, so that any engine may map it over files, and again. Who objected (opt-out lists) is left out.
 * @throws Mistake when the file or the list can't be used, or a part of another archive is in its place, Stopped when the user stopped it; nothing is left then.
 */
export async function extractArchive(
  { archive, seeds, allHosts, out, maxBytes }: ExtractOptions,
  around: Pick<Surroundings, 'env' | 'err' | 'stop'>,
): Promise<Extracted> {
  if (seeds === undefined && !allHosts)
    throw new Mistake('neither --seeds nor --all-hosts was given; expected the sites whose pages are to be read')
  refuseOthers(archive)
  const list = seeds === undefined ? null : readSeedFile(seeds)
  const sites = findSites(list?.seeds ?? [])
  const [optOut, own] = [readOptOutFile(crawlDefaults.optOut), readOwnOptOut(around.env)]
  makeFolder(out)
  const target = join(out, `${basename(archive)}.parquet`)
  await refuseReplacing(target, archive)
  const told = {
    [formatKey]: partFormat,
    archive: basename(archive),
    [headKey]: headOf(archive),
    seeds: list?.hash ?? '',
    all_hosts: String(allHosts),
  }
  const part = openPartFile(target, told)
  const counts = { page: 0, redirect: 0, other: 0, link: 0 }
  try {
    const tell = (sentence: string): void => around.err(`${sentence}\n`)
    const wanted = (site: EntityId): boolean => allHosts || sites.isSeed(site)
    const isAsked = (url: Url, at: number | null): boolean => {
      if (optOut.covers(url) || own.covers(url)) return false
      // Where the record has no date its answer may have one, on which the address is another owner's.
      return at === null || isOfUse(url, sites.find(url, at), wanted)
    }
    for await (const capture of capturesOf(archive, { maxBytes, tell, siteOf: sites.find, isAsked })) {
      if (around.stop.aborted) throw new Stopped('by the user')
      for (const row of await rowsOfCapture(capture, sites, wanted)) {
        part.add(row)
        counts[row.kind] += 1
      }
    }
    part.finish()
  } catch (error) {
    part.discard()
    throw error
  }
  return { file: target, pages: counts.page, redirects: counts.redirect, others: counts.other, links: counts.link }
}

function refuseOthers(archive: string): void {
  const found = statSync(archive, { throwIfNoEntry: false })
  const expected = 'expected one WARC, ARC or WACZ file (.warc.gz, .warc, .arc.gz, .arc, .wacz)'
  if (found === undefined) throw new Mistake(`${archive}: nothing was found there; ${expected}`)
  if (found.isDirectory()) throw new Mistake(`${archive}: a folder was found; ${expected}: call \`extract\` for each`)
  if (!archiveNames.test(archive)) throw new Mistake(`${archive}: a file of another name was found; ${expected}`)
}
