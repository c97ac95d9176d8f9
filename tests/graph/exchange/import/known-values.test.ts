import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { importTo, rowsOf } from './through-corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-known-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function analysed(file: string): Promise<(measure: string, group?: string) => number | null> {
  const corpus = openCorpus(file, 'write')
  try {
    const options = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 2, resolution: 1 } as const
    const { graphValues } = await analyseCorpus(corpus, options, Date.now, () => {})
    return (measure, group = '') =>
      graphValues.find((row: GraphValue) => row.measure === measure && row.group === group)!.value
  } finally {
    corpus.close()
  }
}

/*
 * a, b, c are French, d, e American, f of nowhere. a⇄b, b→c, c→d, d→e, e→c, a→d, f→a; worked by hand:
 * reciprocity 2/8; by country 3 ties of 7 go abroad, e = ((3, 2), (1, 1))/7, so r = (28 − 26)/(49 − 26);
 * open two-paths bad FFU, abc FFF, bcd FFU, ecd UFU, cde FUU, ade FUU, dec UUF.
 */
const countries = { a: 'France', b: 'France', c: 'France', d: 'United States', e: 'US', f: '' }
const ties = ['a b', 'b a', 'b c', 'c d', 'd e', 'e c', 'a d', 'f a'].map(tie => tie.split(' ') as [string, string])
const nodes = Object.entries(countries)

const graphs: Readonly<Record<string, string>> = {
  'small.gexf': `<gexf version="1.3"><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="Country" type="string"/></attributes>
    <nodes>${nodes.map(([id, country]) => `<node id="${id}" label="${id}"><attvalues><attvalue for="0" value="${country}"/></attvalues></node>`).join('')}</nodes>
    <edges>${ties.map(([from, to], index) => `<edge id="${index}" source="${from}" target="${to}"/>`).join('')}</edges></graph></gexf>`,
  'small.graphml': `<graphml><key id="c" for="node" attr.name="country" attr.type="string"/><graph edgedefault="directed">
    ${nodes.map(([id, country]) => `<node id="${id}"><data key="c">${country}</data></node>`).join('')}
    ${ties.map(([from, to]) => `<edge source="${from}" target="${to}"/>`).join('')}</graph></graphml>`,
  'small.gml': `graph [ directed 1 ${nodes.map(([id, country], index) => `node [ id ${index} label "${id}" country "${country}" ]`).join(' ')}
    ${ties
      .map(tie => tie.map(id => nodes.findIndex(([name]) => name === id)))
      .map(([from, to]) => `edge [ source ${from} target ${to} ]`)
      .join(' ')} ]`,
  'small.json': JSON.stringify({
    attributes: {},
    nodes: nodes.map(([key, country]) => ({ key, attributes: { country } })),
    edges: ties.map(([source, target]) => ({ source, target })),
  }),
}

describe('import and analyse give the values worked by hand', () => {
  it.each(Object.keys(graphs))('%s', async name => {
    writeFileSync(join(folder, name), graphs[name]!)
    const corpus = join(folder, `${name}.sqlite`)
    await importTo(corpus, join(folder, name))
    const value = await analysed(corpus)
    expect([value('nodes'), value('edges'), value('reciprocity'), value('max_core')]).toEqual([6, 8, 0.25, 2])
    expect(value('ei_index', 'country')).toBeCloseTo(-1 / 7, 12)
    expect(value('assortativity', 'country')).toBeCloseTo(2 / 23, 12)
    const cells = ['FR>FR', 'FR>US', 'US>FR', 'US>US'].map(cell => value('mixing', `country:${cell}`))
    expect(cells).toEqual([3, 2, 1, 1])
    const roles = ['coordinator', 'representative', 'gatekeeper', 'itinerant', 'liaison']
    expect(roles.map(role => value(`role_${role}`, 'country'))).toEqual([1, 3, 2, 1, 0])
  })
})

/**
 * Published networks that are not part of this project: they are looked at where a folder with them is named,
 * `TOILE_GRAPHS=… npm test`. Values: networkx and igraph on the same files.
 */
const published = process.env['TOILE_GRAPHS'] ?? ''
const has = (name: string): boolean => published !== '' && existsSync(join(published, name))
const five = (value: number | null): number => Math.round(value! * 1e5) / 1e5

describe('published networks', () => {
  it.runIf(has('eurosis.json'))('EuroSiS', { timeout: 120_000 }, async () => {
    const corpus = join(folder, 'eurosis.sqlite')
    await importTo(corpus, join(published, 'eurosis.json'))
    const value = await analysed(corpus)
    expect([value('nodes'), value('edges'), value('max_core')]).toEqual([1285, 7524, 15])
    expect(five(value('reciprocity'))).toBe(0.2823)
    expect(five(value('ei_index', 'country'))).toBe(-0.67916)
    expect(five(value('assortativity', 'country'))).toBe(0.81685)
    const roles = ['coordinator', 'representative', 'gatekeeper', 'liaison', 'itinerant']
    expect(roles.map(role => value(`role_${role}`, 'country'))).toEqual([43_429, 10_793, 9_442, 2_568, 549])
  })

  it.runIf(has('polblogs.gml'))('political blogs of 2004', { timeout: 120_000 }, async () => {
    const corpus = join(folder, 'polblogs.sqlite')
    await importTo(corpus, join(published, 'polblogs.gml'))
    const value = await analysed(corpus)
    expect([value('nodes'), value('edges')]).toEqual([1490, 19_022])
    expect(five(value('reciprocity'))).toBe(0.24256)
    expect(five(value('ei_index', 'value'))).toBe(-0.82305)
    expect(five(value('assortativity', 'value'))).toBe(0.8229)
    const cells = ['0>0', '0>1', '1>0', '1>1'].map(cell => value('mixing', `value:${cell}`))
    expect(cells).toEqual([8_386, 781, 902, 8_953])
    const roles = ['coordinator', 'representative', 'gatekeeper', 'itinerant']
    expect(roles.map(role => value(`role_${role}`, 'value'))).toEqual([371_665, 39_839, 31_152, 4_930])
  })

  const hyphe = ['french-medias_hyphe_network.graphml', 'french-medias_hyphe_webentities.csv'] as const
  it.runIf(hyphe.every(has))('French media in Hyphe', { timeout: 120_000 }, async () => {
    const corpus = join(folder, 'french.sqlite')
    const [network, list] = [
      await importTo(corpus, join(published, hyphe[0])),
      await importTo(corpus, join(published, hyphe[1])),
    ]
    expect(network).toMatchObject({ entities: { made: 421 }, edges: { made: 20_992 }, prefixes: { kept: [] } })
    expect(list).toMatchObject({ entities: { read: 421, made: 0 }, prefixes: { read: 9_045, kept: [] } })
    const tags = rowsOf(corpus)['tag'] as { category: string }[]
    expect(new Set(tags.map(({ category }) => category)).size).toBe(10)
    const value = await analysed(corpus)
    expect([value('nodes'), value('edges')]).toEqual([421, 20_992])
  })
})
