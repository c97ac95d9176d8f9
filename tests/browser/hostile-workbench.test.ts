import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { crawledAt, plantedLink, plantPage } from '../viewer/invented-network.ts'
import { expectNothingRan, frame, image, script } from './hostile-texts.ts'
import { inventedMap } from './invented-map.ts'
import { settle } from './settle.ts'

const ends = { source: 'turnout-engine.example', target: 'precinct-labs.example' }

/** A command that says hostile things, with the escapes of a terminal, and fails. */
const spiteful = `console.error(${JSON.stringify(`\u001b[31m${script}\u001b]0;owned\u0007 ${image}`)}); process.exit(1)`

const map = inventedMap(
  corpus => {
    const author = { actor: 'user', reason: script, now: crawledAt }
    setEntity(corpus, author, ends.source, { label: `${image} Engine` })
    tagEntity(corpus, author, ends.source, script, image)
    codeEdge(corpus, author, { ...ends, code: 'credit', note: `${image} ${script}` })
    codeEdge(corpus, { ...author, actor: script }, { ...ends, code: 'other', note: frame })
    corpus.sql('INSERT INTO wave (label, started_at, ended_at) VALUES (?, ?, ?)').run(script, crawledAt, crawledAt + 1)
    corpus
      .sql(`UPDATE finding SET value = json_replace(value, '$[0].name', ?) WHERE name = 'communities'`)
      .run(`${frame} ${image}`)
    const link = plantedLink(0, `https://${ends.target}/`, { anchor: script, context: `${script} ${image}` })
    const page = { url: `https://${ends.source}/p`, title: image, published: '', language: 'en', links: [link] }
    plantPage(corpus, page, crawledAt)
  },
  { jobs: createJobs([process.execPath, '-e', spiteful], {}) },
)

const panel = (page: Page) => page.locator('#reading')
const showsOnMap = async (page: Page, text: string): Promise<void> =>
  expect.poll(() => page.locator('.workbench').textContent()).toContain(text)

interface Place {
  readonly name: string
  readonly hash: string
  /** Opens what is folded. */
  readonly open?: (page: Page) => Promise<unknown>
  /** As text on the screen. */
  readonly said: string
}

const places: readonly Place[] = [
  {
    name: 'the hyperlinks from a site',
    hash: `site=${ends.source}`,
    open: page =>
      panel(page)
        .getByRole('button', { name: /^From / })
        .click(),
    said: script,
  },
  {
    name: 'the hyperlinks to a site',
    hash: `site=${ends.target}`,
    open: page => panel(page).getByRole('button', { name: /^To / }).click(),
    said: image,
  },
  { name: 'the hyperlinks of a cell', hash: 'screen=matrix&cell=country&row=US&col=US', said: image },
  {
    name: 'tags and the history of a site',
    hash: `site=${ends.source}`,
    open: page => panel(page).locator('details.edit > summary').click(),
    said: image,
  },
  {
    name: 'a tag as colour and label',
    hash: `colour=${encodeURIComponent(`tag:${script}`)}&label=address`,
    said: image,
  },
  {
    name: 'a tag kept by a filter, in the trail',
    hash: `panel=filters&${new URLSearchParams([[`f.tag:${script}`, image]]).toString()}`,
    said: `${script}: ${image}`,
  },
  { name: 'the coders of a tie', hash: `from=${ends.source}&to=${ends.target}`, said: `${script}: ` },
  { name: 'the coders and their agreement', hash: 'panel=review', said: script },
  { name: 'the names of waves', hash: `panel=filters&wave=${encodeURIComponent(script)}`, said: `wave ${script}` },
  {
    name: 'two waves compared',
    hash: `against=1&wave=first&wave2=${encodeURIComponent(script)}`,
    said: `wave ${script} · 0 ties`,
  },
  { name: 'the names of communities', hash: '', said: `${frame} ${image}` },
  { name: 'the names of communities, in the matrix', hash: 'screen=matrix', said: `${frame} ${image}` },
  {
    name: 'the last lines of a command',
    hash: 'panel=crawl',
    open: page => panel(page).getByRole('button', { name: 'Analyse' }).click(),
    said: `${script} ${image}`,
  },
  {
    name: 'what the reader says of a seed list',
    hash: 'panel=crawl',
    open: page => page.getByLabel(/^Seed list/).fill(`url\n${image.replace('">', '')}\n`),
    said: '<img src=',
  },
]

describe('hostile texts in every corner of the workbench', () => {
  it.each(places)('are shown as text, and nothing runs: $name', async ({ hash, open, said }) => {
    const visit = await map.visit({ hash: `#${hash}` })
    const { page } = visit
    await page.locator('.workbench').waitFor()
    await settle(page)
    await open?.(page)
    await showsOnMap(page, said)
    await expectNothingRan(visit)
    await page.context().close()
  })

  it('gives a coder’s own note back as it was written', async () => {
    const visit = await map.visit({ hash: `#from=${ends.source}&to=${ends.target}` })
    await expect.poll(() => panel(visit.page).getByLabel('Note').inputValue()).toBe(`${image} ${script}`)
    await expectNothingRan(visit)
    await visit.page.context().close()
  })
})
