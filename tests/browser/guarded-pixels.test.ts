import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()
const panel = (page: Page) => page.locator('#reading')

/** As Firefox does with privacy.resistFingerprinting: whatever a page reads back from a canvas is noise. */
function makeNoise(): void {
  const noise = (data: ArrayLike<number> & { fill: (value: number) => unknown; length: number }): void => {
    const bytes = data as unknown as Uint8Array
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(Math.random() * 256)
  }
  for (const type of [WebGLRenderingContext, WebGL2RenderingContext])
    type.prototype.readPixels = function readPixels(...args: unknown[]) {
      noise(args.at(-1) as Uint8Array)
    }
  const honest = CanvasRenderingContext2D.prototype.getImageData
  CanvasRenderingContext2D.prototype.getImageData = function getImageData(...args) {
    const image = honest.apply(this, args)
    noise(image.data)
    return image
  }
  const scribble = (canvas: HTMLCanvasElement): HTMLCanvasElement => {
    const copy = document.createElement('canvas')
    copy.width = canvas.width
    copy.height = canvas.height
    const context = copy.getContext('2d')!
    const image = context.createImageData(copy.width, copy.height)
    noise(image.data)
    context.putImageData(image, 0, 0)
    return copy
  }
  const { toBlob, toDataURL } = HTMLCanvasElement.prototype
  HTMLCanvasElement.prototype.toBlob = function toNoise(...args) {
    toBlob.apply(scribble(this), args)
  }
  HTMLCanvasElement.prototype.toDataURL = function toNoise(...args) {
    return toDataURL.apply(scribble(this), args)
  }
}

async function visit(hash: string, locale = 'en'): Promise<Page> {
  const context = await map.browser.newContext({ locale, viewport: { width: 1280, height: 720 } })
  await context.addInitScript(makeNoise)
  const page = await context.newPage()
  await page.goto(map.served.address + hash)
  return page
}

/** Where a site's dot stands: the layout fitted into the map's box, 46 pixels from its nearer edges. */
async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const { ids, x, y } = readMapData({ corpus: map.corpus, title: '', now: Date.now })
  const box = (await page.getByRole('application').boundingBox())!
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
  const scale = Math.min((box.width - 92) / extent(x), (box.height - 92) / extent(y))
  const site = (ids as readonly string[]).indexOf(id)
  return {
    x: box.x + box.width / 2 + (x[site]! - middle(x)) * scale,
    y: box.y + box.height / 2 - (y[site]! - middle(y)) * scale,
  }
}

describe('a browser that gives noise for pixels', () => {
  it('points at dots and opens them all the same', async () => {
    const page = await visit('')
    await expect.poll(() => page.locator('.sigma-words').count()).toBe(1)
    for (const [id, name] of [
      ['atelier-suffrage.example', 'Atelier Suffrage'],
      ['liberty-lists.example', 'Liberty Lists'],
    ] as const) {
      const { x, y } = await placeOf(page, id)
      await page.mouse.move(x, y)
      await expect.poll(() => page.locator('.hover-line').textContent()).toMatch(new RegExp(`^${name}: cited by`))
      await page.mouse.click(x, y)
      await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain(name)
      await page.keyboard.press('Escape')
    }
    const corner = (await page.getByRole('application').boundingBox())!
    await page.mouse.move(corner.x + 3, corner.y + 3, { steps: 4 })
    await expect.poll(() => page.locator('.hover-line').textContent()).toBe('')
    await page.context().close()
  })

  it.each([
    ['en', 'Save as PNG, 300 dpi', 'Save as SVG', /would be noise and was not saved/],
    ['fr', 'Enregistrer en PNG, 300 dpi', 'Enregistrer en SVG', /ne serait que du bruit et n’a pas été enregistré/],
  ])('saves no noise as a PNG, says why, and saves the SVG: %s', async (locale, png, svg, sentence) => {
    const page = await visit('#panel=publish', locale)
    const saved: string[] = []
    page.on('download', download => saved.push(download.suggestedFilename()))
    await panel(page).getByRole('button', { name: png }).click()
    await expect.poll(() => panel(page).locator('output', { hasText: sentence }).count()).toBe(1)
    await panel(page).getByRole('button', { name: svg }).click()
    await expect.poll(() => saved).toEqual([`invented-${locale}.svg`])
    await page.context().close()
  })
})
