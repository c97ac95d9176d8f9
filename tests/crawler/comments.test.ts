import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { setUpCrawl, type Workbench } from './crawl-web.ts'

const post = `<!doctype html><html lang="en"><title>A post</title><body><main><article>
  <p>A sentence of the author on <a href="http://b.example/">a friend's blog</a>, long enough to be one.</p></article>
  <section id="comments"><ol class="comment-list"><li class="comment"><cite class="comment-author">
  <a href="http://private.example/?utm_source=x">Jane Private</a></cite>
  <p>I was ill in May, as <a href="http://b.example/may">Doctor Whoever wrote</a> to me and to others.</p></li></ol></section>
  </main></body></html>`

let web: ServedWeb
let bench: Workbench

beforeEach(async () => {
  web = await serveWeb({ 'a.example': { '/': post }, 'b.example': { '/': '<title>B</title>' } })
  bench = setUpCrawl(web.proxy, ['http://a.example/'])
})
afterEach(async () => {
  bench.remove()
  await web.close()
})

const words = (): string[] =>
  bench
    .query<{ words: string }>(
      `SELECT zone || ': ' || coalesce(anchor.value, '-') || ' | ' || coalesce(context.value, '-') AS words
       FROM link LEFT JOIN snippet anchor ON anchor.id = anchor LEFT JOIN snippet context ON context.id = context ORDER BY ordinal`,
    )
    .map(row => row.words)

/** Every byte of the corpus and of what lies beside it. */
const onDisk = (): string =>
  readdirSync(bench.folder)
    .map(name => readFileSync(join(bench.folder, name), 'latin1'))
    .join()

const withheld = [
  "content: a friend's blog | A sentence of the author on a friend's blog, long enough to be one.",
  'comment: - | -',
  'comment: - | -',
]

describe('crawl --no-comments', () => {
  it('keeps anchors and sentences of comments out of the corpus; their links stay', async () => {
    await bench.crawl({ comments: false })
    expect(words()).toEqual(withheld)
    expect(onDisk()).not.toMatch(/Jane|Doctor|I was ill|utm_source/)
    expect(bench.said()).not.toContain('removed')
  })

  it('removes them from a corpus crawled before without it, says so, and keeps them out of later crawls', async () => {
    await bench.crawl()
    expect(words()[1]).toMatch(/^comment: Jane Private/)
    await bench.crawl({ comments: false })
    expect(bench.said()).toContain('--no-comments: 2 links in comments were stored')
    expect(words()).toEqual(withheld)
    expect(onDisk()).not.toMatch(/Jane|Doctor|I was ill|utm_source/)
    await bench.crawl({ again: 'later' })
    expect(bench.said()).toContain('keeps no words of comments')
    expect(words()).toEqual(withheld)
    expect(onDisk()).not.toMatch(/Jane|Doctor|I was ill/)
  })
})
