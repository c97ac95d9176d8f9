import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { writeShard } from '#data/store/shares/shard.ts'
import type { Seed } from '#data/records.ts'
import { keepPageText } from '#data/store/visits/page-texts.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { crawledAt, plantedLink, plantPage } from '../viewer/invented-network.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const panel = (page: Page) => page.locator('#reading')
const canvas = (page: Page) => page.getByRole('application')
const shown = async (page: Page): Promise<string> => (await canvas(page).first().getAttribute('aria-label'))!

describe('what sites share, in a browser', () => {
  const map = inventedMap(corpus => {
    const said = {
      'doorstep.example': 'Voter turnout scores for canvassers.',
      'turnout-engine.example': 'Scores of voter turnout, and kayaks.',
    }
    for (const [site, text] of Object.entries(said)) {
      const visit = corpus
        .sql<number>(
          `SELECT max(visit.id) FROM visit JOIN page ON page.id = page_id JOIN entity ON entity.id = page.entity_id
           WHERE entity.name = ? AND visit.language = 'en'`,
        )
        .pluck()
        .get(site) as unknown as number
      keepPageText(corpus, visit, text)
    }
  })

  it('shows who says the same words, the words, and the pages that say them', async () => {
    const { page, trouble } = await map.visit({ hash: '#as=similar' })
    await expect.poll(() => page.locator('.caption').textContent()).toContain('joins two sites that say the same words')
    await expect.poll(() => page.locator('.caption').textContent()).toContain('Of 42 sites no text is kept')
    await expect.poll(() => page.locator('.legend').textContent()).toContain('likeness of their words, in hundredths')
    await expect.poll(() => shown(page)).toBe('Map of 44 sites and 1 tie')
    // What was reckoned of who cites whom is not said of it.
    await expect.poll(() => panel(page).textContent()).toContain('Communities and measures of sites are those of')
    await expect.poll(() => panel(page).textContent()).not.toMatch(/Ties that are answered|Modularity/)
    await panel(page).locator('.tie-row').first().click()
    const head = panel(page).locator('.panel-head')
    await expect.poll(() => head.textContent()).toMatch(/alike in their words by 0\.\d+/)
    const words = panel(page).locator('.shared-word')
    const told = async (): Promise<string[]> => (await words.locator('.row-name').allTextContents()).toSorted()
    await expect.poll(told).toEqual(['scores', 'turnout', 'voter'])
    await words.filter({ hasText: 'voter' }).locator('summary').click()
    await expect.poll(() => words.locator('mark').allTextContents()).toEqual(['Voter', 'voter'])
    await expect.poll(() => words.locator('.found-page a').count()).toBe(2)
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('shows who cites the same, with the sites that both cite', async () => {
    const pair = 'shared=coupling&one=atelier-suffrage.example&to=micro-target-co.example'
    const { page, trouble } = await map.visit({ hash: `#as=coupling&${pair}` })
    await expect
      .poll(() => page.locator('.legend').textContent())
      .toContain('A line joins two sites that cite the same')
    await expect.poll(() => shown(page)).toMatch(/^Map of 44 sites and [1-9]/)
    await expect.poll(() => panel(page).textContent()).toMatch(/both cite [1-9]\d* sites on the map/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('shows who is cited together, with the sites that cite both, down to their hyperlinks', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await panel(page).getByLabel('Lines', { exact: true }).selectOption('co-citation')
    await expect.poll(() => page.locator('.caption').textContent()).toContain('cite together')
    await page.getByRole('button', { name: 'Overview' }).first().click()
    await panel(page).locator('.tie-row').first().click()
    const head = panel(page).locator('.panel-head')
    await expect.poll(() => head.textContent()).toMatch(/([2-9]|\d\d) sites on the map cite both/)
    const said = (await head.textContent())!
    const shared = Number(/(\d+) sites? on the map cite both/.exec(said)![1])
    await expect.poll(() => panel(page).locator('.tie-row').count()).toBe(shared * 2)
    await expectNoViolations(page)
    await panel(page).locator('.tie-row').first().click()
    await panel(page).locator('.source-page').first().waitFor()
    await expect.poll(() => panel(page).locator('.panel-head').textContent()).toMatch(/hyperlinks? on \d+ page/)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('chooses coupling in the panel, draws it, and takes the step back', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await expect.poll(() => shown(page)).toMatch(/^Map of 44 sites/)
    const links = await shown(page)
    await panel(page).getByLabel('Lines', { exact: true }).selectOption('coupling')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Citing the same')
    await expect.poll(() => shown(page)).not.toBe(links)
    await expect.poll(() => page.locator('.legend').textContent()).toContain('Weight: sites that both cite.')
    const trail = page.getByRole('group', { name: 'Filters' })
    await expect.poll(() => trail.textContent()).toContain('citing the same')
    await trail.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => shown(page)).toBe(links)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Who cites whom')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  const three = 'sites=turnout-engine.example&sites=doorstep.example&sites=laboratoire-agora.example'
  it.each([
    ['several sites', three, ['ties']],
    ['a path', 'path=laboratoire-agora.example&to=doorstep.example', ['From Laboratoire Agora to Doorstep']],
    ['a cell', 'screen=matrix&cell=country&row=FR&col=US', ['France and United States']],
  ])('speaks of no direction where there is none: %s', async (_, hash, said) => {
    for (const as of ['co-citation', 'coupling']) {
      const { page, trouble } = await map.visit({ hash: `#as=${as}&${hash}` })
      const text = (): Promise<string> => panel(page).innerText()
      await expect.poll(() => page.locator('.caption, .matrix').innerText()).not.toContain('Who cites whom')
      for (const words of said) await expect.poll(text).toContain(words)
      await expect.poll(() => panel(page).locator('.tie-row').count()).toBeGreaterThan(0)
      await expect.poll(() => text()).not.toMatch(/\bcite[sd]?\b|→/i)
      await expect.poll(() => page.locator('.cross button[aria-label*="→"]').count()).toBe(0)
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })
})

describe('more pairs than a map can show, in a browser', () => {
  const url = (at: number) => normalizeUrl(`https://crowd-${at}.example/`)!
  const crowd = Array.from({ length: 210 }, (_, at): Seed => ({
    url: url(at), starts: [url(at)], name: `Crowd ${at}`, country: '', kind: '', prefixes: [], source: '', tags: [], line: at + 2,
  })) // prettier-ignore

  // One page cites all of them, which makes 21,945 pairs; the ten that another page cites, too, weigh more.
  const map = inventedMap(corpus => {
    storeSeeds(corpus, crowd, crawledAt)
    const cite = (site: string, count: number): void => {
      const links = crowd.slice(0, count).map((seed, at) => plantedLink(at, seed.url))
      plantPage(corpus, { url: `https://${site}/crowd`, title: '', published: '', language: 'en', links }, crawledAt)
    }
    cite('doorstep.example', 210)
    writeShard(corpus, { share: 1, of: 3, seeds: '0' }, [])
    cite('open-canvass.example', 10)
  })

  it('says on the map, in both languages, which are not drawn', async () => {
    for (const [locale, words, share] of [
      ['en', 'Pairs of a weight below 2 are not drawn.', 'This is share 1 of 3'],
      ['fr', 'Les paires d’un poids inférieur à 2 ne sont pas dessinées.', 'Ceci est la part 1 sur 3'],
    ] as const) {
      const { page, trouble } = await map.visit({ hash: '#as=co-citation', locale })
      await expect.poll(() => page.locator('.legend').textContent()).toContain(words)
      await page.setViewportSize({ width: 360, height: 740 })
      await expect.poll(() => page.locator('.fold-notices').innerText()).toContain(share)
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })
})
