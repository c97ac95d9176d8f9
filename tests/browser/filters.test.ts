import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { readSiteEdges } from '#data/store/graph/site-graph.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const trail = (page: Page) => page.getByRole('group', { name: 'Filters' })
const label = (page: Page): Promise<string | null> => page.getByRole('application').getAttribute('aria-label')

interface Case {
  readonly name: string
  /** Clicks the filter; the panel of filters is open. */
  readonly filter: (page: Page) => Promise<void>
  /** What the trail calls it. */
  readonly step: RegExp
  /** Sites kept, by the data. */
  readonly sites?: (data: MapData, site: number) => boolean
  /** Ties kept between them. */
  readonly ties?: (data: MapData) => (tie: number) => boolean
}

/** Whether a site has a value in a column. */
const has =
  (name: string, value: string): NonNullable<Case['sites']> =>
  ({ columns }, site) => {
    const column = columns.find(one => one.name === name)
    return column?.kind === 'category' && column.categories[column.values[site]!]?.value === value
  }

const citers = ({ ties }: MapData, site: number): number => ties.target.filter(target => target === site).length

const press = (area: (page: Page) => ReturnType<typeof panel>, name: RegExp) => async (page: Page) =>
  area(page).getByRole('button', { name }).first().click()

const keepOnly = (column: string, value: RegExp) => async (page: Page) => {
  await panel(page).getByLabel('Categories').selectOption(column)
  await press(area => panel(area).locator('.boxed'), value)(page)
}

const cases: readonly Case[] = [
  {
    name: 'a country',
    filter: press(page => page.locator('.legend'), /^France/),
    step: /^Country: France/,
    sites: has('country', 'FR'),
  },
  { name: 'a kind', filter: keepOnly('kind', /^media/), step: /^Kind: media/, sites: has('kind', 'media') },
  {
    name: 'a tag',
    filter: keepOnly('tag:typology', /^go-between/),
    step: /^typology: go-between/,
    sites: has('tag:typology', 'go-between'),
  },
  {
    name: 'a community',
    filter: keepOnly('community', /./),
    step: /^Community: 1/,
    sites: has('community', '1'),
  },
  {
    name: 'a degree',
    filter: page => panel(page).getByLabel('Sites citing it: least').fill('8'),
    step: /^Sites citing it: 8 to \d+/,
    sites: (data, site) => citers(data, site) >= 8,
  },
  {
    name: 'a weight',
    filter: page => panel(page).getByRole('slider', { name: 'Least weight of a line' }).fill('5'),
    step: /^weight at least 5/,
    ties:
      ({ ties }) =>
      tie =>
        ties.weight[tie]! >= 5,
  },
  {
    name: 'a zone',
    filter: press(panel, /^blogroll \d/),
    step: /^blogroll/,
    ties: ({ ids, ties }) => {
      const known = inBlogrolls()
      return tie => known.has(`${ids[ties.source[tie]!]} ${ids[ties.target[tie]!]}`)
    },
  },
]

const inBlogrolls = (): ReadonlySet<string> =>
  new Set(
    readSiteEdges(map.corpus, { statuses, zones: ['blogroll'], weight: 'links' }).map(
      ({ source, target }) => `${source} ${target}`,
    ),
  )

/** The map's label when sites and ties are kept as a case says. */
function expected(data: MapData, { sites = () => true, ties = () => () => true }: Case): string {
  const keeps = ties(data)
  const kept = data.ids.map((_, site) => sites(data, site))
  const count = data.ties.source.filter(
    (source, tie) => kept[source] && kept[data.ties.target[tie]!] && keeps(tie),
  ).length
  return `Map of ${kept.filter(Boolean).length} sites and ${count} ties`
}

const wholeMap = (): MapData => readMapData({ corpus: map.corpus, title: '', now: Date.now })
const labelOf = ({ ids, ties }: MapData): string => `Map of ${ids.length} sites and ${ties.source.length} ties`

describe('each filter, clicked in a browser', () => {
  it.each(cases)('keeps what it says, is named in the trail, and is taken back: $name', async one => {
    const data = wholeMap()
    const whole = labelOf(data)
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await expect.poll(() => label(page)).toBe(whole)
    await one.filter(page)
    await expect.poll(() => label(page)).toBe(expected(data, one))
    expect(expected(data, one)).not.toBe(whole)
    const [, sites, ties] = /^Map of (\d+) sites and (\d+ ties)$/.exec(expected(data, one))!
    await expect
      .poll(() => trail(page).getByRole('status').textContent())
      .toBe(`${sites} sites of ${data.ids.length}, ${ties}`)
    await expect.poll(() => trail(page).getByRole('listitem').count()).toBe(1)
    await trail(page).getByRole('button', { name: one.step }).click()
    await expect.poll(() => label(page)).toBe(whole)
    await expect.poll(() => trail(page).count()).toBe(0)
    await page.goBack()
    await expect.poll(() => label(page)).toBe(expected(data, one))
    await trail(page).getByRole('button', { name: 'Show everything' }).click()
    await expect.poll(() => label(page)).toBe(whole)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('keeps the ties of pages published since a month, and says so in the trail', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    const whole = labelOf(wholeMap())
    await expect.poll(() => label(page)).toBe(whole)
    await panel(page).getByRole('slider', { name: /Publication.*from/ }).focus() // prettier-ignore
    await page.keyboard.press('End')
    for (let month = 0; month < 12; month++) await page.keyboard.press('ArrowLeft')
    // The month is that of the address, whichever of those on the way has come into it.
    const agreeing = async (): Promise<readonly string[]> => {
      const since = /since=(\d{4}-\d{2})/.exec(page.url())?.[1] ?? 'none'
      const { source } = (await (await fetch(`${map.served.address}api/ties?since=${since}`)).json()) as MapData['ties']
      const said = `Map of 44 sites and ${source.length} ties`
      return said === whole || said !== (await label(page)) ? [] : [since]
    }
    await expect.poll(agreeing).toEqual([expect.stringMatching(/^\d{4}-\d{2}$/)])
    await trail(page).getByRole('button', { name: /^since / }).click() // prettier-ignore
    await expect.poll(() => trail(page).count()).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('goes by year when asked to, and says how many pages state a date', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await panel(page).getByRole('checkbox', { name: 'By year' }).check()
    const slider = panel(page).getByRole('slider', { name: /Publication.*from/ })
    await slider.focus()
    await page.keyboard.press('End')
    const since = (): string => /since=(\d{4}-\d{2})/.exec(page.url())?.[1] ?? 'none'
    await expect.poll(since).toMatch(/^\d{4}-01$/)
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(since().slice(0, 4))
    await expect
      .poll(() =>
        panel(page)
          .getByText(/^[\d,]+ of [\d,]+ pages read state a date/)
          .count(),
      )
      .toBe(1)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('takes several back one after the other, last first', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    const counts: string[] = []
    for (const { filter } of [cases[0]!, cases[5]!, cases[4]!]) {
      await expect.poll(() => label(page)).toMatch(/^Map of [1-9]/)
      counts.push((await label(page))!)
      await filter(page)
      await expect.poll(() => label(page)).not.toBe(counts.at(-1))
    }
    await expect.poll(() => trail(page).getByRole('listitem').count()).toBe(3)
    for (const before of counts.toReversed()) {
      await trail(page).getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => label(page)).toBe(before)
    }
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
