import { describe, expect, it } from 'vitest'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { crawledAt, plantedLink, plantPage } from '../viewer/invented-network.ts'
import { address, expectNothingRan, frame, image, script } from './hostile-texts.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap(
  corpus => {
    const author = { actor: 'test', reason: '', now: crawledAt }
    setEntity(corpus, author, 'turnout-engine.example', { label: script, kind: image, note: frame, homepage: address })
    setEntity(corpus, author, 'liberty-lists.example', { label: `${image}\u202Egnp.exe`, homepage: 'data:text/html,x' })
    const context = `${frame} ${script} ${image}`
    const link = plantedLink(0, 'https://liberty-lists.example/hostile', {
    anchor: script, context, anchorAt: [context.indexOf(script), context.indexOf(script) + script.length], heading: image,
    rel: 'x"onmouseover="hacked=5', href: address,
  }) // prettier-ignore
    const page = {
      url: 'https://turnout-engine.example/hostile',
      title: frame,
      published: '2016-01-01"><b>',
      language: '"><script>',
      links: [link],
    }
    plantPage(corpus, page, crawledAt)
  },
  { file: `${script}.sqlite` },
)

describe('a corpus of hostile pages in the map', () => {
  it.each([
    ['at first sight', ''],
    ['in a site’s panel', '#site=turnout-engine.example'],
    ['in the evidence', '#from=turnout-engine.example&to=liberty-lists.example'],
    ['in the table', '#screen=table'],
    ['from the address', `#site=${encodeURIComponent(script)}&colour=${encodeURIComponent(image)}&screen=__proto__`],
  ])('runs and loads nothing %s', async (_, hash) => {
    const visit = await map.visit({ hash })
    await visit.page.locator('#reading').waitFor()
    await expectNothingRan(visit)
    await visit.page.context().close()
  })

  it('shows the hostile texts as the texts that they are', async () => {
    const visit = await map.visit({ hash: '#from=turnout-engine.example&to=liberty-lists.example' })
    const { page } = visit
    const item = page.locator('.source-page', { has: page.locator('mark', { hasText: script }) })
    await expect.poll(() => item.locator('h4').textContent()).toContain('<iframe srcdoc=')
    await expect.poll(() => item.locator('mark').textContent()).toBe(script)
    await page.getByRole('combobox', { name: 'Find a site' }).fill('window.hacked')
    await expect.poll(() => page.getByRole('listbox').getByRole('option').count()).toBeGreaterThan(0)
    await expectNothingRan(visit)
    await page.context().close()
  })

  it('makes no link of an address that is not http or https', async () => {
    const { page } = await map.visit({ hash: '#site=turnout-engine.example' })
    await expect.poll(() => page.locator('.panel-head .address').textContent()).toBe('turnout-engine.example')
    await expect.poll(() => page.locator('.panel-head a').count()).toBe(0)
    await page.context().close()
  })
})
