import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { corpusPlace } from '../viewer/invented-corpus-file.ts'
import { crawlWords } from '../data/vocabulary/crawl-words.ts'
import { crawledAt } from '../viewer/invented-network.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { openMap, type OpenedMap } from './open-map.ts'
import { positionOf } from './position-of.ts'

/** Two triangles and a bridge, of a file without directions. */
const file = `graph [ directed 0
${['a', 'b', 'c', 'd', 'e', 'f'].map((name, id) => `node [ id ${id} label "${name}" ]`).join('\n')}
${[[0, 1], [0, 2], [1, 2], [3, 4], [3, 5], [4, 5], [2, 3]].map(([from, to]) => `edge [ source ${from} target ${to} value 2 ]`).join('\n')}
]` // prettier-ignore

/** Three of one country and three of another, whose ties lead from one to the next. */
const calls = `graph [ directed 1
${['a', 'b', 'c', 'd', 'e', 'f'].map((name, id) => `node [ id ${id} label "${name}" country "${id < 3 ? 'FR' : 'US'}" ]`).join('\n')}
${[[0, 1], [1, 0], [1, 2], [2, 0], [3, 4], [4, 5], [5, 3], [2, 3], [3, 1]].map(([from, to]) => `edge [ source ${from} target ${to} weight ${1 + from! % 3} ]`).join('\n')}
]` // prettier-ignore

/** Serves the map of a network that was imported and analysed, in a browser, while the tests of a block run. */
function importedMap(
  text: string,
  /** 'source target' of ties that a coder judged to be recognition; then those alone are analysed. */
  recognised: readonly string[] = [],
): { readonly visit: OpenedMap['visit']; readonly corpus: Corpus; readonly beside: (name: string) => string } {
  const place = corpusPlace()
  let corpus: Corpus
  let map: OpenedMap
  beforeAll(async () => {
    const path = join(dirname(place.file), 'told.gml')
    writeFileSync(path, text)
    const around = { cwd: '/', env: {}, now: () => crawledAt, between: () => Promise.resolve() }
    await importCorpus({ path, corpus: place.file, as: 'network' }, around)
    corpus = openCorpus(place.file, 'write')
    for (const tie of recognised) {
      const [source = '', target = ''] = tie.split(' ')
      const code = { source, target, code: 'recognition', note: '' } as const
      codeEdge(corpus, { actor: 'Ada', reason: '', now: crawledAt }, code)
    }
    const codes = recognised.length > 0 ? { codes: ['recognition'] as const } : {}
    const asked = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 10, resolution: 1, ...codes } as const
    const now = (): number => crawledAt
    await analyseCorpus(corpus, asked, now, () => undefined)
    map = await openMap(corpus)
  })
  afterAll(async () => {
    await map.close()
    corpus.close()
    place.remove()
  })
  return {
    visit: settings => map.visit(settings),
    get corpus() {
      return corpus
    },
    beside: name => join(dirname(place.file), name),
  }
}

const panel = (page: Page) => page.locator('#reading')

/** What the page says, but for its bar and the name of the panel for a crawl that may begin. */
const said = async (page: Page): Promise<string> =>
  (await page.locator('.legend, #reading, .hover-line, table, caption').allInnerTexts())
    .join('\n')
    .replace(/Toile.*/g, '')
    .replace(/^(?:Crawl|Collecte)$/gm, '')

const wrong = async (page: Page, locale: 'en' | 'fr'): Promise<string> =>
  crawlWords[locale].exec(await said(page))?.[0] ?? ''

describe('the map of an imported network without directions', () => {
  const map = importedMap(file)

  it('has each tie once, without arrow, and says nothing of citations, pages or a crawl', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const { page, trouble } = await map.visit({ locale })
      await expect
        .poll(() => page.getByRole('application').getAttribute('aria-label'))
        .toBe(locale === 'en' ? 'Map of 6 nodes and 7 ties' : 'Carte de 6 nœuds et 7 liens')
      await expect.poll(() => said(page)).toContain(locale === 'en' ? 'Who is tied to whom' : 'Qui est lié à qui')
      await expect.poll(() => wrong(page, locale)).toBe('')
      if (locale === 'en') await expectNoViolations(page)
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })

  it('opens a tie from either end, and lists whom a site is tied to once', async () => {
    const { page, trouble } = await map.visit({ hash: '#from=3&to=2' })
    await expect.poll(() => panel(page).locator('.tie-title').textContent()).toMatch(/d.*and.*c$/)
    await expect.poll(() => panel(page).textContent()).toContain('weight 2')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('from=')
    await page.goto(`${page.url().split('#')[0]}#site=2`)
    await expect.poll(() => panel(page).locator('h3', { hasText: 'Tied to' }).textContent()).toBe('Tied to 3')
    await expect.poll(() => panel(page).innerText()).not.toMatch(/cite|0 pages/)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

describe('the map of an imported network with directions', () => {
  const map = importedMap(calls)

  it.each(['en', 'fr'] as const)(
    'says in %s nothing that is true of a crawl alone, wherever one looks',
    async locale => {
      const looks: readonly (readonly [hash: string, says: string])[] =
        locale === 'en'
          ? [
              ['', 'Ties from node to node'],
              ['#panel=filters', 'ties of the file'],
              ['#site=1', 'Ties from'],
              ['#from=1&to=0', '→'],
              ['#from=2&to=0', 'The file has no tie from a to c.'],
              ['#path=0&to=5', 'Path'],
              ['#screen=table', 'Ties to it'],
              ['#screen=matrix', 'from the row to the column'],
            ]
          : [
              ['', 'Liens de nœud à nœud'],
              ['#panel=filters', 'liens du fichier'],
              ['#site=1', 'Liens venant de'],
              ['#from=1&to=0', '→'],
              ['#from=2&to=0', 'Le fichier n’a pas de lien de a vers c.'],
              ['#path=0&to=5', 'Chemin'],
              ['#screen=table', 'Liens vers lui'],
              ['#screen=matrix', 'de la ligne vers la colonne'],
            ]
      for (const [hash, says] of looks) {
        const { page, trouble } = await map.visit({ hash, locale })
        await expect.poll(() => said(page)).toContain(says)
        await expect.poll(() => wrong(page, locale)).toBe('')
        expect(trouble).toEqual([])
        await page.context().close()
      }
    },
  )

  it('tells what is pointed at, and names no search in texts that there are not', async () => {
    const { page } = await map.visit()
    const stage = page.getByRole('application')
    await stage.waitFor()
    const [c, d] = [await positionOf(stage, map.corpus, '2'), await positionOf(stage, map.corpus, '3')]
    await page.mouse.move((c.x + d.x) / 2, (c.y + d.y) / 2, { steps: 5 })
    await expect.poll(() => page.locator('.hover-line').textContent()).toBe('c → d: weight 3')
    await stage.focus()
    await page.keyboard.press('n')
    await expect.poll(() => page.locator('.hover-line').textContent()).toMatch(/^[a-f]: ties from \d nodes?, to \d$/)
    await page.getByRole('combobox', { name: 'Find a node' }).fill('zzz')
    await expect.poll(() => page.getByRole('listbox').first().textContent()).toBe('No node is called “zzz”.')
    await page.context().close()
  })

  it('saves a figure whose title and legend say the same', async () => {
    const { page } = await map.visit({ hash: '#panel=publish' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('button', { name: 'Save as SVG' }).click(),
    ])
    const saved = map.beside('figure.svg')
    await download.saveAs(saved)
    const svg = readFileSync(saved, 'utf8')
    const text = svg.replaceAll(/<[^>]*>/g, ' ')
    expect(text).toContain('Ties from node to node')
    expect(crawlWords.en.exec(text)?.[0] ?? '').toBe('')
    await page.context().close()
  })
})

describe('the map of coded ties alone', () => {
  const map = importedMap(calls, ['0 1', '1 2', '2 3'])

  it.each([
    [
      'en',
      'Only ties that most of their coders judged as: recognition. Ties that nobody coded are left out; what they do is not known.',
    ],
    [
      'fr',
      'Seulement les liens que la plupart de leurs codeurs ont jugés ainsi\u00a0: reconnaissance. Les liens que personne n’a codés sont omis\u00a0; on ne sait pas ce qu’ils font.',
    ],
  ] as const)('says so in its title, and draws no other: %s', async (locale, sentence) => {
    const { page, trouble } = await map.visit({ locale })
    await expect.poll(() => page.locator('.caption').textContent()).toContain(sentence)
    await expect
      .poll(() => page.locator('.caption-counts').textContent())
      .toMatch(locale === 'en' ? / 3 ties$/ : / 3 liens$/)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
