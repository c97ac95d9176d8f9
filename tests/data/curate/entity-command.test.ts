import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { curatedCorpus } from './curated-corpus.ts'
import { runToile } from '../../cli/run-toile.ts'

const mistakes: readonly (readonly [args: readonly string[], sentence: string])[] = [
  [['entity', 'set', 'nobody.example', '--status', 'IN'], "'nobody.example' is no entity of this corpus"],
  [['entity', 'set', 'one.example', '--status', 'MAYBE'], 'expected one of IN, OUT, UNDECIDED, DISCOVERED'],
  [['entity', 'set', 'one.example', '--country', 'UK'], 'expected two letters of ISO 3166-1'],
  [['entity', 'set', 'one.example'], 'nothing to set; expected --status'],
  [['entity', 'set', 'one.example', '--from', '2013'], '--from without --name'],
  [['entity', 'set'], "missing required argument 'ids'"],
  [['entity', 'name', 'one.example', 'X', '--from', '2013-13'], 'expected a date such as 2013'],
  [['entity', 'name', 'one.example', 'X', '--from', '2014', '--to', '2013-05'], '--to 2013-05 is before --from 2014'],
  [['entity', 'add-prefix', 'one.example', 'not an address'], "'not an address' is not an http(s) address"],
  [['entity', 'add-prefix', 'one.example', 'two.example'], "the prefix two.example belongs to 'two.example' (IN)"],
  [
    ['entity', 'remove-prefix', 'one.example', 'two.example'],
    "'one.example' does not have the prefix two.example; expected one of: one.example",
  ],
  [['entity', 'remove-prefix', 'one.example', 'one.example'], 'this is the last prefix'],
  [['entity', 'merge', 'one.example', 'one.example'], "can't be merged into itself"],
  [
    ['entity', 'split', 'one.example', 'two.example/blog'],
    "two.example/blog belongs to 'two.example'; expected a prefix of 'one.example'",
  ],
  [['entity', 'split', 'one.example', 'one.example'], "nothing would be left of 'one.example'"],
  [['entity', 'log', 'nobody.example'], "'nobody.example' is no entity of this corpus"],
  [['entity', 'log', '--limit', '-1'], 'expected a whole number of at least 1'],
  [['entity', 'undo', '999'], 'event 999: there is none; expected a number that'],
  [['entity', 'undo', 'x'], 'expected the number of an event'],
  [['entity', 'forget', 'one.example'], 'expected --yes'],
  [['entity', 'list', '--csv', '--json'], '--csv and --json were both given'],
  [['entity', 'frobnicate'], "unknown command 'frobnicate'"],
  [['discovered', '--limit', '0'], 'expected a whole number of at least 1'],
  [['discovered', '--csv-separator', 'x'], "expected ',', ';' or '\\t'"],
  [['discovered', '--csv-bom'], '--csv-bom: no --csv was given'],
  [['entity', 'list', '--csv-separator', ';'], '--csv-separator: no --csv was given'],
]

describe('toile entity', () => {
  it('sets, tags, notes and names, shows it, logs who and why, and takes the last change back', async () => {
    const { launch, toile, lines } = curatedCorpus()
    const done = await launch(
      'entity',
      'set',
      'agence.example',
      '--status',
      'in',
      '--country',
      'fr',
      '--by',
      'rey',
      '--reason',
      'seen',
    )
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toMatch(/^agence\.example: set \(event \d+\)\n$/)
    await toile('entity', 'tag', 'agence.example', 'party', 'none')
    await toile('entity', 'note', 'agence.example', 'met in May')
    await toile('entity', 'name', 'agence.example', 'Exemple & Co', '--from', '2013-05')
    expect(await lines('entity', 'show', 'agence.example')).toMatchObject([
      {
        status: 'IN',
        country: 'FR',
        note: 'met in May',
        tags: [{ category: 'party', value: 'none' }],
        names: [{ name: 'Exemple & Co', from: '2013-05', to: '' }],
        prefixes: [{ url: '*.agence.example' }],
      },
    ])
    expect((await launch('entity', 'undo')).out).toMatch(/^Taken back: name, event \d+/)
    expect(await lines('entity', 'show', 'agence.example')).toMatchObject([{ names: [], note: 'met in May' }])
    const log = await lines('entity', 'log', 'agence.example')
    expect(log.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['undo name', 'user', ''],
      ['name', 'user', ''],
      ['set', 'user', ''],
      ['tag', 'user', ''],
      ['set', 'rey', 'seen'],
    ])
    expect((await toile('entity', 'set', 'agence.example', '--status', 'IN')).out).toBe(
      'Nothing to change: it is so already.\n',
    )
  })

  it('keeps a rename as dated names, in one event, and addresses with their time', async () => {
    const { toile, lines } = curatedCorpus()
    await toile('entity', 'set', 'one.example', '--name', 'EchoDitto')
    const rename = ['entity', 'set', 'one.example', '--name', 'Echo & Co', '--from', '2013-05', '--kind', 'agency']
    expect((await toile(...rename, '--reason', 'press release')).out).toMatch(/^one\.example: set \(event \d+\)\n$/)
    await toile('entity', 'add-prefix', 'one.example', 'http://echoditto.example/', '--from', '2003', '--to', '2013-05')
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([
      {
        label: 'Echo & Co',
        kind: 'agency',
        names: [
          { name: 'one', from: '', to: '' },
          { name: 'EchoDitto', from: '', to: '2013-05' },
          { name: 'Echo & Co', from: '2013-05', to: '' },
        ].slice(1),
        prefixes: [
          { url: 'echoditto.example', from: '2003', to: '2013-05' },
          { url: 'one.example', from: '', to: '' },
        ],
      },
    ])
    const { out } = await toile('entity', 'show', 'one.example')
    expect(out).toContain('EchoDitto (… – 2013-05)')
    expect(out).toContain('echoditto.example (2003 – 2013-05)')
    expect((await toile('entity', 'list', '--csv')).out).toContain(
      'EchoDitto (../2013-05)|Echo & Co (2013-05/..),echoditto.example (2003/2013-05)',
    )
    await toile('entity', 'undo')
    expect(await lines('entity', 'undo')).toMatchObject([{ action: 'rename' }])
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([{ label: 'EchoDitto', kind: '', names: [] }])
  })

  it('moves prefixes, merges and splits; pages and links follow at once', async () => {
    const { toile, lines } = curatedCorpus()
    const linksIn = async (id: string): Promise<unknown> => (await lines('entity', 'show', id))[0]!['linksIn']
    expect(await linksIn('blogs.example')).toBe(2)
    expect(await lines('entity', 'split', 'blogs.example', 'blogs.example/anna', '--name', 'Anna')).toMatchObject([
      { id: 'blogs.example/anna' },
    ])
    expect([await linksIn('blogs.example'), await linksIn('blogs.example/anna')]).toEqual([1, 1])
    expect((await toile('entity', 'merge', 'blogs.example/anna', 'one.example')).code).toBe(0)
    expect((await toile('entity', 'add-prefix', 'one.example', '*.stranger.example', '--to', '2014')).code).toBe(0)
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([
      {
        // The crawl is of a day after 2014: the stranger's address was another's then, and a link to it leads out.
        linksOut: 2,
        prefixes: [{ url: 'blogs.example/anna' }, { url: 'one.example' }, { url: '*.stranger.example', to: '2014' }],
      },
    ])
    expect((await toile('entity', 'remove-prefix', 'one.example', 'blogs.example/anna')).code).toBe(0)
    expect(await linksIn('blogs.example')).toBe(2)
    expect((await lines('entity', 'list', '--statuses', 'DISCOVERED')).map(({ id }) => id)).toEqual([
      'agence.example',
      'blogs.example',
      // Its address is one.example's until 2014 alone.
      'stranger.example',
    ])
  })

  it('dates a prefix that it has, and takes dates away', async () => {
    const { toile, lines } = curatedCorpus()
    const prefixes = async (): Promise<unknown> => (await lines('entity', 'show', 'one.example'))[0]!['prefixes']
    expect(
      (await toile('entity', 'date-prefix', 'one.example', 'one.example', '--from', '2003', '--to', '2013-05')).code,
    ).toBe(0)
    expect(await prefixes()).toMatchObject([{ url: 'one.example', from: '2003', to: '2013-05' }])
    await toile('entity', 'date-prefix', 'one.example', 'one.example', '--from', '..', '--to', '..')
    expect(await prefixes()).toMatchObject([{ url: 'one.example', from: '', to: '' }])
    expect(await lines('entity', 'undo')).toMatchObject([{ action: 'date-prefix' }])
    expect(await prefixes()).toMatchObject([{ from: '2003', to: '2013-05' }])
    for (const args of [[], ['--to', 'soon'], ['--from', '2014', '--to', '2013']])
      expect((await toile('entity', 'date-prefix', 'one.example', 'one.example', ...args)).code).toBe(2)
    expect((await toile('entity', 'date-prefix', 'one.example', 'other.example', '--to', '2013')).code).toBe(2)
  })

  it('sets several entities in one event, which one undo takes back', async () => {
    const { toile, lines } = curatedCorpus()
    await toile('entity', 'set', 'agence.example', 'stranger.example', 'blogs.example', '--status', 'OUT')
    expect(await lines('entity', 'list', '--statuses', 'OUT')).toHaveLength(3)
    expect(await lines('entity', 'undo')).toMatchObject([{ action: 'set' }])
    expect(await lines('entity', 'list', '--statuses', 'OUT')).toHaveLength(0)
    expect((await toile('entity', 'undo')).out).toBe('Nothing to take back.\n')
  })

  it('ends a mistake with exit 2 and one clear sentence, and writes nothing', async () => {
    const { launch, toile, state } = curatedCorpus()
    const before = state()
    for (const [at, [args, sentence]] of mistakes.entries()) {
      // One of each kind through the launcher, whose exit code it is.
      const { code, out, err } = await (at % 7 === 0 ? launch : toile)(...args)
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' })
      expect(err).toContain(sentence)
      expect(err).not.toMatch(/^\s+at /m)
    }
    expect(state()).toEqual(before)
  })

  it('takes changes of several people at once: each is an event, none is lost, all can be taken back', async () => {
    const { launch, lines, state } = curatedCorpus()
    const before = state()
    const ended = await Promise.all([
      launch('entity', 'tag', 'one.example', 'seen by', 'ada', '--by', 'ada'),
      launch('entity', 'tag', 'one.example', 'seen by', 'bob', '--by', 'bob'),
      launch('entity', 'merge', 'one.example', 'two.example', '--by', 'eve'),
      launch('entity', 'merge', 'two.example', 'three.example', '--by', 'fred'),
    ])
    // Whoever comes after a merge hears of it.
    for (const { code, err } of ended)
      if (code !== 0) expect([code, err]).toEqual([2, expect.stringMatching(/^'\w+\.example' was merged into/)])
    const log = (await lines('entity', 'log')).filter(({ action }) => action !== 'seed')
    expect(log.length).toBe(ended.filter(({ code }) => code === 0).length)
    expect(log.filter(({ action }) => action === 'merge').length).toBeGreaterThan(0)
    for (let undone = 0; undone < log.length; undone += 1) await lines('entity', 'undo')
    expect(state()).toEqual(before)
  })

  it('says in one sentence that there is no corpus, exit 2', async () => {
    const { folder } = curatedCorpus()
    const { code, err } = await runToile(['entity', 'list', '--corpus', 'absent.sqlite'], { cwd: folder })
    expect(code).toBe(2)
    expect(err).toMatch(/absent\.sqlite: there is no corpus here/)
  })

  it('forgets an entity for good, and shows the tombstone', async () => {
    const { toile, lines } = curatedCorpus()
    await toile('entity', 'note', 'agence.example', 'a private note')
    expect((await toile('entity', 'forget', 'agence.example', '--yes')).out).toMatch(
      /^agence\.example: removed 3 addresses and 3 hyperlinks/,
    )
    expect(await lines('entity', 'show', 'agence.example')).toMatchObject([
      { status: 'OUT', note: '', linksIn: 0, label: '' },
    ])
    expect((await toile('entity', 'set', 'agence.example', '--status', 'IN')).err).toContain(
      'was forgotten on objection',
    )
    expect((await toile('entity', 'add-prefix', 'one.example', 'agence.example/team')).err).toContain(
      'was forgotten on objection',
    )
  })

  it('gives every address to its entity anew', async () => {
    const { lines, file, state } = curatedCorpus()
    const before = state()
    expect(await lines('entity', 'regroup')).toEqual([{ moved: 0, made: 0 }])
    const corpus = openCorpus(file, 'write')
    corpus.sql('UPDATE page SET entity_id = 1').run()
    corpus.close()
    expect(await lines('entity', 'regroup')).toEqual([{ moved: 8, made: 0 }])
    expect(state()).toEqual(before)
  })
})
