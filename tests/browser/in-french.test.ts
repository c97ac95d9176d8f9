import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
/** No-break spaces are how French is printed, not what it says. */
const said = async (page: Page): Promise<string> => ((await panel(page).textContent()) ?? '').replaceAll('\u00a0', ' ')

describe('the French page', () => {
  it('says in French why a change is refused', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=doorstep.example', locale: 'fr' })
    await panel(page).locator('.edit > summary').click()
    await panel(page).getByLabel('Une autre adresse à lui').fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => said(page))
      .toContain('Non enregistré : « javascript:alert(1) » n’est pas une adresse http(s) ; attendu :')
    await panel(page).getByLabel('Une autre adresse à lui').fill('https://voter-atlas.example/')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page)).toMatch(/Non enregistré : le préfixe \S+ appartient à « voter-atlas\.example »/)
    // The browser itself notes that the server refused.
    expect(trouble.filter(one => !one.includes('422'))).toEqual([])
    await page.context().close()
  })

  it('says in French why pages were not read', async () => {
    const { changes } = map.corpus
      .sql(
        `UPDATE page SET state = 'failed', cause = 'http-404' WHERE id =
         (SELECT page.id FROM page JOIN entity ON entity.id = entity_id WHERE name = 'voter-atlas.example' AND state = 'fetched' LIMIT 1)`,
      )
      .run()
    expect(changes).toBe(1)
    const { page, trouble } = await map.visit({ hash: '#site=voter-atlas.example', locale: 'fr' })
    await expect.poll(() => said(page)).toContain('Non lues1 (introuvable : 1)')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('says in French what speaks for a guess', async () => {
    map.corpus
      .sql(
        `UPDATE entity SET country = '', homepage = 'http://agence-exemple.fr/' WHERE name = 'second-stranger.example'`,
      )
      .run()
    const { page, trouble } = await map.visit({ hash: '#panel=review', locale: 'fr' })
    await expect.poll(() => panel(page).locator('.candidate h3').textContent()).toBe('second-stranger.example')
    await expect.poll(() => said(page)).toContain('(domaine .fr)')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
