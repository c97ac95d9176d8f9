import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { curatedCorpus } from './curated-corpus.ts'

/** Cells of a simple table: none of those looked at holds a comma. */
const column = (csv: string, name: string): string[] => {
  const [header = '', ...rows] = csv.trimEnd().split('\n')
  const at = header.split(',').indexOf(name)
  return rows.map(row => row.split(',')[at] ?? '')
}

describe('toile discovered', () => {
  it('lists unreviewed entities by the number of IN entities citing them, with anchors and marked guesses', async () => {
    const { launch, lines } = curatedCorpus()
    expect(await lines('discovered')).toMatchObject([
      {
        id: 'agence.example',
        citedBy: 3,
        pages: 3,
        links: 3,
        contentLinks: 3,
        anchors: ['Agence Exemple', '=HYPERLINK("x")'],
        citers: ['one.example', 'three.example', 'two.example'],
        citerCountries: ['FR', 'US'],
        countryGuess: null,
        kindGuess: { value: 'agency', from: 'its name' },
      },
      { id: 'blogs.example', citedBy: 2, links: 2, contentLinks: 1 },
      { id: 'stranger.example', citedBy: 1, anchors: [] },
    ])
    expect((await lines('discovered', '--min-citers', '2')).map(({ id }) => id)).toEqual([
      'agence.example',
      'blogs.example',
    ])
    expect(await lines('discovered', '--limit', '1')).toHaveLength(1)
    const { out } = await launch('discovered')
    expect(out).toMatch(/^agence\.example +3 +3 +3 +agency\?/m)
  })

  it('counts only entities that are IN as citers, and leaves out what was reviewed', async () => {
    const { toile, lines } = curatedCorpus()
    await toile('entity', 'set', 'three.example', '--status', 'OUT')
    await toile('entity', 'set', 'blogs.example', '--status', 'UNDECIDED')
    expect((await lines('discovered')).map(({ id, citedBy }) => [id, citedBy])).toEqual([
      ['agence.example', 2],
      ['stranger.example', 1],
    ])
  })
})

describe('a review in a spreadsheet', () => {
  it('goes out with `discovered --csv` and comes back with `entity import`, as one event', async () => {
    const { folder, launch, lines, state } = curatedCorpus()
    const before = state()
    const written = await launch('discovered', '--csv', 'review.csv')
    expect(written).toMatchObject({ code: 0, out: '' })
    const csv = readFileSync(join(folder, 'review.csv'), 'utf8')
    expect(column(csv, 'id')).toEqual(['agence.example', 'blogs.example', 'stranger.example'])
    expect(column(csv, 'status')).toEqual(['DISCOVERED', 'DISCOVERED', 'DISCOVERED'])
    expect(column(csv, 'country')).toEqual(['', '', ''])
    expect(column(csv, 'kind_guess')).toEqual(['agency', '', ''])
    // A spreadsheet would run an anchor that begins so.
    expect(csv).toContain(`Agence Exemple|=HYPERLINK(""x"")`)
    const reviewed = csv
      .replace('agence.example,DISCOVERED,', 'agence.example,IN,')
      .replace('blogs.example,DISCOVERED,', 'blogs.example,OUT,')
    writeFileSync(join(folder, 'review.csv'), reviewed)
    expect(await lines('entity', 'import', 'review.csv', '--accept-guesses')).toMatchObject([
      { rows: 3, entities: 3, unmatched: 0 },
    ])
    expect(await lines('entity', 'list', '--statuses', 'IN,OUT')).toMatchObject([
      { id: 'agence.example', status: 'IN', kind: 'agency', country: '' },
      { id: 'blogs.example', status: 'OUT', kind: '' },
      { id: 'one.example' },
      { id: 'three.example' },
      { id: 'two.example' },
    ])
    expect(await lines('entity', 'undo')).toMatchObject([{ action: 'import' }])
    expect(state()).toEqual(before)
  })

  it('loses nothing on the way: what `entity list --csv` writes changes nothing when it comes back', async () => {
    const { folder, toile, lines } = curatedCorpus()
    await toile('entity', 'note', 'one.example', '=1+1, "quoted"\nand a second line')
    await toile('entity', 'tag', 'one.example', 'a: b\\c', 'x|y')
    await toile('entity', 'tag', 'one.example', 'typology', 'vendor')
    await toile('entity', 'set', 'one.example', '--name', 'Un; deux, trois — café')
    await toile('entity', 'add-prefix', 'one.example', 'https://medium.com/@one')
    for (const separator of [',', ';']) {
      const { out } = await toile('entity', 'list', '--csv', '--csv-separator', separator, '--csv-bom')
      writeFileSync(join(folder, 'list.csv'), out)
      expect(await lines('entity', 'import', 'list.csv')).toMatchObject([{ event: null, rows: 3, entities: 3 }])
    }
  })

  it('moves prefixes from one row to another, and takes them from unreviewed entities', async () => {
    const { folder, lines, state } = curatedCorpus()
    const before = state()
    writeFileSync(
      join(folder, 'prefixes.csv'),
      'id,prefixes\none.example,one.example two.example/blog *.stranger.example\ntwo.example,two.example\n',
    )
    expect(await lines('entity', 'import', 'prefixes.csv')).toMatchObject([{ entities: 2, said: { prefixes: 2 } }])
    expect(await lines('entity', 'show', 'stranger.example')).toMatchObject([{ mergedInto: 'one.example' }])
    await lines('entity', 'undo')
    expect(state()).toEqual(before)
  })

  it('reads dated names and prefixes back, and refuses dates that cannot be', async () => {
    const { toile, lines, folder } = curatedCorpus()
    const table = join(folder, 'dated.csv')
    writeFileSync(
      table,
      'id,dated_names,dated_prefixes\none.example,Uno (../2010)|One (2010/..),one.example (2009/..)\n',
    )
    expect((await toile('entity', 'import', table)).code).toBe(0)
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([
      {
        names: [
          { name: 'Uno', from: '', to: '2010' },
          { name: 'One', from: '2010', to: '' },
        ],
        prefixes: [{ url: 'one.example', from: '2009', to: '' }],
      },
    ])
    expect((await toile('entity', 'import', table)).out).toContain('all is so already')
    writeFileSync(table, 'id,dated_names,dated_prefixes\none.example,Uno (2012/2010),two.example (2009/..)\n')
    const { code, err } = await toile('entity', 'import', table)
    expect([code, err]).toEqual([2, `${table}:2: 'Uno' from 2012 to 2010, expected an end after the beginning\n`])
    writeFileSync(table, 'id,dated_prefixes\none.example,two.example (2009/..)\n')
    expect((await toile('entity', 'import', table)).err).toBe(
      `${table}:2: dates of the prefix 'two.example', expected one that 'one.example' has\n`,
    )
  })

  it('names all bad rows at once and writes nothing', async () => {
    const { folder, launch, toile, state } = curatedCorpus()
    const before = state()
    writeFileSync(
      join(folder, 'bad.csv'),
      [
        'id,status,country,prefixes,tags,homepage',
        'one.example,PERHAPS,UK,one.example,no colon,not a page',
        'two.example,IN,FR,one.example,,',
        'three.example,IN,FR,three.example htp://x,,',
        'two.example,OUT,,,,',
      ].join('\n'),
    )
    const { code, out, err } = await launch('entity', 'import', 'bad.csv')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trimEnd().split('\n')).toEqual([
      "bad.csv:2: status 'PERHAPS', expected one of IN, OUT, UNDECIDED, DISCOVERED",
      "bad.csv:2: country 'UK', expected GB",
      "bad.csv:2: homepage 'not a page', expected an http(s) address such as https://www.example.fr",
      "bad.csv:2: tag 'no colon', expected 'category: value', several separated by |",
      "bad.csv:4: prefix 'htp://x', expected example.org/blog, or *.example.org with its subdomains",
      "bad.csv:5: status 'OUT' of 'two.example', expected 'IN' as in line 3",
    ])
    writeFileSync(join(folder, 'bad.csv'), 'id,prefixes\ntwo.example,two.example one.example\n')
    expect((await toile('entity', 'import', 'bad.csv')).err).toBe(
      "bad.csv:2: prefix 'one.example' for 'two.example', expected one that 'one.example' does not have\n",
    )
    expect(state()).toEqual(before)
  })

  it('refuses a file that is not there, is a workbook, or names no entity', async () => {
    const { folder, toile } = curatedCorpus()
    writeFileSync(join(folder, 'book.csv'), Buffer.from('504b030400', 'hex'))
    writeFileSync(join(folder, 'nobody.csv'), 'typology;party\nx;y\n')
    for (const [file, sentence] of [
      ['absent.csv', "absent.csv: the file can't be read (ENOENT)"],
      ['book.csv', 'save it as CSV UTF-8'],
      [
        'nobody.csv',
        "nobody.csv:1: columns 'typology', 'party', expected a header with a column 'id' or 'entity' or 'url'",
      ],
    ] as const) {
      const { code, err } = await toile('entity', 'import', file)
      expect(code).toBe(2)
      expect(err).toContain(sentence)
    }
  })
})

describe('a table of attributes', () => {
  it('is joined by address or name into tags by category, with a report of what did not match', async () => {
    const { folder, launch, toile, lines } = curatedCorpus()
    await toile('entity', 'name', 'two.example', 'Deuxième')
    writeFileSync(
      join(folder, 'codes.csv'),
      'nom;adresse;interviewed;typology\nUn;http://www.one.example/contact;yes;vendor|consultant\ndeuxieme;;no;\nNobody;http://nobody.example/;yes;x\nTHREE;;;media\n',
    )
    const report = await launch('entity', 'import', 'codes.csv')
    expect(report.code).toBe(0)
    expect(report.out).toContain('4 rows speak of 3 entities')
    expect(report.out).toContain("codes.csv:4: 'http://nobody.example/' matches no entity of the corpus")
    expect((await lines('entity', 'list', '--statuses', 'IN')).map(({ id, name, tags }) => [id, name, tags])).toEqual([
      [
        'one.example',
        'one',
        [
          ['interviewed', 'yes'],
          ['typology', 'consultant'],
          ['typology', 'vendor'],
        ],
      ],
      ['three.example', 'three', [['typology', 'media']]],
      ['two.example', 'two', [['interviewed', 'no']]],
    ])
  })

  it('replaces the values of a category when a corrected table comes, reads chosen columns, and can be tried first', async () => {
    const { folder, toile, lines } = curatedCorpus()
    const file = join(folder, 'codes.csv')
    writeFileSync(file, 'url,party,typology\none.example,left,vendor\n')
    expect(await lines('entity', 'import', 'codes.csv', '--dry-run')).toMatchObject([
      { event: null, said: { 'tag party': 1 } },
    ])
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([{ tags: [] }])
    await toile('entity', 'import', 'codes.csv')
    writeFileSync(file, 'url,party,typology\none.example,right,agency\n')
    await toile('entity', 'import', 'codes.csv', '--columns', 'typology')
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([
      {
        tags: [
          { category: 'party', value: 'left' },
          { category: 'typology', value: 'agency' },
        ],
      },
    ])
    expect((await toile('entity', 'import', 'codes.csv', '--columns', 'frob')).err).toContain(
      "no column 'frob' to be read",
    )
  })
})

describe('`entity import` of a table of pages', () => {
  it("takes the column entity for the site's id, as pages.csv calls it, and an id before it", async () => {
    const { folder, lines, state } = curatedCorpus()
    writeFileSync(
      join(folder, 'pages.csv'),
      'entity,state,Topic\none.example,fetched,retail\ntwo.example,failed,food\n',
    )
    expect(await lines('entity', 'import', 'pages.csv', '--columns', 'Topic')).toMatchObject([
      { rows: 2, entities: 2, unmatched: 0, said: { 'tag Topic': 2 } },
    ])
    writeFileSync(join(folder, 'both.csv'), 'entity,id,Sector\ntwo.example,one.example,x\n')
    await lines('entity', 'import', 'both.csv')
    const told = JSON.stringify(state())
    expect(told).toContain('retail')
    expect(await lines('entity', 'show', 'one.example')).toMatchObject([{ tags: expect.anything() }])
    expect(JSON.stringify(await lines('entity', 'show', 'one.example'))).toContain('Sector')
  })
})
