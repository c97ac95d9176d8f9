import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { saveStory } from '#data/store/stories/save-story.ts'
import { storyNamed } from '#data/store/stories/stories.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { TiesData } from '#viewer/protocol/map.ts'
import { mapPage, publishedData } from '#viewer/publish/map-page.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectNothingRan, frame, image, script } from './hostile-texts.ts'
import { inventedMap } from './invented-map.ts'
import { positionOf } from './position-of.ts'

const [source, target] = ['atelier-suffrage.example', 'micro-target-co.example']
const author = { actor: 'test', reason: '', now: 1 }

/** A story in two languages; its words try to be more than words. */
const map = inventedMap(corpus => {
  const [link] = linksBetweenEntities(corpus, source, target)
  const quote = { source, target, page: link!.sourceUrl, anchor: link!.anchor, context: link!.context }
  const long = 'One reads on and on. '.repeat(25)
  saveStory(corpus, author, 'guide', {
    name: 'guide',
    title: { fr: 'Lire la carte', en: `How to read ${script}` },
    steps: [
      {
        view: 'colour=country',
        heading: { fr: 'Un', en: 'One' },
        text: { fr: long, en: `${long}${image}` },
        quotes: [],
      },
      {
        view: `from=${source}&to=${target}`,
        heading: { fr: 'Deux', en: 'Two' },
        text: { fr: '', en: `[The evidence](#from=${source}&to=${target}), [not](javascript:hacked) ${frame}` },
        quotes: [quote],
      },
      { view: 'zone=content', heading: { fr: 'Trois', en: 'Three' }, text: { fr: long, en: long }, quotes: [] },
    ],
  })
})

const panel = (page: Page) => page.locator('#reading')
const step = (page: Page) => panel(page).locator('[aria-current="step"] h3')

describe('a guided reading', () => {
  it('is read on a phone: one scrolls, the map follows, and quotes lead to their evidence and back', async () => {
    const visit = await map.visit({ hash: '#story=guide', size: [360, 720], touch: true })
    const { page, trouble } = visit
    await expect.poll(() => step(page).textContent()).toBe('1 One')
    await expect.poll(() => page.url()).toContain('colour=country')
    await panel(page).locator('h3', { hasText: 'Three' }).scrollIntoViewIfNeeded()
    await panel(page).evaluate(part => part.scrollBy(0, 200))
    await expect.poll(() => step(page).textContent()).toBe('3 Three')
    await expect.poll(() => page.url()).toContain('zone=content')
    await panel(page).getByRole('button', { name: 'One step back' }).click()
    await expect.poll(() => step(page).textContent()).toBe('2 Two')
    // Its words and its quote lead to the tie, whose sites stay in sight.
    const stage = page.getByRole('application')
    const bothSeen = async () => {
      const { x, y, width, height } = (await stage.boundingBox())!
      const ends = [await positionOf(stage, map.corpus, source), await positionOf(stage, map.corpus, target)]
      return ends.every(at => at.x > x && at.x < x + width && at.y > y && at.y < y + height)
    }
    for (const leads of [
      panel(page).getByRole('link', { name: 'The evidence' }),
      panel(page).getByRole('button', { name: /^Evidence: / }),
    ]) {
      await leads.click()
      await expect.poll(() => panel(page).locator('.source-page').count()).toBeGreaterThan(0)
      await expect.poll(() => page.url()).toMatch(/[#&]at=/)
      await expect.poll(bothSeen).toBe(true)
      await panel(page).getByRole('button', { name: 'Back to the story' }).click()
      await expect.poll(() => step(page).textContent()).toBe('2 Two')
    }
    await expectNoViolations(page)
    await expectNothingRan(visit)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('is read with the keyboard, in French where it is written in French', async () => {
    const { page, trouble } = await map.visit({ hash: '#story=guide&step=2', locale: 'fr', dark: true })
    await expect.poll(() => step(page).textContent()).toBe('2 Deux')
    await expect.poll(() => panel(page).locator('h2').textContent()).toBe('Lire la carte')
    await expect.poll(() => panel(page).locator('li p[lang="en"]').count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => step(page).textContent()).toBe('3 Trois')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => step(page).textContent()).toBe('2 Deux')
    await panel(page).getByRole('link', { name: 'The evidence' }).press('Enter')
    await expect.poll(() => panel(page).locator('.source-page').count()).toBeGreaterThan(0)
    await page.goBack()
    await expect.poll(() => step(page).textContent()).toBe('2 Deux')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('goes out inside the one file, which begins with it', async () => {
    const file = map.beside('story.html')
    const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
    const { text } = await mapPage.write(map.corpus, choice, {})
    writeFileSync(file, text)
    const inMatter = publishedData(map.corpus, choice, {}).answers!['/api/ties?zone=content'] as TiesData
    const { page, trouble } = await map.visit({ address: pathToFileURL(file).href })
    await expect.poll(() => step(page).textContent()).toBe('1 One')
    expect(/<title>.*?<\/title>/.exec(text)![0]).toBe('<title>Lire la carte</title>')
    await page.evaluate(() => {
      // In one go, as when the page is slower than the hand.
      for (const key of ['ArrowRight', 'ArrowRight']) document.dispatchEvent(new KeyboardEvent('keydown', { key }))
    })
    await expect.poll(() => step(page).textContent()).toBe('3 Three')
    const shown = () => page.getByRole('application').getAttribute('aria-label')
    await expect.poll(shown).toContain(` ${inMatter.source.length} ties`)
    await page.keyboard.press('ArrowLeft')
    await panel(page).getByRole('button', { name: /^Evidence: / }).click() // prettier-ignore
    await expect.poll(() => panel(page).locator('.source-page mark').first().textContent()).toBe('Micro Target Co')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('is written in the page: a view, a paragraph, a quote; each change can be taken back', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=publish&size=pagerank' })
    // Who reads the page it is put into sees the view, not the panel that made the lines.
    await panel(page).getByLabel('Show', { exact: true }).selectOption('')
    await expect.poll(() => panel(page).getByText('<iframe').textContent()).toContain('map.html#size=pagerank"')
    await panel(page).getByLabel('Title of a new story').fill('Été & co')
    await panel(page).getByRole('button', { name: 'Begin a story with this view' }).click()
    await expect.poll(() => page.url()).toContain('story=ete-co&step=1&edit=1')
    await panel(page).getByLabel('Text of the step').fill('First paragraph.\n\nSecond.')
    await panel(page).getByLabel('Heading of the step').fill('A step')
    await panel(page).getByLabel('Heading of the step').press('Enter')
    await expect.poll(() => storyNamed(map.corpus, 'ete-co')?.steps[0]?.heading.en).toBe('A step')
    await page.goto(`${page.url()}&from=${source}&to=${target}`)
    await panel(page).getByRole('button', { name: 'Quote in step 1' }).first().click()
    await expect.poll(() => panel(page).getByText('Quoted in step 1.').count()).toBe(1)
    await panel(page).getByRole('button', { name: 'Back to the story' }).click()
    await expect.poll(() => panel(page).locator('.story-quote').count()).toBe(1)
    await expect
      .poll(() => storyNamed(map.corpus, 'ete-co'))
      .toMatchObject({ title: { en: 'Été & co', fr: '' }, steps: [{ view: 'size=pagerank', quotes: [{ source }] }] })
    await expectNoViolations(page)
    await panel(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => storyNamed(map.corpus, 'ete-co')?.steps[0]?.quotes.length).toBe(0)
    expect(storyNamed(map.corpus, 'ete-co')?.steps[0]?.text.en).toBe('First paragraph.\n\nSecond.')
    // What the panel and the map can show becomes the step's view, or where words of it lead to.
    await panel(page).getByRole('button', { name: 'Set filters and lines' }).click()
    await panel(page).getByRole('heading', { name: 'What makes the lines' }).waitFor()
    await page.locator('.legend').getByRole('button', { name: /^France/ }).first().click() // prettier-ignore
    await expect.poll(() => page.url()).toContain('f.country=FR')
    await expectNoViolations(page)
    await panel(page).getByRole('button', { name: 'Take this view for step 1' }).click()
    await expect
      .poll(() => storyNamed(map.corpus, 'ete-co')?.steps[0]?.view)
      .toMatch(/^size=pagerank&f\.country=FR(&at=[\d.%C]+)?$/)
    await expect
      .poll(() => panel(page).locator('.story-aside').innerText())
      .toContain('Taken: the step shows this view.')
    await panel(page).getByRole('button', { name: 'Back to the story' }).click()
    await expect.poll(() => panel(page).textContent()).toContain('The map is as this step shows it.')
    await page.evaluate(to => void (window.location.hash += to), `&from=${source}&to=${target}`)
    await panel(page).getByRole('button', { name: 'Make words of step 1 lead here' }).click()
    await expect
      .poll(() => storyNamed(map.corpus, 'ete-co')?.steps[0]?.text.en)
      .toContain(`Second. [words](#size=pagerank&from=${source}&to=${target}&f.country=FR`)
    // A tie that becomes the step's view is still there to be quoted, and is opened again from the story.
    await panel(page).getByRole('button', { name: 'Take this view for step 1' }).click()
    await expect.poll(() => storyNamed(map.corpus, 'ete-co')?.steps[0]?.view).toContain(`from=${source}`)
    await expect.poll(() => panel(page).getByRole('button', { name: 'Quote in step 1' }).count()).toBeGreaterThan(0)
    await panel(page).getByRole('button', { name: 'Back to the story' }).click()
    await panel(page).getByRole('button', { name: 'Open what is selected' }).click()
    await expect.poll(() => panel(page).locator('.source-page').count()).toBeGreaterThan(0)
    await panel(page).getByRole('button', { name: 'Back to the story' }).click()
    // What is written at once goes into the new step, not into the one before.
    await panel(page).getByRole('button', { name: '+ step' }).click()
    await expect.poll(() => page.url()).toContain('&step=2&edit=1')
    await panel(page).getByLabel('Heading of the step').fill('Another')
    await panel(page).getByLabel('Heading of the step').press('Enter')
    await expect.poll(() => storyNamed(map.corpus, 'ete-co')?.steps.map(({ heading }) => heading.en)).toEqual(['A step', 'Another']) // prettier-ignore
    await panel(page).getByRole('button', { name: 'Remove the step' }).click()
    await expect.poll(() => panel(page).getByLabel('Heading of the step').inputValue()).toBe('A step')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
