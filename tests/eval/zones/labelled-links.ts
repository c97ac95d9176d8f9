import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import { readPage } from './read-page.ts'
import { seededGenerator } from '../seeded-generator.ts'

/** Fixed before any tuning: which half a site falls into never changes. */
const splitSeed = 2012

export interface LabelledLink {
  readonly page: string
  readonly ordinal: number
  readonly label: Zone
}

/** Reads `page,ordinal,label`. */
export function readLabels(file: string): LabelledLink[] {
  const rows = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return rows.map(row => {
    const [, page, ordinal, label] = /^(.*),(\d+),(\w+)$/.exec(row) ?? []
    if (!(zones as readonly string[]).includes(label ?? '')) throw new Error(`${file}: '${row}' has no zone`)
    return { page: page!, ordinal: Number(ordinal), label: label as Zone }
  })
}

/** The registrable domain of a page: sites of one domain share templates, so they stay in one half. */
export function siteOfPage(page: string): string {
  const host = new URL(page).hostname
  return registrableDomain(host) ?? host
}

/** The sites kept aside while tuning: half of them, by a seeded shuffle. */
export function heldOutSites(labels: readonly LabelledLink[]): ReadonlySet<string> {
  const random = seededGenerator(splitSeed)
  const drawn = [...new Set(labels.map(({ page }) => siteOfPage(page)))].sort().map(site => ({ site, at: random() }))
  drawn.sort((a, b) => a.at - b.at)
  return new Set(drawn.slice(0, Math.ceil(drawn.length / 2)).map(({ site }) => site))
}

export interface Answer extends LabelledLink {
  readonly said: Zone
  readonly place: string
  readonly href: string
}

/** What the program says of each labelled link, read from `directory`; null for pages that are not there. */
export function answers(labels: readonly LabelledLink[], directory: string): Answer[] | null {
  const pages = Map.groupBy(labels, ({ page }) => page)
  const all: Answer[] = []
  for (const [page, links] of pages) {
    const path = join(directory, page.replace(/^https:\/\//, '').replace(/\/$/, '/index.html'))
    if (!existsSync(path)) return null
    const found = readPage(path, page).links
    for (const link of links) {
      const { zone, place, href } = found[link.ordinal]!
      all.push({ ...link, said: zone, place, href })
    }
  }
  return all
}
