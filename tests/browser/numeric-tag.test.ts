import { describe, expect, it } from 'vitest'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { crawledAt } from '../viewer/invented-network.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const founded = [
  ['doorstep', '2004'],
  ['ballot-foundry', '2008'],
  ['open-canvass', '2012'],
  ['isoloir-studio', '2012'],
  ['urne-ouverte', '2020'],
] as const

const map = inventedMap(corpus => {
  const author = { actor: 'test', reason: '', now: crawledAt }
  for (const [id, year] of founded) tagEntity(corpus, author, `${id}.example`, 'founded', year)
})

describe('a tag of numbers', () => {
  it('drives size and colour, and sorts the table as numbers', async () => {
    const { page, trouble } = await map.visit()
    const legend = page.locator('.legend').first()
    await legend.getByLabel('Size').selectOption({ label: 'founded (number)' })
    await expect.poll(() => legend.locator('.sizes li').allTextContents()).toEqual(['2004', '2008', '2020'])
    const radius = (nth: number) => legend.locator('.sizes circle').nth(nth).getAttribute('r').then(Number)
    await expect.poll(async () => (await radius(2)) / (await radius(0))).toBeGreaterThan(2)
    await legend.getByLabel('Colour').selectOption({ label: 'founded (number)' })
    await expect.poll(() => page.url()).toContain('colour=number%3Afounded&size=number%3Afounded')
    const classes = legend.locator('.key').first().locator('li')
    await expect
      .poll(() => classes.locator('.key-name').allTextContents())
      .toEqual(['2004', '2008', '2012', '2020', 'not known'])
    await expect.poll(() => classes.locator('.key-count').allTextContents()).toEqual(['1', '1', '2', '1', '39'])
    await page.reload()
    await expect.poll(() => legend.getByLabel('Size').inputValue()).toBe('number:founded')
    await expectNoViolations(page)

    await page.goto(`${page.url().split('#')[0]}#screen=table`)
    await page.reload()
    const heading = page.getByRole('columnheader', { name: 'founded' })
    await expect.poll(() => heading.allTextContents()).toEqual(['founded (number)'])
    await heading.getByRole('button').click()
    const sites = page.locator('tbody th .row-link')
    await expect.poll(async () => (await sites.allTextContents())[0]!.trim()).toMatch(/Urne Ouverte$/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('can be shape by its categories, but words can be no size', async () => {
    const { page } = await map.visit({ locale: 'fr' })
    const legend = page.locator('.legend').first()
    const options = (title: string) => legend.getByLabel(title).locator('option').allTextContents()
    await expect.poll(() => options('Taille')).toContain('founded (nombre)')
    await expect.poll(() => options('Taille')).not.toContain('typology')
    await expect.poll(() => options('Forme')).toContain('founded')
    await page.context().close()
  })
})
