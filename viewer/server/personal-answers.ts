import type { Context, Hono } from 'hono'
import { eventLog } from '#data/store/map/entity-facts.ts'
import { judgements } from '#data/store/map/judgements.ts'
import type { LogData } from '../protocol/review.ts'
import { waveOf } from './answers.ts'
import { type CrawlDoor, readCrawl } from './crawl/crawl-door.ts'
import { codesForGuests, crawlForGuests, entityForGuests, judgedForGuests } from './for-guests.ts'
import { readCodes } from './read-codes.ts'
import { readEntityData } from './read-entity-data.ts'
import { readSummary } from './studies/read-summary.ts'

interface PersonalParts extends CrawlDoor {
  /** Null: they may only look. */
  readonly token: string | null
  readonly now: () => number
}

/** What names who works on the study, or holds their words: told whole to those who may change it, the rest of it to guests. */
export function addPersonalAnswers(app: Hono, parts: PersonalParts): void {
  const { corpus, ownCrawlOf, now } = parts
  const isGuest = parts.token === null
  const query = (context: Context, name: string): string => context.req.query(name) ?? ''
  app.get('/api/judged', context => {
    const judged = judgements(corpus)
    return context.json(isGuest ? judgedForGuests(judged) : judged)
  })
  app.get('/api/codes', context => {
    const codes = readCodes(corpus, query(context, 'source'), query(context, 'target'))
    return context.json(isGuest ? codesForGuests(codes) : codes)
  })
  app.get('/api/log', context => {
    const events = isGuest ? [] : eventLog(corpus, query(context, 'id') || null, 100)
    return context.json({ events } satisfies LogData)
  })
  // Null, not 404, for a stranger: an old address is nothing that a browser should report as an error.
  app.get('/api/entity', context => {
    const entity = readEntityData(corpus, query(context, 'id'), waveOf(context).wave) ?? null
    return context.json(isGuest && entity !== null ? entityForGuests(entity) : entity)
  })
  app.get('/api/crawl', context => {
    const crawl = readCrawl(parts, now())
    return context.json(isGuest ? crawlForGuests(crawl) : crawl)
  })
  // A morning is for whoever works on the study.
  app.get('/api/summary', context => context.json({ summary: isGuest ? null : readSummary(corpus, ownCrawlOf, now()) }))
}
