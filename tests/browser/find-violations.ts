import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe-core finds wrong on the page: 'rule: element'. */
export async function findViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's Content-Security-Policy needs no exception for tests.
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}
