import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { type MidCrawl, tellTwice } from './edit-in-mid-crawl.ts'
import { page, type Story, type Tables } from './tell-story.ts'
import { postChange } from './post-change.ts'

const two = { 'two.example': { '/': page('Two', 'Two.', 'en') }, 'three.example': {} }
const seeds = ['url', 'http://one.example/', 'http://two.example/']
const entity =
  (...args: string[]) =>
  (story: Story) =>
    story.toile('entity', ...args)

/** Links of one.example by the entity that they count for. */
const counted = ({ edges }: Tables): Record<string, number> =>
  Object.fromEntries(
    edges.filter(({ source }) => source === 'one.example').map(({ target, links }) => [target, Number(links)]),
  )

// Each of the 24 pages of one.example cites another address of the site that the change is about.
const changes: readonly (Omit<MidCrawl, 'others'> & {
  readonly kind: string
  readonly links: Record<string, number>
})[] = [
  {
    kind: 'merged into another',
    seeds,
    cited: n => `http://three.example/post-${n}`,
    edit: entity('merge', 'three.example', 'two.example'),
    links: { 'two.example': 24 },
  },
  {
    kind: 'merged into another on the map',
    seeds,
    cited: n => `http://three.example/post-${n}`,
    edit: ({ folder }) => postChange(folder, { kind: 'merge', id: 'three.example', into: 'two.example' }),
    links: { 'two.example': 24 },
  },
  {
    kind: 'split',
    seeds,
    cited: n => `http://two.example/blog/post-${n}`,
    edit: entity('split', 'two.example', 'http://two.example/blog'),
    links: { 'two.example/blog': 24 },
  },
  {
    kind: 'given a prefix',
    seeds,
    cited: n => `http://three.example/${n % 2 ? 'team' : 'press'}/${n}`,
    edit: entity('add-prefix', 'two.example', 'http://three.example/team'),
    links: { 'three.example': 12, 'two.example': 12 },
  },
  {
    kind: 'given a prefix by a table',
    seeds,
    cited: n => `http://three.example/post-${n}`,
    edit: async story => {
      writeFileSync(join(story.folder, 'table.csv'), 'id,prefixes\ntwo.example,two.example *.three.example\n')
      await story.toile('entity', 'import', 'table.csv')
    },
    links: { 'two.example': 24 },
  },
  {
    kind: 'robbed of a prefix',
    seeds: ['url,prefixes', 'http://one.example/,', 'http://two.example/,http://two.example http://three.example'],
    cited: n => `http://three.example/post-${n}`,
    edit: entity('remove-prefix', 'two.example', 'http://three.example'),
    links: { 'three.example': 24 },
  },
  {
    kind: 'merged before, and two again since that is taken back',
    seeds,
    cited: n => `http://three.example/post-${n}`,
    prepare: entity('merge', 'three.example', 'two.example'),
    edit: entity('undo'),
    links: { 'three.example': 24 },
  },
  // Beside these no crawl may run: it makes way, and goes on by itself.
  {
    kind: 'forgotten',
    seeds,
    cited: n => (n % 2 ? `http://two.example/${n}` : `http://three.example/post-${n}`),
    edit: entity('forget', 'three.example', '--yes'),
    links: { 'two.example': 12 },
  },
  {
    kind: 'taken over by an imported network',
    seeds,
    cited: n => `http://three.example/post-${n}`,
    edit: async story => {
      writeFileSync(join(story.folder, 'sites.csv'), 'id,url,prefixes\nours,http://three.example/,*.three.example\n')
      await story.toile('import', 'sites.csv', '--as', 'network')
    },
    links: { ours: 24 },
  },
  {
    kind: 'whose prefix another program gave away, and regrouped',
    seeds,
    cited: n => `http://three.example/post-${n}`,
    edit: async story => {
      giveAway(join(story.folder, 'story.sqlite'))
      await story.toile('entity', 'regroup')
    },
    links: { 'two.example': 24 },
  },
]

/** As no command does: prefixes alone. */
function giveAway(file: string): void {
  const corpus = openCorpus(file, 'write')
  corpus
    .sql(
      `UPDATE prefix SET entity_id = (SELECT id FROM entity WHERE name = 'two.example')
       WHERE entity_id = (SELECT id FROM entity WHERE name = 'three.example')`,
    )
    .run()
  corpus.close()
}

describe('a site changed while a crawl is at work', () => {
  for (const { kind, links, ...told } of changes)
    it(`${kind}: has the links that come afterwards, too, and the same tables as when changed before the crawl`, async () => {
      const { mid, before } = await tellTwice({ ...told, others: two })
      expect(counted(mid)).toEqual(links)
      expect(mid).toEqual(before)
    })
})
