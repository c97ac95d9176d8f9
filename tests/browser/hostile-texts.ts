import { expect } from 'vitest'
import type { WatchedPage } from './open-map.ts'
import { settle } from './settle.ts'

/** Each would set `hacked` if anything of it ran. */
export const script = '<script>window.hacked = 1</script>'
export const image = '"><img src="https://tracker.example/x.gif" onerror="window.hacked = 2">'
export const frame = '</mark></title><iframe srcdoc="<script>parent.hacked = 3</script>"></iframe>'
export const address = 'javascript:window.hacked=4'

/** That nothing of it ran, made an element or asked for anything; the page has shown by then what was to be shown. */
export async function expectNothingRan(visit: WatchedPage): Promise<void> {
  await settle(visit.page)
  await expect.poll(() => effects(visit)).toEqual(nothingRan)
}

/** Everything that must not have come into being. */
async function effects({ page, trouble }: WatchedPage): Promise<unknown> {
  const found = await page.evaluate(() => ({
    hacked: (window as unknown as { hacked?: number }).hacked ?? null,
    scripts: document.scripts.length,
    strangers: document.querySelectorAll('iframe, object, embed, img:not(.mark), base, form[action]').length,
    addresses: [...document.querySelectorAll('a[href]')]
      .map(link => (link as HTMLAnchorElement).protocol)
      .filter(protocol => !['http:', 'https:'].includes(protocol)),
  }))
  return { ...found, trouble }
}

const nothingRan = { hacked: null, scripts: 1, strangers: 0, addresses: [], trouble: [] }
