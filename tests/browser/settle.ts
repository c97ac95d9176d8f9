import type { Page } from 'playwright'
import { expect } from 'vitest'

/** Waits until the page shows something and waits for no answer itself: from here on the whole of it may be looked at. */
export async function settle(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isSettled)).toBe(true)
}

/** What was clicked or gone to just before is drawn two frames later, or says that it waits. Pages that are not ours have no root. */
async function isSettled(): Promise<boolean> {
  const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const root = document.getElementById('root')
  return root?.childElementCount !== 0 && document.querySelector('[aria-busy="true"]') === null
}
