import { describe, expect, it } from 'vitest'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { readFinding, type FindingName } from '#graph/analysis/findings/stored-findings.ts'
import { countCensored } from '#graph/analysis/resample/count-censored.ts'
import { siteOf } from '../site.ts'

const country = (code: string) => ({ country: code })
const twoBlocks = siteOf('a>b b>a b>c c>a c>d d>e e>f f>d f>e a>c e>d', {
  ...{ a: country('FR'), b: country('FR'), c: country('FR') },
  ...{ d: country('US'), e: country('US'), f: country('US') },
  g: {},
})
/** Ways in which a network can be too small for a finding, or for a number of one. */
const sites = {
  'two blocks and a site alone': twoBlocks,
  'a tie without countries': siteOf('a>b'),
  'sites without a tie': siteOf('', { a: country('FR'), b: {} }),
  nothing: siteOf(''),
}
const censored = countCensored({
  sites: [{ site: 1, pages: 2, links: 3 }],
  unread: [{ site: 1, cause: 'robots', pages: 4, linksTo: 5 }],
  outside: { links: 6, entities: 2 },
})

/** As the corpus gives them back. */
const stored = (findings: ReadonlyMap<string, unknown>) =>
  new Map([...findings].map(([name, value]) => [name, JSON.parse(JSON.stringify(value)) as unknown]))

describe('readFinding(analysis, name)', () => {
  it.each(Object.entries(sites))(
    'gives back every finding of an analysis of %s as it was stored, and loses nothing of it',
    async (_, site) => {
      const { findings } = await analyseGraph(site, { runs: 5 })
      const analysis = { findings: stored(new Map([...findings, ['censored', censored]])) }
      expect([...analysis.findings.keys()]).toContain('communities')
      for (const [name, value] of analysis.findings)
        expect(readFinding(analysis, name as FindingName), name).toEqual(value)
    },
  )

  it('is null for what another version stored otherwise, for what is not there, and without an analysis', () => {
    const findings = new Map<string, unknown>([
      ['communities', [{ number: 1, name: 'a' }]],
      ['brokers', [{ id: 'a', role: 'a role of another version', count: 1, expected: 1, p: 1, q: 1 }]],
      ['mrqap', 'text'],
    ])
    for (const name of ['communities', 'brokers', 'mrqap', 'censored'] as const)
      expect(readFinding({ findings }, name)).toBeNull()
    expect(readFinding(null, 'communities')).toBeNull()
  })
})
