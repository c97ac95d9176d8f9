import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** A rule of the study: how a copy of it looks in a source, where it stands, and a copy that must be seen. */
interface Rule {
  readonly says: string
  readonly looks: RegExp
  readonly stands: readonly string[]
  readonly copy: string
}

const rules: readonly Rule[] = [
  {
    says: 'where a hyperlink stands: the second pass before the first',
    looks: /coalesce\((\w+\.)?zone_site\b/i,
    stands: ['data/store/base/rules.ts'],
    copy: 'SELECT coalesce(link.zone_site, link.zone) FROM link',
  },
  {
    says: 'an entity lives on',
    looks: /\bmerged_into IS NULL/i,
    stands: ['data/store/base/rules.ts'],
    copy: 'WHERE entity.merged_into IS NULL',
  },
  {
    says: 'a hyperlink counts from one entity to another',
    looks: /source_entity (?:<>|!=|IS NOT) (?:\w+\.)?target_entity/i,
    stands: ['data/store/base/rules.ts'],
    copy: 'WHERE link.source_entity <> link.target_entity',
  },
  {
    says: 'the zones, and those of templates',
    looks: /(?:'(?:content|nav|header|footer|sidebar|blogroll|comment|other)',\s*){3}/,
    stands: ['data/vocabulary/zones.ts'],
    copy: `const templates = ['nav', 'header', 'footer', 'sidebar', 'blogroll']`,
  },
  {
    says: 'the names of the zones, once a language',
    looks: /\bsidebar: [^,]+,\s*blogroll: [^,]+,/,
    stands: ['data/vocabulary/words/en/study.ts', 'data/vocabulary/words/fr/study.ts'],
    copy: `{ sidebar: 'column', blogroll: 'blogroll', comment: 'comments' }`,
  },
  {
    says: 'the statuses',
    looks: /'IN',\s*'OUT',\s*'UNDECIDED',\s*'DISCOVERED'/,
    stands: ['data/vocabulary/statuses.ts'],
    copy: `const all = ['IN', 'OUT', 'UNDECIDED', 'DISCOVERED']`,
  },
  {
    says: 'the states of pages',
    looks: /'fetched',\s*'redirected',\s*'failed',\s*'excluded',\s*'/,
    stands: ['data/vocabulary/page-states.ts'],
    copy: `['fetched', 'redirected', 'failed', 'excluded', 'pending']`,
  },
  {
    says: 'what an edge may be',
    looks: /'co-citation',\s*'coupling'/,
    stands: ['data/vocabulary/relations.ts'],
    copy: `['links', 'co-citation', 'coupling']`,
  },
  {
    says: 'how an edge may be weighed',
    looks: /'evidence',\s*'pages',\s*'links'/,
    stands: ['data/vocabulary/weights.ts'],
    copy: `['evidence', 'pages', 'links', 'binary']`,
  },
  {
    says: 'what a citation may do',
    looks: /'recognition',\s*'affiliation'/,
    stands: ['data/vocabulary/edge-codes.ts'],
    copy: `['recognition', 'affiliation', 'dismissal']`,
  },
  {
    says: 'a crawl is at work',
    looks: /seenAt\s*[<>]|[-+<>]\s*(?:\w+\.)?seenAt\b|seen_at\s*[<>]/,
    stands: ['data/store/base/runs.ts'],
    copy: 'now - run.seenAt > 60_000',
  },
  {
    says: 'which graph was analysed, of the options stored',
    looks: /options(?:\?\.)?\['(?:statuses|zones|weight)'\]/,
    stands: ['data/store/graph/analysed-question.ts'],
    copy: `weights.find(name => name === analysis?.options['weight'])`,
  },
  {
    says: 'the shape of a stored finding',
    looks: /findings\.get\(/,
    stands: ['graph/analysis/findings/stored-findings.ts'],
    copy: `analysis?.findings.get('communities') as Profile[]`,
  },
  {
    says: 'texts compared without accents and case, ligatures opened',
    looks: /replaceAll\('œ', 'oe'\)/,
    stands: ['data/vocabulary/fold-text.ts'],
    copy: `.replaceAll('œ', 'oe')`,
  },
]

const git = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
const sources = git.stdout
  .split('\n')
  .filter(file => file !== '' && !file.startsWith('tests/') && existsSync(join(root, file)))
const texts = new Map(sources.map(file => [file, readFileSync(join(root, file), 'utf8')]))

describe('a rule of the study stands once', () => {
  it('in sources that were all read', () => expect(texts.size).toBeGreaterThan(500))

  it.each(rules)('$says', ({ looks, stands, copy }) => {
    expect(copy).toMatch(looks)
    for (const home of stands) expect(texts.keys()).toContain(home)
    const copies = [...texts].filter(([file, text]) => looks.test(text) && !stands.includes(file))
    expect(copies.map(([file]) => file)).toEqual([])
  })
})
