import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Context } from 'hono'
import { archivedVisit, type ArchivedVisit } from '#data/store/visits/archive-place.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lastCrawl } from '#data/store/frontier/crawl-settings.ts'
import { archivesOf } from '#data/own-crawls.ts'
import { xmlText } from '#data/table/xml-text.ts'
import { firstKnown, type Language, locales } from '#data/vocabulary/languages.ts'
import { sentences } from '#data/vocabulary/words/sentences.ts'
import type { ArchivedCopy } from '#crawler/fetch/archive/read-copy.ts'
import type { OwnCrawlOf } from '../crawl/known-settings.ts'
import { inertPage } from './inert-page.ts'

const style = `body{font:16px/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:0 1rem 3rem;color:#1d2025;background:#fff;overflow-wrap:anywhere}
.toile{position:sticky;top:0;margin:0 -1rem 1.5rem;padding:.6rem 1rem;background:#f1f0ec;border-bottom:1px solid #c9c6c0;font-size:.9rem}
.toile h1{font-size:1rem}.toile h1,.toile p{margin:.1rem 0}a{color:#1d4467}table{border-collapse:collapse}td,th{vertical-align:top;padding:.15rem .4rem}`

/**
 * A stranger's page is made inert before it is sent (see inertPage); the policy forbids the rest once more: an origin of
 * its own, no script, no frame, no form, no request to anybody, this server included.
 */
export const archivePolicy = [
  'sandbox',
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sends the archived copy of a visit to be read, or says in one sentence why there is none (404). */
export async function answerArchived(context: Context, corpus: Corpus, ownCrawlOf: OwnCrawlOf): Promise<Response> {
  const language = firstKnown(context.req.query('lang'))
  const words = sentences[language].archive
  const refuse = (sentence: string): Response =>
    context.body(`${sentence}\n`, 404, { 'content-type': 'text/plain; charset=utf-8' })
  const asked = context.req.query('visit') ?? ''
  const visit = /^\d{1,15}$/.test(asked) ? archivedVisit(corpus, Number(asked), ownArchives(corpus, ownCrawlOf)) : null
  if (visit === null) return refuse(words.unknown)
  const copy = await readFirst(visit)
  if (copy === null) return refuse(words.gone(basename(visit.file)))
  if (copy.html.trim() === '') return refuse(words.noPage(copy.status))
  return context.body(pageOf(visit.url, copy, language), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': archivePolicy,
  })
}

function ownArchives(corpus: Corpus, ownCrawlOf: OwnCrawlOf): string[] {
  const last = lastCrawl(corpus)
  return archivesOf(last && ownCrawlOf(last))
}

async function readFirst({ url, places }: ArchivedVisit): Promise<ArchivedCopy | null> {
  // Loaded here: who looks at a map without archive has no use for it.
  const { readCopy } = await import('#crawler/fetch/archive/read-copy.ts')
  for (const place of places) {
    const copy = await readCopy(place, url)
    if (copy !== null) return copy
  }
  return null
}

function pageOf(url: string, { html, base, date }: ArchivedCopy, language: Language): string {
  const words = sentences[language].archive
  const { title, body } = inertPage(html, base)
  const address = xmlText(url)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xmlText(`${words.heading} – ${title === '' ? url : title}`)}</title>
<style>${style}</style>
</head>
<body>
<header class="toile">
<h1>${words.heading}</h1>
<p><a href="${address}" rel="noreferrer">${address}</a></p>
<p>${words.received(minute(date, language))} ${words.leftOut}</p>
</header>
<main lang="">
${body}
</main>
</body>
</html>
`
}

/** A date of the archive to the minute, in UTC; as it stands when it is none. */
const minute = (date: string, language: Language): string =>
  Number.isNaN(Date.parse(date))
    ? date
    : new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
        new Date(date),
      )
