import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExtractedLink } from '#data/records.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { groupEvidence, type EvidenceQuestion } from '#viewer/server/group-evidence.ts'
import { readEvidence } from '#viewer/server/read-evidence.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { crawledAt, plantedLink, plantPage, writeInventedCorpus } from './invented-network.ts'

const place = corpusPlace()
let corpus: Corpus

beforeAll(async () => {
  corpus = await writeInventedCorpus(place.file, { analysed: false })
})
afterAll(() => {
  corpus.close()
  place.remove()
})

const ties = (): { source: string; target: string }[] =>
  corpus
    .sql<{ source: string; target: string }>(
      `SELECT DISTINCT source.name AS source, target.name AS target FROM link JOIN entity source ON source.id = source_entity
       JOIN entity target ON target.id = target_entity WHERE source_entity <> target_entity ORDER BY 1, 2`,
    )
    .all()

/** All that an answer says but the pages that stand for a template, which any of its pages may. */
const answer = ({ templates, ...data }: ReturnType<typeof readEvidence>) => ({
  ...data,
  templates: templates.map(({ samples, ...link }) => JSON.stringify({ ...link, samples: samples.length })).sort(),
})

describe('readEvidence(corpus, question)', () => {
  it('says of every tie what grouping all its hyperlinks says', () => {
    const asked: Partial<EvidenceQuestion>[] = [{}, { offset: 1, limit: 2 }, ...zones.map(zone => ({ zone }))]
    expect(ties().length).toBeGreaterThan(250)
    for (const tie of ties())
      for (const part of asked) {
        const question = { ...tie, zone: undefined, offset: 0, limit: 40, ...part }
        const links = linksBetweenEntities(corpus, tie.source, tie.target)
        expect(answer(readEvidence(corpus, question))).toEqual(answer(groupEvidence(links, question)))
      }
  })

  it('gives pages crowded with hyperlinks in smaller parts, one at least', () => {
    const crowd = (page: number, links: number): void => {
      const list = Array.from({ length: links }, (_, nth): ExtractedLink => plantedLink(nth, `https://doorstep.example/${page}-${nth}`)) // prettier-ignore
      plantPage(corpus, { url: `https://urne-ouverte.example/crowd-${page}`, title: '', published: `2030-01-0${page}`, language: 'fr', links: list }, crawledAt) // prettier-ignore
    }
    crowd(3, 30)
    crowd(2, 12)
    crowd(1, 9)
    const parts = (limit: number): number[] =>
      readEvidence(corpus, { source: 'urne-ouverte.example', target: 'doorstep.example', zone: undefined, offset: 0, limit }) // prettier-ignore
        .pages.map(({ links }) => links.length)
        .slice(0, 3)
    expect(parts(1)).toEqual([30])
    expect(parts(4)).toEqual([30])
    expect(parts(5)).toEqual([30, 12])
    expect(parts(9)).toEqual([30, 12, 9])
  })

  it('knows nothing of a tie that is none', () => {
    const data = readEvidence(corpus, { source: 'doorstep.example', target: 'no-such.example', zone: undefined, offset: 0, limit: 5 }) // prettier-ignore
    expect([data.total, data.pages, data.templates, data.byZone]).toEqual([0, [], [], []])
  })
})
