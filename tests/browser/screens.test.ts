import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { afterAll, describe, expect, it } from 'vitest'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { mapPage } from '#viewer/publish/map-page.ts'
import { corpusPlace } from '../viewer/invented-corpus-file.ts'
import { writeInventedCorpus } from '../viewer/invented-network.ts'
import { findViolations } from './find-violations.ts'
import { inventedMap } from './invented-map.ts'
import { openMap, type OpenedMap, type VisitSettings, type WatchedPage } from './open-map.ts'

const map = inventedMap()

const tie = 'from=atelier-suffrage.example&to=micro-target-co.example'

/** Every screen by its address. */
const screens: Readonly<Record<string, string>> = {
  'first sight': '',
  'the filters': 'panel=filters',
  'a filtered map': 'panel=filters&f.country=FR&w=2',
  'what is to be reviewed': 'panel=review',
  'the crawl': 'panel=crawl',
  'the publishing panel': 'panel=publish',
  'a site': 'site=turnout-engine.example',
  'a site outside the map': 'site=unreviewed.example',
  'a site that nobody knows': 'site=nobody.example',
  'the surroundings of a site': 'ego=doorstep.example&steps=1&site=doorstep.example',
  'several sites': 'sites=turnout-engine.example&sites=doorstep.example',
  'a tie, its hyperlinks and its code': tie,
  'the path between two sites': 'path=laboratoire-agora.example&to=doorstep.example',
  'words found in anchors and titles': 'words=lire',
  'the table': 'screen=table',
  'map and table': 'screen=both',
  'the matrix': 'screen=matrix',
  'a cell of the matrix': 'screen=matrix&cell=country&row=FR&col=US',
  'two maps side by side': 'site=turnout-engine.example&against=1&zone=content&zone2=blogroll',
}

const isReady = async (page: Page): Promise<void> => {
  await page.locator('#reading').waitFor()
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
}

const reading = (page: Page): Promise<string> => page.locator('#reading').innerText()

/** Goes through screens in one page; returns what axe finds, and screens that show nothing. */
async function walk({ page, trouble }: WatchedPage, print: boolean): Promise<string[]> {
  const found: string[] = []
  for (const [name, hash] of Object.entries(screens)) {
    const address = [hash, ...(print ? ['ink=print'] : [])].filter(part => part !== '').join('&')
    await page.evaluate(to => (window.location.hash = to), address)
    await isReady(page)
    if ((await reading(page)).trim() === '') found.push(`${name}: nothing to read`)
    found.push(...(await findViolations(page)).map(violation => `${name}: ${violation}`))
  }
  return [...found, ...trouble]
}

const settings: readonly (readonly [name: string, print: boolean, settings: VisitSettings])[] = [
  ['in English, in colours, 1280 × 720', false, {}],
  ['in French, for print, 1280 × 720', true, { locale: 'fr' }],
  ['in French, in colours, on a tablet', false, { locale: 'fr', size: [820, 1180] }],
]

describe('every screen, looked at by axe', () => {
  it.each(settings)('has nothing to find on the served map, %s', async (_, print, visit) => {
    const watched = await map.visit(visit)
    await isReady(watched.page)
    expect(await walk(watched, print)).toEqual([])
    await watched.page.context().close()
  })

  it.each(settings)('has nothing to find on the published file with its evidence, %s', async (_, print, visit) => {
    const file = map.beside('screens.html')
    const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
    writeFileSync(file, (await mapPage.write(map.corpus, choice, { evidence: true })).text)
    const watched = await map.visit({ ...visit, address: pathToFileURL(file).href })
    await isReady(watched.page)
    expect(await walk(watched, print)).toEqual([])
    await watched.page.context().close()
  })
})

describe('screens of a corpus that has little to show', () => {
  const little = corpusPlace()
  let bare: Corpus
  afterAll(() => {
    bare.close()
    little.remove()
  })

  /** What a page of this corpus says, and what axe finds on it. */
  async function lookAt(
    opened: Pick<OpenedMap, 'visit'>,
    visit: VisitSettings,
    prepare?: (page: Page) => Promise<void>,
  ) {
    const { page, trouble } = await opened.visit(visit)
    await prepare?.(page)
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
    const [text, found] = [await page.locator('body').innerText(), await findViolations(page)]
    await page.context().close()
    return { text, found, trouble }
  }

  it('is before its analysis: says so, and how to make one', async () => {
    bare = await writeInventedCorpus(little.file, { analysed: false })
    const opened = await openMap(bare)
    for (const locale of ['en', 'fr'] as const) {
      const { text, found, trouble } = await lookAt(opened, { locale })
      expect(text).toContain('./toile analyse')
      expect([...found, ...trouble]).toEqual([])
    }
    await opened.close()
  })

  it.each([
    ['says what fills it, and begins a crawl', false, { en: 'Begin the crawl', fr: 'Commencer la collecte' }],
    ['read-only, says which command fills it', true, { en: './toile crawl', fr: './toile crawl' }],
  ])('is empty: %s', async (_, readOnly, next) => {
    const none = corpusPlace()
    const empty = openCorpus(none.file, 'create')
    const opened = await openMap(empty, { readOnly })
    for (const [locale, words] of [['en', 'There is no map yet'], ['fr', 'Il n’y a pas encore de carte']] as const) {
      const { text, found, trouble } = await lookAt(opened, { locale })
      expect(text).toContain(words)
      expect(text).toContain(next[locale])
      expect([...found, ...trouble]).toEqual([])
    } // prettier-ignore
    await opened.close()
    empty.close()
    none.remove()
  })

  it('can’t be read: says so, and what to do', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const { text, found } = await lookAt(map, { locale }, async page => {
        await page.route('**/api/map', route => route.abort())
        await page.reload()
        await page
          .getByRole('heading', {
            name: locale === 'en' ? 'The map could not be read.' : 'La carte n’a pas pu être lue.',
          })
          .waitFor()
      })
      expect(text).toContain('./toile view')
      expect(found).toEqual([])
    }
  })

  it('is published with entities of every status and without columns', async () => {
    const file = map.beside('little.html')
    const choice = { title: 'invented', statuses, zones, minWeight: 0 } as const
    writeFileSync(file, (await mapPage.write(map.corpus, choice, { columns: 'country', pseudonyms: true })).text)
    const { text, found, trouble } = await lookAt(map, { address: pathToFileURL(file).href, locale: 'fr' })
    expect(text).toContain('Site 1')
    expect([...found, ...trouble]).toEqual([])
  })
})
