import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { changesCommand } from '#graph/report/changes/changes-command.ts'
import { mapPage } from '#viewer/publish/map-page.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { crawledAt, plantedLink, plantPage } from '../viewer/invented-network.ts'
import { coveredNames } from './covered-names.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const halfYear = 182 * 86_400_000

/** Two links of one page: the first was there in both waves, the second came with the second wave. All others were gone. */
const map = inventedMap(corpus => {
  const again = crawledAt + halfYear
  corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('2027-05', ?, ?)`).run(again, again + 1)
  const page = (...hosts: string[]) => ({
    url: 'https://doorstep.example/friends',
    title: 'Friends',
    published: '',
    language: 'en',
    links: hosts.map((host, at) => plantedLink(at, `https://${host}/`)),
  })
  plantPage(corpus, page('note-de-terrain.example'), crawledAt)
  plantPage(corpus, page('note-de-terrain.example', 'isoloir-studio.example'), again, 2)
})

const panel = (page: Page) => page.locator('#reading')
const label = (page: Page): Promise<string | null> => page.getByRole('application').first().getAttribute('aria-label')
const tiesOf = async (page: Page): Promise<number> => Number(/(\d+) ties?$/.exec((await label(page))!)![1])
describe('two waves of a crawl, in a browser', () => {
  it('goes from wave to wave with the slider, by keyboard, and takes a step back', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    const slider = panel(page).getByRole('slider', { name: 'Wave of the crawl' })
    // Without a word the last wave is shown.
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('wave 2027-05')
    await expect.poll(() => tiesOf(page)).toBe(2)
    const press = async (key: string): Promise<void> => {
      await slider.focus()
      await page.keyboard.press(key)
    }
    // It stands at the end of time, and has no stop for the same wave twice.
    await expect.poll(() => slider.evaluate((it: HTMLInputElement) => [it.value, it.max])).toEqual(['1', '1'])
    await press('ArrowLeft')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('first wave')
    await expect.poll(() => tiesOf(page)).toBeGreaterThan(2)
    const before = await tiesOf(page)
    await press('ArrowRight')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('wave 2027-05')
    await expect.poll(() => tiesOf(page)).toBe(2)
    await press('ArrowLeft')
    await expect.poll(() => tiesOf(page)).toBe(before)
    const trail = page.getByRole('group', { name: 'Filters' })
    await expect.poll(() => trail.textContent()).toContain('first wave')
    await trail.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => tiesOf(page)).toBe(2)
    await press('ArrowLeft')
    await expect.poll(() => tiesOf(page)).toBe(before)
    await trail.getByRole('button', { name: /^first wave/ }).click() // prettier-ignore
    await expect.poll(() => tiesOf(page)).toBe(2)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('compares the last two waves: the same sites, each with its own ties', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await panel(page).getByRole('button', { name: 'Compare the last two waves' }).click()
    await expect
      .poll(async () => (await page.locator('.map-title').allTextContents()).map(title => title.replace(/\d+/, 'n')))
      .toEqual(['first wave · n ties', 'wave n-05 · 2 ties'])
    const [before] = await page.locator('.map-title').allTextContents()
    const count = /\d+/.exec(before!)![0]
    await expect
      .poll(() => page.getByRole('application').evaluateAll(maps => maps.map(one => one.ariaLabel)))
      .toEqual([
        `first wave · ${count} ties Map of 44 sites and ${count} ties`,
        'wave 2027-05 · 2 ties Map of 44 sites and 2 ties',
      ])
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Show one map again' }).click()
    await expect.poll(() => tiesOf(page)).toBe(2)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  /** What the two planted pages say: all else that Doorstep cited is gone, of all others nobody looked again. */
  const truth = (): Readonly<Record<string, number>> => {
    const [doorstep, others] = ['=', '<>'].map(
      sign =>
        map.corpus
          .sql<{ n: number }>(
            `SELECT count(*) AS n FROM (SELECT DISTINCT source_entity, target_entity FROM link
               JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
               WHERE source.id <> target.id AND source.name ${sign} 'doorstep.example'
                 AND source.status = 'IN' AND target.status = 'IN')`,
          )
          .get()!.n,
    )
    return { kept: 1, gone: doorstep! - 2, born: 1, reborn: 0, unknown: others! }
  }

  it('counts and lists what became of each tie, as `changes` does, with causes and hyperlinks', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters&wave=first&against=1&wave2=2027-05' })
    const { kept, gone, born, reborn, unknown } = truth()
    await expect
      .poll(() => page.locator('.pair-bar .change-key li').allTextContents())
      .toEqual([`kept ${kept}`, `gone ${gone}`, `born ${born}`, `reborn ${reborn}`, `not looked at again ${unknown}`])
    await page.getByRole('button', { name: 'Reading panel' }).click()
    const list = (kind: string) => panel(page).locator('details.changes', { hasText: kind })
    await list('born').locator('summary').first().click()
    const tie = list('born').locator('li').first()
    await expect.poll(() => tie.locator('.changed-tie').textContent()).toMatch(/Doorstep → \d*Isoloir Studio$/)
    await tie.getByText('Its hyperlinks').click()
    await expect.poll(() => tie.locator('.link-facts').textContent()).toContain('seen in: wave 2027-05')
    await expect.poll(() => tie.locator('.link-target').textContent()).toContain('doorstep.example/friends')
    await list('not looked at again').locator('summary').first().click()
    await expect
      .poll(() => list('not looked at again').locator('li .hint').first().textContent())
      .toBe('Not known in the wave 2027-05: that wave did not have the site.')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('shows them in one picture with the numbers of `changes`, where communities went, and each wave for print', async () => {
    let told = ''
    const command = changesCommand(quietSurroundings('/', { out: text => void (told += text) }))
    await command.parseAsync(['--corpus', map.beside('invented.sqlite')], { from: 'user' })
    const counts = /: (.*)$/m.exec(told)![1]!.replace('unknown', 'not looked at again')
    const { page, trouble } = await map.visit({ hash: '#screen=change', size: [1280, 900] })
    const key = () => page.locator('.change-bar .change-key li').allTextContents()
    await expect.poll(key).toEqual(counts.split(', ').map(part => part.replace(/^(\d+) (.*)$/, '$2 $1')))
    const all = counts.split(', ').reduce((sum, part) => sum + Number.parseInt(part), 0)
    await expect.poll(() => label(page)).toBe(`Map of 44 sites and ${all} ties`)
    // Sites that nobody read again flow into a band of their own; none is lost.
    const groups = () => page.locator('.flow-group').evaluateAll(bars => bars.map(bar => bar.ariaLabel!))
    await expect.poll(groups).toContain('wave 2027-05: not read, 43 sites')
    const sizeOf = async (wave: string): Promise<number> =>
      (await groups())
        .filter(text => text.startsWith(wave))
        .reduce((sum, text) => sum + Number(/(\d+) sites?$/.exec(text)![1]), 0)
    for (const wave of ['first wave', 'wave 2027-05']) await expect.poll(() => sizeOf(wave)).toBe(44)
    const { kept, gone, born, reborn, unknown } = truth()
    const picture = page.locator('.multiples-picture')
    await expect
      .poll(() => picture.textContent())
      .toContain(
        `wave 2027-05kept: ${kept} · gone: ${gone} · born: ${born} · reborn: ${reborn}not looked at again: ${unknown}`,
      )
    await panel(page).locator('details.changes', { hasText: 'gone' }).locator('summary').first().click()
    await expect.poll(() => panel(page).locator('.changed-tie').count()).toBe(gone)
    await expectNoViolations(page)
    // On paper the picture is drawn anew: a canvas would come out blank.
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.change-screen .print-figure #ties path').count()).toBe(all)
    await expect.poll(() => page.locator('.change-screen .print-figure svg').isVisible()).toBe(true)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it.each(['served', 'published'])('draws them as SVG where there is no WebGL, no name covered: %s', async how => {
    const file = map.beside('waves.html')
    const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
    if (how === 'published') writeFileSync(file, (await mapPage.write(map.corpus, choice, {})).text)
    const at = how === 'published' ? { address: pathToFileURL(file).href } : {}
    const { page, trouble } = await map.visit({ ...at, hash: '#screen=change', locale: 'fr', withoutWebgl: true })
    await expect.poll(() => page.locator('.no-map').textContent()).toMatch(/^Ce navigateur n’a pas WebGL/)
    const ties = page.locator('.change-map .plain-map path[fill-opacity]')
    const inksOfTies = () => ties.evaluateAll(paths => new Set(paths.map(path => path.getAttribute('fill'))).size)
    // Kept, gone, born, and not looked at again.
    await expect.poll(inksOfTies).toBe(4)
    for (const [width, height] of [
      [1280, 900],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => page.locator('.plain-map text').count()).toBeGreaterThan(2)
      await expect.poll(() => coveredNames(page)).toEqual([])
    }
    await expect.poll(() => page.locator('.flow-group').count()).toBeGreaterThan(2)
    await expect.poll(() => page.locator('.multiples-picture svg').count()).toBe(1)
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('names what became of a tie that is opened, on a phone by night; between two waves there is nothing to slide', async () => {
    const { page, trouble } = await map.visit({
      hash: '#screen=change&from=doorstep.example&to=isoloir-studio.example',
      locale: 'fr',
      size: [360, 740],
      dark: true,
      touch: true,
    })
    await expect.poll(() => panel(page).locator('article strong').first().textContent()).toBe('nés')
    await panel(page).getByRole('button', { name: 'Fermer' }).click()
    await expect
      .poll(() => page.locator('.change-bar h1').textContent())
      .toBe('Liens, de la première vague à la vague 2027-05')
    await expect.poll(() => page.locator('.change-bar').getByRole('slider').count()).toBe(0)
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('draws them apart in a saved picture, in French too, whichever map shows the later wave', async () => {
    const { page, trouble } = await map.visit({
      hash: '#panel=publish&wave=2027-05&against=1&wave2=first',
      locale: 'fr',
    })
    const { kept, gone, unknown } = truth()
    await expect
      .poll(() => page.locator('.pair-bar .change-key li').allTextContents())
      .toEqual([`gardés ${kept}`, `disparus ${gone}`, `nés 1`, `revenus 0`, `non revus ${unknown}`])
    // With the screen of two waves the bar is at its fullest, in French more so: each name stays on its line.
    await page.setViewportSize({ width: 1024, height: 720 })
    const bar = page.locator('.bar')
    const heights = () =>
      bar.locator('.switch button').evaluateAll(all => [...new Set(all.map(one => one.clientHeight))])
    await expect.poll(async () => (await heights()).length).toBe(1)
    await expect.poll(() => bar.evaluate(it => it.scrollWidth <= it.clientWidth)).toBe(true)
    await page.setViewportSize({ width: 1280, height: 720 })
    await expect.poll(async () => (await heights()).length).toBe(1)
    await page.getByRole('button', { name: 'Panneau de lecture' }).click()
    await page.setViewportSize({ width: 1024, height: 720 })
    await expect
      .poll(() =>
        panel(page)
          .locator('.tabs')
          .evaluate(it => it.scrollWidth <= it.clientWidth),
      )
      .toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('button', { name: /SVG/ }).click(),
    ])
    const file = map.beside('waves.svg')
    await download.saveAs(file)
    const svg = readFileSync(file, 'utf8')
    const inks = [.../<g id="ties">(.*?)<\/g>/s.exec(svg)![1]!.matchAll(/ fill="(#\w+)"/g)].map(([, ink]) => ink)
    // The later wave has two ties: one was kept, one was born.
    expect(new Set(inks).size).toBe(2)
    expect(svg).toContain('Liens, de la première vague à la')
    expect(svg).toContain(`disparus : ${gone}`)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('shows the hyperlinks that the wave on the map saw, and says so', async () => {
    for (const [wave, name, links] of [
      ['wave=first&', 'first wave', 0],
      ['', 'wave 2027-05', 1],
    ] as const) {
      const { page, trouble } = await map.visit({ hash: `#${wave}from=doorstep.example&to=isoloir-studio.example` })
      await expect.poll(() => panel(page).textContent()).toContain(`Only the hyperlinks that the ${name} saw.`)
      await expect.poll(() => panel(page).locator('article').getAttribute('aria-busy')).toBe('false')
      await expect.poll(() => panel(page).locator('.link-line').count()).toBe(links)
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })

  it('names the sites of which that wave read no page, in the table and on the map', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=table' })
    await expect.poll(() => page.locator('tbody th .tally').count()).toBe(43)
    await expect.poll(() => page.locator('tbody th .tally').first().textContent()).toBe(' not read')
    const blank = page.locator('tbody td.numeric[title]').first()
    await expect.poll(() => blank.getAttribute('title')).toBe('No page of this site was read: this is not known.')
    await expect.poll(() => blank.textContent()).toBe('')
    await page.goto(page.url().replace('screen=table', 'screen=map'))
    await page.getByRole('application').focus()
    await page.keyboard.press('n')
    await expect
      .poll(() => page.locator('.hover-line').textContent())
      .toMatch(/^Turnout Engine: cited by .*; no page of it was read, so whom it cites is not known$/)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

describe('three waves of a crawl, in a browser', () => {
  /** The second link was there, away, and there again. */
  const map = inventedMap(corpus => {
    const friends = (...hosts: string[]) => ({
      url: 'https://doorstep.example/friends',
      title: 'Friends',
      published: '',
      language: 'en',
      links: hosts.map((host, at) => plantedLink(at, `https://${host}/`)),
    })
    const both = ['note-de-terrain.example', 'isoloir-studio.example'] as const
    plantPage(corpus, friends(...both), crawledAt)
    for (const [nth, label] of ['2027-05', '2027-11'].entries()) {
      const at = crawledAt + (nth + 1) * halfYear
      corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES (?, ?, ?)`).run(label, at, at + 1)
      plantPage(corpus, friends(...(nth === 0 ? both.slice(0, 1) : both)), at, nth + 2)
    }
  })

  it('play from the first step to the last, stop there, and are gone through by hand; what came back is listed with its words', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=change' })
    const title = () => page.locator('.change-bar h1').textContent()
    const key = () => page.locator('.change-bar .change-key').textContent()
    const [first, second] = ['Ties from first wave to wave 2027-05', 'Ties from wave 2027-05 to wave 2027-11']
    await expect.poll(title).toBe(second)
    await expect.poll(key).toContain('reborn 1')
    await page.getByRole('button', { name: 'Play' }).click()
    await expect.poll(title).toBe(first)
    await expect.poll(key).toContain('reborn 0')
    await expect.poll(title, { timeout: 10_000 }).toBe(second)
    await expect.poll(() => page.getByRole('button', { name: 'Play' }).count(), { timeout: 10_000 }).toBe(1)
    const slider = page.getByRole('slider', { name: 'From which wave to which' })
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(second)
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(title).toBe(first)
    await page.keyboard.press('ArrowRight')
    const list = panel(page).locator('details.changes', { hasText: 'reborn' })
    await list.locator('summary').first().click()
    const tie = list.locator('li').first()
    await expect.poll(() => tie.locator('.changed-tie').textContent()).toMatch(/Doorstep → \d*Isoloir Studio$/)
    await tie.getByText('Its hyperlinks').click()
    await expect.poll(() => tie.locator('blockquote mark').count()).toBe(1)
    await expect.poll(() => tie.locator('.link-facts').textContent()).toContain('seen in: wave 2027-11')
    await expect.poll(() => page.locator('.flow-wave').allTextContents()).toEqual(['first wave', 'wave 2027-05', 'wave 2027-11']) // prettier-ignore
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
