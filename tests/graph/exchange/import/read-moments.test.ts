import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { writeGexf } from '#graph/exchange/write/write-gexf.ts'
import { copyInventedCorpus } from '../../../viewer/copy-invented-corpus.ts'
import { corpusPlace } from '../../../viewer/invented-corpus-file.ts'
import { crawledAt, plantedLink, plantPage } from '../../../viewer/invented-network.ts'
import { bytes, gexf } from './read-text.ts'

const pairs = ({ edges }: { readonly edges: readonly { readonly source: string; readonly target: string }[] }) =>
  edges.map(({ source, target }) => `${source} ${target}`).toSorted()

/** Ties a→b in March alone, b→c in March and May, c→a without a time. */
const foreign = bytes(
  gexf(`<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
    <nodes><node id="a"/><node id="b"/><node id="c"/></nodes><edges>
    <edge id="0" source="a" target="b" start="2027-03-01" end="2027-03-31"/>
    <edge id="1" source="b" target="c"><spells><spell start="2027-03-05" end="2027-03-09"/><spell start="2027-05-01"/></spells></edge>
    <edge id="2" source="c" target="a"/></edges></graph>`),
)

describe('readNetwork(file, bytes, wave) of a GEXF file whose ties come and go', () => {
  it.each([
    [undefined, ['a b', 'b c', 'c a'], '2 of 3 ties have a time, 2027-03-01 to 2027-05-01: they count once'],
    ['all', ['a b', 'b c', 'c a'], '2 of 3 ties have a time, 2027-03-01 to 2027-05-01: they count once'],
    ['2027-03-31', ['a b', 'c a'], '2 of 3 ties were there at 2027-03-31'],
    ['2027-03-07', ['a b', 'b c', 'c a'], '3 of 3 ties were there at 2027-03-07'],
    ['2027-04-10', ['c a'], '1 of 3 ties were there at 2027-04-10'],
    ['2030-01-01', ['b c', 'c a'], '2 of 3 ties were there at 2030-01-01'],
  ])('reads the ties of %s, and says so', (wave, kept, said) => {
    const network = readNetwork('g.gexf', foreign, wave)
    expect(pairs(network)).toEqual(kept)
    expect(network.remarks.join('\n')).toContain(said)
  })

  it('refuses by name a wave that is none, and one of a file that says nothing of times', () => {
    expect(() => readNetwork('g.gexf', foreign, 'spring')).toThrow(
      '--wave spring: no such wave or moment in g.gexf, 2027-03-01 to 2027-05-01; expected a day (2027-03-01), a number as the file has, or all',
    )
    expect(() => readNetwork('g.csv', bytes('source,target\na,b\n'), 'spring')).toThrow(
      "--wave spring: g.csv doesn't say when its ties were there; expected a GEXF file that does",
    )
  })
})

describe('a corpus of two waves, written as GEXF with its days', () => {
  const place = corpusPlace()
  let corpus: Corpus
  let file: Uint8Array
  beforeAll(async () => {
    corpus = await copyInventedCorpus(place.file)
    const again = crawledAt + 182 * 86_400_000
    corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('l’été "27"', ?, ?)`).run(again, again + 1)
    const links = ['note-de-terrain.example', 'isoloir-studio.example'].map((host, at) =>
      plantedLink(at, `https://${host}/`),
    )
    plantPage(corpus, { url: 'https://doorstep.example/friends', title: '', published: '', language: 'en', links }, again, 2) // prettier-ignore
    const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0, wave: 'all', dynamic: true } as const
    file = bytes([...writeGexf(exportCorpus(corpus, choice), { dynamic: true })].join(''))
  })
  afterAll(() => {
    corpus.close()
    place.remove()
  })

  it.each(['first', 'l’été "27"', 'all'])('is read back wave by wave: %s', wave => {
    const graph = readSiteGraph(corpus, { statuses: statuses.slice(0, 1), zones, weight: 'evidence', ...(wave !== 'all' && { wave }) }) // prettier-ignore
    expect(pairs(readNetwork('g.gexf', file, wave))).toEqual(pairs(graph))
  })

  it('is read as its last wave without a word, and says so', () => {
    const { edges, remarks, title, description } = readNetwork('g.gexf', file)
    expect(edges).toHaveLength(2)
    expect(remarks.join('\n')).toMatch(
      /Wave 'l’été "27"' \(2027-05-13 to 2027-05-13\), the last of 2: 2 of \d+ ties; --wave takes another one, --wave all all together\./,
    )
    expect(title).toBe('invented')
    expect(description).toContain('; all waves; waves [["first","2026-11-12","2026-11-13"],')
    expect(() => readNetwork('g.gexf', file, 'second')).toThrow(/expected one of first, l’été "27", all$/)
  })
})
