import axe from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { settle } from './settle.ts'

/** That axe-core finds nothing wrong on the page, once it is settled. `screen` names it in a failure. */
export async function expectNoViolations(page: Page, screen = 'this screen'): Promise<void> {
  await settle(page)
  await expect.poll(() => violationsOn(page), { interval: 500, message: `axe on ${screen}` }).toEqual([])
}

/** 'rule: element' of each violation. */
async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's Content-Security-Policy needs no exception for tests.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}
