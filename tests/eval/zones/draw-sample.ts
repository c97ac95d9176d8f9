import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ExtractedLink } from '#data/records.ts'
import { readPage, type ReadPage } from './read-page.ts'
import { seededGenerator, type Generator } from '../seeded-generator.ts'

const perPage = 7
const minLinks = 5
const manyPages = 30
const namesAside = /<aside|(?:class|id)="[^"]*(?:sidebar|widget|blogroll|comments|commentlist)/i

/** Prints page address and ordinal of the links to label, from folders of pages named for their hosts. Usage: draw-sample.ts DIR */
function drawSample(directory: string, random: Generator): string[] {
  const rows: string[] = []
  for (const host of readdirSync(directory).sort()) {
    for (const page of drawPages(pagesOf(directory, host), random))
      for (const { ordinal } of drawLinks(page.links, random)) rows.push(`${page.address},${ordinal}`)
  }
  return rows
}

function pagesOf(directory: string, host: string): ReadPage[] {
  const files = readdirSync(join(directory, host), { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => /\.html?$/.test(file) && statSync(join(directory, host, file)).isFile())
    .sort()
    .map(file =>
      readPage(join(directory, host, file), `https://${host}/${file.replace(/(?:^|(?<=\/))index\.html?$/, '')}`),
    )
    .filter(({ links }) => links.length >= minLinks)
}

function drawPages(pages: readonly ReadPage[], random: Generator): ReadPage[] {
  const draw = (from: readonly ReadPage[], taken: readonly ReadPage[]): ReadPage[] => {
    const left = from.filter(page => !taken.includes(page))
    return left.length === 0 ? [] : [left[Math.floor(random() * left.length)]!]
  }
  const first = draw(pages, [])
  const second = pages.length >= manyPages ? draw(pages, first) : []
  const aside = draw(
    pages.filter(({ html }) => namesAside.test(html)),
    [...first, ...second],
  )
  return [...first, ...second, ...aside]
}

/** One link of each of up to seven places, evenly spread in document order, the first and the last place always. */
function drawLinks(links: readonly ExtractedLink[], random: Generator): ExtractedLink[] {
  const places = [...Map.groupBy(links, ({ place }) => place).values()]
  const count = Math.min(perPage, places.length)
  const at = Array.from({ length: count }, (_, index) =>
    Math.round((index * (places.length - 1)) / Math.max(1, count - 1)),
  )
  return [...new Set(at)].map(index => places[index]![Math.floor(random() * places[index]!.length)]!)
}

if (import.meta.main)
  process.stdout.write(`page,ordinal\n${drawSample(process.argv[2]!, seededGenerator(2017)).join('\n')}\n`)
