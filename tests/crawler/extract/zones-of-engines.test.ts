import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { normalizeUrl } from '../../../data/url/normalize-url.ts'
import { zones } from '../../../data/records.ts'
import { extractPage } from '../../../crawler/extract/extract-page.ts'
import { accuracy, macroF1 } from '../../eval/zones/agreement.ts'

const directory = join(import.meta.dirname, '../../webs/engines')
const pages = readdirSync(directory).filter(name => name.endsWith('.html'))

/** [zone a reader gives, zone said, link] of every link of a page, from the labels that the page carries. */
function judged(name: string): [string, string, string][] {
  const html = readFileSync(join(directory, name), 'utf8')
  const labels = [...html.matchAll(/data-zone="(\w+)"/g)].map(match => match[1]!)
  const { links } = extractPage(html, { url: normalizeUrl(`https://${name.replace('.html', '')}-page.example/page`)! })
  expect(links).toHaveLength(labels.length)
  return links.map(({ zone, anchor, href }, at) => [labels[at]!, zone, `${anchor} → ${href}`])
}

describe('zones on pages in the manner of engines', () => {
  it.each(pages)('%s', name => {
    expect(judged(name).map(([, said, link]) => `${said}: ${link}`)).toEqual(
      judged(name).map(([label, , link]) => `${label}: ${link}`),
    )
  })

  it('meets every zone at least four times', () => {
    const all = pages.flatMap(judged)
    for (const zone of zones) expect(all.filter(([label]) => label === zone).length, zone).toBeGreaterThanOrEqual(4)
    const pairs = all.map(([label, said]) => [label, said] as const)
    expect([accuracy(pairs), macroF1(pairs)]).toEqual([1, 1])
  })
})
