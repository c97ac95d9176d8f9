import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { entityFacts } from '#data/store/map/entity-facts.ts'
import { crawledAt } from '../viewer/invented-network.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'
import { openMap } from './open-map.ts'
import { positionOf } from './position-of.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const facts = (id: string) => entityFacts(map.corpus, id)!
const author = { actor: 'command line', reason: '', now: crawledAt }

describe('judging in a browser', () => {
  it('reviews the queue by keyboard alone, and takes the last one back', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=review' })
    const title = panel(page).locator('.candidate h3')
    await expect.poll(() => title.textContent()).toBe('second-stranger.example')
    await page.keyboard.press('n')
    await expect.poll(() => title.textContent()).toBe('third-stranger.example')
    await page.keyboard.press('p')
    await expect.poll(() => title.textContent()).toBe('second-stranger.example')
    await page.keyboard.press('i')
    await expect.poll(() => facts('second-stranger.example').status).toBe('IN')
    await expect.poll(() => title.textContent()).toBe('third-stranger.example')
    await page.keyboard.press('o')
    await expect.poll(() => facts('third-stranger.example').status).toBe('OUT')
    await expect.poll(() => title.textContent()).toBe('unreviewed.example')
    await panel(page).locator('.change-note').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => facts('third-stranger.example').status).toBe('DISCOVERED')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('listens to its keys as soon as a candidate is seen', async () => {
    const { page, trouble } = await map.visit()
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('.candidate h3') === null) return
        watch.disconnect()
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true }))
      })
      watch.observe(document.body, { childList: true, subtree: true })
    })
    await panel(page).getByRole('button', { name: 'Review' }).click()
    await panel(page).locator('.candidate h3').waitFor()
    await expect.poll(() => panel(page).textContent()).toMatch(/2 of \d+; \d+ in all/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('names a community in its panel, and answers why two are together at an address of its own', async () => {
    const { page, trouble } = await map.visit({ hash: '#community=turnout-engine.example' })
    const name = '<b>Campagne & données</b>'
    await panel(page).getByLabel('Its name').fill(name)
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-title').textContent()).toBe(name)
    await expect.poll(() => page.locator('.legend .key-name').first().textContent()).toBe(name)
    await expectNoViolations(page)
    await panel(page).getByRole('button', { name: 'Take the name away' }).click()
    await expect.poll(() => panel(page).locator('.panel-title').textContent()).toBe('Turnout Engine, Campaign Stack')
    await panel(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => panel(page).locator('.panel-title').textContent()).toBe(name)
    await panel(page).getByRole('button', { name: 'Take the name away' }).click()
    await expect.poll(() => panel(page).locator('.panel-title').textContent()).toBe('Turnout Engine, Campaign Stack')
    await panel(page).getByLabel('With another community').selectOption({ index: 1 })
    await expect.poll(() => page.url()).toContain('why=community%3Aturnout-engine.example&and=community%3A')
    await expect.poll(() => panel(page).textContent()).toContain('Two communities. Over ')
    const { page: shared } = await map.visit({ hash: new URL(page.url()).hash, locale: 'fr' })
    await expect.poll(() => panel(shared).textContent()).toContain('Deux communautés. Sur ')
    await expectNoViolations(shared)
    expect(trouble).toEqual([])
    await shared.context().close()
    await page.context().close()
  })

  it('edits a site in its panel; other windows see it without being asked', async () => {
    const one = await map.visit({ hash: '#site=doorstep.example' })
    const two = await map.visit({ hash: '#site=doorstep.example', locale: 'fr' })
    const { page } = one
    await panel(page).locator('.edit > summary').click()
    await panel(page).getByLabel('Name', { exact: true }).fill('Doorstep & Daughters')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts('doorstep.example').label).toBe('Doorstep & Daughters')
    await expect.poll(() => panel(two.page).locator('.panel-head h2').textContent()).toContain('Doorstep & Daughters')
    await two.page.getByRole('combobox', { name: 'Chercher un site' }).fill('daughters')
    await expect.poll(() => two.page.getByRole('listbox').first().textContent()).toContain('Doorstep & Daughters')
    await panel(page).getByLabel('Category').fill('typology')
    await panel(page).getByLabel('Value').fill('vendor')
    await page.keyboard.press('Enter')
    await expect.poll(() => facts('doorstep.example').tags).toEqual([{ category: 'typology', value: 'vendor' }])
    expect([...one.trouble, ...two.trouble]).toEqual([])
    await one.page.context().close()
    await two.page.context().close()
  })

  it('loses nothing that the command line wrote meanwhile', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=voter-atlas.example' })
    await panel(page).locator('.edit > summary').click()
    const country = panel(page).getByLabel('Country', { exact: true })
    await country.fill('CA')
    setEntity(map.corpus, author, 'voter-atlas.example', { country: 'MX' })
    await country.press('Enter')
    await expect
      .poll(() => panel(page).locator('.notice').textContent())
      .toContain('somebody has changed this meanwhile')
    expect(facts('voter-atlas.example').country).toBe('MX')
    await expect.poll(() => country.inputValue()).toBe('MX')
    expect(trouble).toEqual([expect.stringContaining('409')])
    await page.context().close()
  })

  it('codes a tie in two coders’ names, each blind to the other until both have judged', async () => {
    const hash = '#from=atelier-suffrage.example&to=micro-target-co.example'
    const code = async (coder: string, button: string): Promise<Page> => {
      const { page, trouble } = await map.visit({ hash: '#panel=review' })
      await panel(page).getByLabel('Your name').fill(coder)
      await page.keyboard.press('Enter')
      await page.goto(`${map.served.address}${hash}`)
      await panel(page).getByRole('button', { name: button, exact: true }).click()
      await expect
        .poll(() => panel(page).getByRole('button', { name: button, exact: true }).getAttribute('aria-pressed'))
        .toBe('true')
      expect(trouble).toEqual([])
      return page
    }
    const ada = await code('Ada', 'recognition')
    await expect.poll(() => panel(ada).textContent()).toContain('No other coder has coded this tie.')
    const bo = await code('Bo', 'dismissal')
    await expect.poll(() => panel(bo).textContent()).toContain('Ada: recognition')
    await bo.goto(`${map.served.address}#panel=review`)
    await expect.poll(() => panel(bo).textContent()).toMatch(/Ada – Bo.*κ 0.*1 tie coded by both/)
    await ada.context().close()
    await bo.context().close()
  })

  it('fixes a dragged site where it was dropped', async () => {
    const { page, trouble } = await map.visit()
    const canvas = page.getByRole('application')
    await canvas.focus()
    await page.keyboard.press('n')
    await expect.poll(() => page.locator('.hover-line').textContent()).toContain('Turnout Engine')
    const at = await positionOf(canvas, map.corpus, 'turnout-engine.example')
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 30, at.y + 20, { steps: 5 })
    await page.mouse.up()
    const pin = () =>
      map.corpus
        .sql<{ x: number; y: number }>(
          `SELECT x, y FROM pin JOIN entity ON entity.id = entity_id WHERE name = 'turnout-engine.example'`,
        )
        .get()
    await expect.poll(pin).toBeDefined()
    // A pixel is a little more than a unit of the layout.
    const wanted = { x: at.inLayout.x + 30 / at.scale, y: at.inLayout.y - 20 / at.scale }
    await expect.poll(() => Math.abs(pin()!.x - wanted.x)).toBeLessThan(2)
    await expect.poll(() => Math.abs(pin()!.y - wanted.y)).toBeLessThan(2)
    await expect.poll(() => page.url()).not.toContain('site=')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('has nothing that axe finds on a site being edited, in French', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=precinct-labs.example', locale: 'fr' })
    await panel(page).locator('.edit > summary').click()
    await panel(page).getByLabel('Pays', { exact: true }).waitFor()
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('says that the server is gone', async () => {
    const other = await openMap(map.corpus)
    const { page } = await other.visit()
    await expect.poll(() => page.getByRole('application').count()).toBe(1)
    await other.served.close()
    await expect.poll(() => page.locator('.lost').textContent()).toContain('does not answer')
    await other.browser.close()
  })
})
