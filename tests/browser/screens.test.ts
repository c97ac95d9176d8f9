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
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'
import { settle } from './settle.ts'
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
  'the tools': 'panel=tools',
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

/** Goes through screens in one page: each has something to read, and nothing that axe finds. */
async function walk({ page, trouble }: WatchedPage, print: boolean): Promise<void> {
  for (const [name, hash] of Object.entries(screens)) {
    const address = [hash, ...(print ? ['ink=print'] : [])].filter(part => part !== '').join('&')
    await page.evaluate(to => (window.location.hash = to), address)
    await settle(page)
    await expect.poll(() => page.locator('#reading').innerText(), { message: name }).toMatch(/\S/)
    await expectNoViolations(page, name)
  }
  expect(trouble).toEqual([])
}

const settings: readonly (readonly [name: string, print: boolean, settings: VisitSettings])[] = [
  ['in English, in colours, 1280 × 720', false, {}],
  ['in French, for print, 1280 × 720', true, { locale: 'fr' }],
  ['in French, in colours, on a tablet, by night', false, { locale: 'fr', size: [820, 1180], dark: true }],
]

describe('every screen, looked at by axe', () => {
  it.each(settings)('has nothing to find on the served map, %s', async (_, print, visit) => {
    const watched = await map.visit(visit)
    await walk(watched, print)
    await watched.page.context().close()
  })

  // Its screens are drawn by the same page: what may differ does so in one language as in two.
  it('has nothing to find on the published file with its evidence, in French, for print, on a tablet', async () => {
    const file = map.beside('screens.html')
    const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
    writeFileSync(file, (await mapPage.write(map.corpus, choice, { evidence: true })).text)
    const watched = await map.visit({ address: pathToFileURL(file).href, locale: 'fr', size: [820, 1180] })
    await walk(watched, true)
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

  /** That a page of this corpus says that, and axe finds nothing on it. */
  async function lookAt(
    opened: Pick<OpenedMap, 'visit'>,
    visit: VisitSettings,
    said: readonly string[],
    prepare?: (page: Page) => Promise<void>,
  ): Promise<WatchedPage> {
    const watched = await opened.visit(visit)
    await prepare?.(watched.page)
    for (const words of said) await expect.poll(() => watched.page.locator('body').innerText()).toContain(words)
    await expectNoViolations(watched.page)
    await watched.page.context().close()
    return watched
  }

  it('is before its analysis: says so, and how to make one', async () => {
    bare = await writeInventedCorpus(little.file, { analysed: false })
    const opened = await openMap(bare)
    const said = { en: '“Analyse”, under “Tools”', fr: '« Analyser », sous « Outils »' }
    for (const locale of ['en', 'fr'] as const) {
      const next = said[locale]
      const { trouble } = await lookAt(opened, { locale }, [next])
      expect(trouble).toEqual([])
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
      const { trouble } = await lookAt(opened, { locale }, [words, next[locale]])
      expect(trouble).toEqual([])
    } // prettier-ignore
    await opened.close()
    empty.close()
    none.remove()
  })

  it('can’t be read: says so, and what to do', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const title = locale === 'en' ? 'The map could not be read.' : 'La carte n’a pas pu être lue.'
      await lookAt(
        map,
        { locale },
        [title, locale === 'en' ? 'Start it again' : 'Relancez le programme'],
        async page => {
          await page.route('**/api/map', route => route.abort())
          await page.reload()
        },
      )
    }
  })

  it('is published with entities of every status and without columns', async () => {
    const file = map.beside('little.html')
    const choice = { title: 'invented', statuses, zones, minWeight: 0 } as const
    writeFileSync(file, (await mapPage.write(map.corpus, choice, { columns: 'country', pseudonyms: true })).text)
    const { trouble } = await lookAt(map, { address: pathToFileURL(file).href, locale: 'fr' }, ['Site 1'])
    expect(trouble).toEqual([])
  })
})
