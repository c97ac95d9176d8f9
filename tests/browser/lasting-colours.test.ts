import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { crawledAt } from '../viewer/invented-network.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

/** What the legend says of the countries, in its order: name, mark, number of sites. */
const rows = (page: Page, key: number): Promise<string[][]> =>
  page
    .locator('.legend')
    .first()
    .locator('.key')
    .nth(key)
    .locator('.key-row')
    .evaluateAll(all =>
      all.map(row => {
        const mark = row.querySelector('svg')!.outerHTML
        return [row.querySelector('.key-name')!.textContent, mark, row.querySelector('.key-count')!.textContent]
      }),
    )

const marks = (list: string[][]): Record<string, string> => Object.fromEntries(list.map(([name, mark]) => [name, mark]))

describe('the marks of the countries', () => {
  it.each([
    ['colours', '#colour=country', 0],
    ['greys and numbers', '#colour=country&ink=print', 0],
    ['shapes', '', 1],
  ])('%s stay with them when an edit changes their ranks while the map is looked at', async (_, hash, key) => {
    const { page, trouble } = await map.visit({ hash })
    await expect.poll(async () => (await rows(page, key)).length).toBeGreaterThan(2)
    const before = await rows(page, key)
    const [most, second] = before as [string[], string[]]
    const to = most[0] === 'France' ? 'US' : 'FR'
    const ids = map.corpus
      .sql<{ name: string }>(`SELECT name FROM entity WHERE status = 'IN' AND country = ? ORDER BY name LIMIT 3`)
      .all(to === 'US' ? 'FR' : 'US')
    for (const { name } of ids)
      setEntity(map.corpus, { actor: 'test', reason: '', now: crawledAt }, name, { country: to })
    await expect.poll(async () => (await rows(page, key))[0]![0]).toBe(second[0])
    await expect.poll(async () => marks(await rows(page, key))).toEqual(marks(before))
    const distinct = new Set(Object.values(marks(before))).size
    await expect.poll(() => rows(page, key)).toHaveLength(distinct)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
