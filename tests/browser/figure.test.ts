import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { keptFigure } from '#data/store/curate/keep-figure.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import type { FigureSettings } from '#viewer/protocol/figure.ts'
import { analyseInvented } from '../viewer/invented-network.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

/** What a browser makes of a saved figure. */
interface Figure {
  readonly dots: readonly { name: string; x: number; y: number; radius: number }[]
  readonly names: readonly { text: string; left: number; top: number; right: number; bottom: number }[]
  readonly lines: readonly { ink: string; opacity: number }[]
  readonly legend: string
}

/** Saves the figure as SVG and has the browser lay it out. */
async function figureAt(hash: string): Promise<Figure> {
  const { page } = await map.visit({ hash: `#panel=publish${hash}` })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#reading').getByRole('button', { name: 'Save as SVG' }).click(),
  ])
  const file = map.beside('figure.svg')
  await download.saveAs(file)
  await page.close()
  const paper = await page.context().newPage()
  await paper.setContent(`<body style="margin:0">${readFileSync(file, 'utf8')}</body>`)
  const figure = await readFigure(paper)
  await paper.context().close()
  return figure
}

const readFigure = (paper: Page): Promise<Figure> =>
  paper.evaluate(() => {
    const boxOf = (element: Element) => {
      const { x, y, width, height } = (element as SVGGraphicsElement).getBBox()
      return { left: x, top: y, right: x + width, bottom: y + height }
    }
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)]
    return {
      dots: all('#sites title').map(title => {
        const box = boxOf(title.parentElement!.querySelector('path')!)
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
        return { name: title.textContent, x, y, radius: (box.right - box.left) / 2 }
      }),
      names: all('#labels text').map(text => ({ text: text.textContent, ...boxOf(text) })),
      lines: all('#ties path').map(path => ({
        ink: getComputedStyle(path).fill,
        opacity: Number(getComputedStyle(path).fillOpacity),
      })),
      legend: document.querySelector('#legend')!.textContent,
    }
  })

/** From a name to the rim of a dot. */
const distance = (name: Figure['names'][number], dot: Figure['dots'][number]): number =>
  Math.hypot(Math.max(name.left - dot.x, 0, dot.x - name.right), Math.max(name.top - dot.y, 0, dot.y - name.bottom)) -
  dot.radius

/** WCAG 2, on white paper. */
function contrastOnWhite({ ink, opacity }: Figure['lines'][number]): number {
  const [red, green, blue] = ink.match(/[\d.]+/g)!.map(value => {
    const share = (Number(value) * opacity + 255 * (1 - opacity)) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05)
}

describe('the saved figure', () => {
  it.each([
    ['names', ''],
    ['long labels', '&label=kind'],
    ['another size of dots', '&size=pages_fetched&colour=kind'],
    ['a part of the map', '&at=0.4,0.6,0.5'],
    ['greys', '&ink=print'],
  ])('sets every name nearest to its own dot and on none, and counts those left out: %s', async (_, hash) => {
    const { dots, names, legend } = await figureAt(hash)
    expect(names.length).toBeGreaterThan(8)
    for (const name of names) {
      const isOwn = (dot: { name: string }): boolean => name.text === dot.name || name.text.startsWith(`${dot.name} · `)
      const own = Math.min(...dots.filter(isOwn).map(dot => distance(name, dot)))
      const other = Math.min(...dots.filter(dot => !isOwn(dot)).map(dot => distance(name, dot)))
      expect.soft({ ...name, isNearest: own <= other, coversNone: other > 0 }).toMatchObject({ isNearest: true, coversNone: true }) // prettier-ignore
    }
    if (hash.startsWith('&at')) return
    const [, leftOut] = /(\d+) sites? without a name here/.exec(legend) ?? [null, '0']
    expect(names.length + Number(leftOut)).toBe(44)
  })

  it.each([
    ['colours', ''],
    ['greys', '&ink=print'],
    ['classes of a measure', '&colour=pagerank'],
  ])('draws lines that are seen on white paper: %s', async (_, hash) => {
    const { lines } = await figureAt(hash)
    const seen = lines.map(contrastOnWhite).sort((a, b) => a - b)
    expect(seen[0]).toBeGreaterThanOrEqual(1.5)
    // A weight is shared by many: at least the heaviest tenth lies above the median.
    expect(seen.slice(-Math.floor(seen.length / 10))[0]).toBeGreaterThanOrEqual(3)
  })
})

describe('the map on a phone', () => {
  it('is what one sees first, with its legend folded below', async () => {
    const { page, trouble } = await map.visit({ size: [390, 844] })
    await expect.poll(async () => (await page.locator('canvas').first().boundingBox())?.y).toBeLessThan(300)
    const below = async (): Promise<number> => {
      const parts = [page.getByRole('application'), page.getByText('Legend', { exact: true })]
      const [stage, legend] = await Promise.all(parts.map(part => part.boundingBox()))
      return legend!.y - stage!.y - stage!.height
    }
    await expect.poll(below).toBeGreaterThanOrEqual(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

// Last: it changes the corpus.
describe('the figure studio', () => {
  it('keeps a figure with its title and a name that was dragged, and tells what a new analysis changes in it', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=publish', locale: 'fr' })
    await page.getByRole('button', { name: 'Nouvelle figure' }).click()
    const studio = page.getByRole('dialog', { name: 'Figure 1' })
    await studio.getByLabel('Titre', { exact: true }).fill('Qui cite qui, 2026')
    await page.keyboard.press('Enter')
    const saved = async (): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        studio.getByRole('button', { name: 'Enregistrer en SVG' }).click(),
      ])
      const file = map.beside('studio.svg')
      await download.saveAs(file)
      return readFileSync(file, 'utf8')
    }
    await expect.poll(saved).toContain('<title>Qui cite qui, 2026</title>')
    const name = studio.getByRole('button', { name: /^Turnout Engine/ })
    const before = (await name.boundingBox())!
    // To where nothing stands: a corner of the sheet.
    const sheet = (await studio.getByRole('group', { name: 'La figure telle qu’elle sortira' }).boundingBox())!
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2)
    await page.mouse.down()
    await page.mouse.move(sheet.x + sheet.width * 0.9, sheet.y + sheet.height * 0.12, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await name.boundingBox())!.x - before.x).toBeGreaterThan(20)
    await studio.getByRole('button', { name: 'Garder dans l’étude' }).click()
    await expect.poll(() => studio.textContent()).toContain('Rien n’a changé depuis')
    const kept = keptFigure(map.corpus, 1)!.settings as FigureSettings
    expect(kept).toMatchObject({ title: 'Qui cite qui, 2026', language: 'fr' })
    expect(Object.keys(kept.moved)).toEqual(['turnout-engine.example'])

    setEntity(map.corpus, { actor: 'user', reason: '', now: Date.now() }, 'liberty-lists.example', { status: 'OUT' })
    await analyseInvented(map.corpus, Date.now())
    await expect.poll(() => studio.textContent()).toContain('1 site de moins')
    await expect.poll(() => studio.textContent()).toContain('Liberty Lists')
    const drawn = await saved()
    expect(drawn).not.toContain('Liberty Lists')
    expect(drawn).toContain('Qui cite qui, 2026')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
