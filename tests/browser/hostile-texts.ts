import type { WatchedPage } from './open-map.ts'

/** Each would set `hacked` if anything of it ran. */
export const script = '<script>window.hacked = 1</script>'
export const image = '"><img src="https://tracker.example/x.gif" onerror="window.hacked = 2">'
export const frame = '</mark></title><iframe srcdoc="<script>parent.hacked = 3</script>"></iframe>'
export const address = 'javascript:window.hacked=4'

/** Everything that must not have come into being. */
export async function effects({ page, trouble }: WatchedPage): Promise<unknown> {
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

export const nothingRan = { hacked: null, scripts: 1, strangers: 0, addresses: [], trouble: [] }
