import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { accuracy, macroF1 } from '../../eval/zones/agreement.ts'

const directory = join(import.meta.dirname, '../../webs/engines')
const pages = readdirSync(directory).filter(name => name.endsWith('.html'))

/** What the program gets wrong, and what it says instead: blogs and archives in one cell of a table, without a list. */
const known: Readonly<Record<string, readonly string[]>> = {
  'tables-2004.html': ['Precincts', 'Field Notes', 'Doorstep', 'Turnout'].map(blog => `blogroll, not sidebar: ${blog}`),
}

interface Judged {
  readonly label: Zone
  readonly said: Zone
  readonly anchor: string
}

/** Every link of a page with the zone that a reader gives it, from the labels that the page carries, and the one said. */
function judged(name: string, change = (html: string): string => html): Judged[] {
  const html = readFileSync(join(directory, name), 'utf8')
  const labels = [...html.matchAll(/data-zone="(\w+)"/g)].map(match => match[1] as Zone)
  const url = normalizeUrl(`https://${name.replace('.html', '')}-page.example/page`)!
  const { links } = extractPage(change(html), { url })
  expect(links).toHaveLength(labels.length)
  return links.map(({ zone, anchor, href }, at) => ({ label: labels[at]!, said: zone, anchor: anchor || href }))
}

const pairsOf = (all: readonly Judged[]): (readonly [Zone, Zone])[] => all.map(({ label, said }) => [label, said])

/** The same page by an author who knew neither landmarks nor roles. */
const withoutLandmarks = (html: string): string =>
  html
    .replace(/<(\/?)(?:header|footer|nav|aside|main|article|section)\b/gi, '<$1div')
    .replace(/\s(?:role|aria-label)=(?:"[^"]*"|'[^']*')/gi, '')

describe('zones on pages in the manner of engines', () => {
  it.each(pages)('%s', name => {
    const wrong = judged(name).filter(({ label, said }) => label !== said)
    expect(wrong.map(({ label, said, anchor }) => `${label}, not ${said}: ${anchor}`)).toEqual(known[name] ?? [])
  })

  it('meets every zone at least seven times', () => {
    const all = pages.flatMap(name => judged(name))
    for (const zone of zones) expect(all.filter(({ label }) => label === zone).length, zone).toBeGreaterThanOrEqual(7)
  })

  it('falls back little where the same pages have no landmarks and no roles', () => {
    const pairs = pairsOf(pages.flatMap(name => judged(name, withoutLandmarks)))
    expect(accuracy(pairs)).toBeGreaterThan(0.9)
    expect(macroF1(pairs)).toBeGreaterThan(0.9)
  })
})
