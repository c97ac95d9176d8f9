import type { Page } from 'playwright'

/** Names of a map that is drawn as SVG which share some of the screen with a button, a title or a note of it. */
export const coveredNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxes = (where: string): { text: string; box: DOMRect }[] =>
      [...document.querySelectorAll(where)].map(one => ({ text: one.textContent, box: one.getBoundingClientRect() }))
    const controls = boxes('.zoom, .map-title, .left-out, .sheet-map .trail > *')
    const meets = ({ box: a }: { box: DOMRect }) =>
      controls.some(
        ({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom && b.width > 0,
      )
    return boxes('.plain-map text')
      .filter(({ text }) => !/^\d*$/.test(text))
      .filter(meets)
      .map(({ text }) => text)
  })
