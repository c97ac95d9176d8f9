import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mistake } from '#data/mistake.ts'
import { sayMistake } from '#data/vocabulary/words/say.ts'
import { readSeeds } from '#seeds/read-seeds.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
function read(text: string) {
  const { seeds, notes } = readSeeds('fr.csv', utf8(text))
  return { seeds, notes: notes.map(note => sayMistake(note, 'en')) }
}
const mistakesOf = (bytes: Uint8Array): string[] => {
  try {
    readSeeds('fr.csv', bytes)
  } catch (error) {
    if (error instanceof Mistake) return error.message.split('\n')
    throw error
  }
  return []
}

describe('readSeeds(file, bytes): what is read', () => {
  it('takes the known columns, and every other one as a tag', () => {
    const { seeds, notes } = read(
      'url,name,country,kind,prefixes,source,State,coded by\n' +
        'https://one.example/,One,fr,Think Tank,https://one.example https://old.example/blog,a page,active,\n',
    )
    expect(notes).toEqual([])
    expect(seeds).toEqual([
      {
        url: 'https://one.example/',
        starts: ['https://one.example/'],
        name: 'One',
        country: 'FR',
        kind: 'think-tank',
        prefixes: ['https://one.example/', 'https://old.example/blog'],
        source: 'a page',
        tags: [['State', 'active']],
        line: 2,
      },
    ])
  })

  it('takes dates of prefixes: behind one, in a column of their own, and of a later row', () => {
    const dated = (text: string) => read(text).seeds.map(seed => [seed.prefixes, seed.dated])
    const lru = (host: string): string => `h:example|h:${host}|`
    expect(dated('url,prefixes\nnew.example,new.example (2013-06/..)  old.example (../2013) blog.example\n')).toEqual([
      [
        ['http://new.example/', 'http://old.example/', 'http://blog.example/'],
        [
          { lru: lru('new'), from: '2013-06', to: '' },
          { lru: lru('old'), from: '', to: '2013' },
        ],
      ],
    ])
    expect(dated('url,dated_prefixes\none.example,one.example (2008/2014-05-01)\n')).toEqual([
      [[], [{ lru: lru('one'), from: '2008', to: '2014-05-01' }]],
    ])
    const rows = 'url,prefixes,valid_from,valid_to\nnew.example,new.example old.example,2013,\nold.example,,,2012\n'
    expect(dated(rows)).toMatchObject([
      [
        { length: 2 },
        [
          { lru: lru('new'), from: '2013', to: '' },
          { lru: lru('old'), from: '', to: '2012' },
        ],
      ],
    ])
  })

  it('says where dates can be none', () => {
    const of = (row: string): string[] => mistakesOf(utf8(`url,prefixes,dated_prefixes,valid_from,valid_to\n${row}\n`))
    expect(of('a.example,,,2013,last year')).toEqual([
      "fr.csv:2: 'last year' is not a date, expected a year, a month or a day such as 2013 or 2013-05-31",
    ])
    expect(of('a.example,,b.example (../2013),,')).toEqual([
      "fr.csv:2: dates of 'b.example', expected a prefix that the row has",
    ])
    expect(of('a.example,a.example (2014/2013),,,')).toHaveLength(1)
  })

  it('asks for nothing but a url', () => {
    expect(read('url\nwww.example.fr\n').seeds).toMatchObject([
      { url: 'http://www.example.fr/', name: '', country: '', kind: '', prefixes: [], source: '', tags: [] },
    ])
  })

  const sameList = 'url;name\r\nwww.été.example;"Café; déjà vu"\r\n'
  const spellings: readonly [string, Uint8Array][] = [
    ['UTF-8', utf8(sameList)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${sameList}`)],
    ['Windows-1252, as Excel saves CSV', Buffer.from(sameList, 'latin1')],
    ['UTF-16 with tabs, as Excel saves Unicode text', utf16(sameList.replace(/;(?! )/g, '\t'), 'le')],
    ['big-endian UTF-16', utf16(sameList, 'be')],
    ['commas', utf8(sameList.replace(/;(?! )/g, ','))],
    ['line ends of old Macs', utf8(sameList.replaceAll('\r\n', '\r'))],
    ['no end of line at the end', utf8(sameList.trimEnd())],
    ['a line that declares the separator', utf8(`sep=;\r\n${sameList}`)],
    [
      'blank lines, and rows of empty cells',
      utf8(`\r\n${sameList.replace('\r\nwww', '\r\n\r\n ;\r\nwww')}\r\n;;;\r\n`),
    ],
    [
      'spaces around cells',
      utf8(sameList.replace('url;name', ' URL ; Name ').replace('"Café', ' "Café').replace('vu"', 'vu" ')),
    ],
    ['empty columns at the right', utf8('url;name;;\r\nwww.été.example;"Café; déjà vu";;\r\n')],
  ]
  it.each(spellings)('reads the same list from a file with %s', (_what, bytes) => {
    const { seeds, notes } = readSeeds('fr.csv', bytes)
    expect(notes).toEqual([])
    expect(seeds.map(({ url, name }) => [url, name])).toEqual([['http://www.xn--t-9fab.example/', 'Café; déjà vu']])
  })

  it('reads the euro sign of Windows-1252', () => {
    const bytes = Uint8Array.of(...utf8('url,name\na.example,10 '), 0x80, ...utf8('\n'))
    expect(readSeeds('x.csv', bytes).seeds[0]?.name).toBe('10 €')
  })

  it('counts the lines of cells that have several', () => {
    const { seeds } = read(
      'url,note\r\na.example,"one\r\n\r\nthree"\r\n\r\nb.example,x\r\n"c.example","y\r\n"\r\nd.example,\r\n',
    )
    expect(seeds.map(seed => seed.line)).toEqual([2, 6, 7, 9])
  })

  it('takes off the quote that keeps spreadsheets from running a cell', () => {
    const { seeds } = read("url,name,tag\na.example,'=SUM(1),'-1\nb.example,'t Hooft,'@home\n")
    expect(seeds.map(seed => [seed.name, seed.tags[0]?.[1]])).toEqual([
      ['=SUM(1)', '-1'],
      ["'t Hooft", '@home'],
    ])
  })

  it('accepts kinds that nobody foresaw', () => {
    expect(read('url,kind\na.example,Data  Broker\n').seeds[0]?.kind).toBe('data-broker')
  })
})

describe('readSeeds(file, bytes): lists as people paste them', () => {
  const two = ['http://one.example/', 'https://two.example/blog']
  const wide = (text: string, order: 'le' | 'be') => utf16(text, order).subarray(2)
  it.each<[string, Uint8Array, RegExp]>([
    ['bare addresses', utf8('one.example\nhttps://two.example/blog\n'), /no header/],
    ['one after blank lines', utf8('\n\none.example\n\nhttps://two.example/blog'), /no header/],
    ['bullets', utf8('- one.example\n• https://two.example/blog\n'), /no header/],
    ['numbers', utf8('1. one.example\n2) https://two.example/blog\n'), /no header/],
    ['other numbers', utf8('(1) one.example\n2 - https://two.example/blog\n'), /no header/],
    ['numbers without a space', utf8('1.http://one.example\n2.https://two.example/blog\n'), /no header/],
    ['guillemets', utf8('«\u00a0one.example\u00a0»\n« https://two.example/blog »\n'), /no header/],
    ['curved quotes', utf8('“http://one.example”\n‘https://two.example/blog’\n'), /no header/],
    ['notes behind', utf8('http://one.example (blog, fermé)\nhttps://two.example/blog # vu en mai\n'), /no header/],
    ['names before', utf8('Un : http://one.example\nDeux - https://two.example/blog.\n'), /no header/],
    ['links of Markdown', utf8('- [Un](http://one.example)\n- [Deux](https://two.example/blog)\n'), /no header/],
    ['a title above', utf8('Ma liste :\n\none.example\nhttps://two.example/blog\n'), /'Ma liste :' holds no address/],
    ['lines of comment', utf8('# un\none.example\n# deux\nhttps://two.example/blog\n'), /'# deux' holds no address/],
    ['several on a line', utf8('one.example; https://two.example/blog\n'), /no header/],
    ['several with spaces', utf8('http://one.example, https://two.example/blog\n'), /no header/],
    ['brackets and commas', utf8('<http://one.example>,\n<https://two.example/blog>\n'), /no header/],
    ['quotes', utf8('"one.example"\r\n"https://two.example/blog"\r\n'), /no header/],
    ['addresses and names', utf8('one.example;Un\nhttps://two.example/blog;Deux\n'), /address and name/],
    ['names and addresses', utf8('Un\tone.example\nDeux\thttps://two.example/blog\n'), /address and name/],
    ...['Site web', 'adresse', 'Lien', 'URL du site', 'Website', 'Page d’accueil', 'Adresse (URL)'].map(
      (name): [string, Uint8Array, RegExp] => [
        `the header ${name}`,
        utf8(`Nom;${name}\nUn;one.example\nDeux;https://two.example/blog\n`),
        /is read as url/,
      ],
    ),
    [
      'a street and a site',
      utf8('Adresse;Site\n1 rue X;one.example\n2 rue Y;https://two.example/blog\n'),
      /'Site' is read as url/,
    ],
    [
      'a quoted line for the separator',
      utf8('"sep=;"\nurl;nom\none.example;U\nhttps://two.example/blog;D\n'),
      /names the separator/,
    ],
    [
      'the same with commas',
      utf8('sep=;,\nurl,nom\none.example,U\nhttps://two.example/blog,D\n'),
      /names the separator/,
    ],
    [
      'the same with tabs',
      utf8('"sep=\t"\nurl\tnom\none.example\tU\nhttps://two.example/blog\tD\n'),
      /names the separator/,
    ],
    [
      'UTF-16 without mark',
      wide('url;nom\r\none.example;Été\r\nhttps://two.example/blog;\r\n', 'le'),
      /read as UTF-16LE/,
    ],
    ['the other UTF-16', wide('url;nom\r\none.example;Été\r\nhttps://two.example/blog;\r\n', 'be'), /read as UTF-16BE/],
    ['both at once', wide('one.example\r\nhttps://two.example/blog\r\n', 'le'), /no header/],
  ])('reads %s, and says how', (_what, bytes, note) => {
    const { seeds, notes } = readSeeds('pasted', bytes)
    expect(seeds.map(seed => seed.url)).toEqual(two)
    expect(notes.map(one => sayMistake(one, 'en')).join('\n')).toMatch(note)
    expect(notes.map(one => sayMistake(one, 'fr')).join('')).not.toContain('{')
  })

  it('keeps a comma inside an address, and names the line that is none', () => {
    const list = 'one.example\nhttps://two.example/a,b\nthree.example\n'
    expect(read(list).seeds.map(seed => seed.url)[1]).toBe('https://two.example/a,b')
    expect(mistakesOf(utf8('one.example\nnot an address\ntwo.example\n'))).toEqual([
      expect.stringMatching(/^fr\.csv:2: 'not an address' is not/),
    ])
  })

  it('keeps the words beside an address as its name, a bracket that the address opened, and a site called by its address', () => {
    const named = (list: string) => read(list).seeds.map(({ url, name }) => [url, name])
    expect(named('1. Un : http://one.example/a_(b) (blog)\nhttp://two.example\n')).toEqual([
      ['http://one.example/a_(b)', 'Un, blog'],
      ['http://two.example/', ''],
    ])
    expect(named('http://slate.example;Slate.example\nhttp://two.example;Deux\n')).toEqual([
      ['http://slate.example/', 'Slate.example'],
      ['http://two.example/', 'Deux'],
    ])
    expect(named('one.example;Site\ntwo.example;Blog\n')[0]).toEqual(['http://one.example/', 'Site'])
  })

  it.each(['htp://one.example', 'mailto:x@one.example', '<p>http://one.example</p>'])('passes no %s over', first => {
    expect(mistakesOf(utf8(`${first}\ntwo.example\nthree.example\n`))[0]).toMatch(/^fr\.csv:1: /)
  })

  it('takes no column for url where there is one, and no wide table for a list', () => {
    expect(read('url,site\none.example,their.example\n').seeds[0]).toMatchObject({ tags: [['site', 'their.example']] })
    expect(mistakesOf(utf8('one.example,a,b\ntwo.example,c,d\n'))[0]).toContain('expected a header')
  })
})

describe('readSeeds(file, bytes): rows about the same entity', () => {
  it('keeps the first row, makes the later address a start page and says so', () => {
    const { seeds, notes } = read(
      'url,name,prefixes\nhttps://one.example/,One,\nhttp://www.one.example/,Again,\nhttps://one.example/blog/,Blog,\n' +
        'https://two.example/,Two,https://two.example https://old.example\nold.example,Old two,\n',
    )
    expect(seeds.map(seed => [seed.name, ...seed.starts])).toEqual([
      ['One', 'https://one.example/', 'http://www.one.example/', 'https://one.example/blog/'],
      ['Two', 'https://two.example/', 'http://old.example/'],
    ])
    expect(notes).toHaveLength(3)
    expect(notes[1]).toMatch(/^fr\.csv:4: 'https:\/\/one\.example\/blog\/' .* line 2/)
    expect(notes[2]).toMatch(/^fr\.csv:6: .* line 5/)
  })

  it('says nothing of a row that has an address alone, where the first row names its prefix; without that, it does', () => {
    const rows = 'https://two.example/,Two,https://two.example https://old.example\nold.example,,\n'
    expect(read(`url,name,prefixes\n${rows}`)).toMatchObject({
      seeds: [{ starts: ['https://two.example/', 'http://old.example/'] }],
      notes: [],
    })
    expect(read('url,name\none.example,One\none.example/blog/,\n').notes).toHaveLength(1)
    // A tag is a cell that is left out.
    expect(read(`url,name,prefixes,field\n${rows.replace('old.example,,', 'old.example,,,law')}`).notes).toHaveLength(1)
  })

  it('drops an address given twice', () => {
    const { seeds, notes } = read('url\nhttps://one.example/\nhttps://one.example\n')
    expect(seeds.map(seed => seed.starts)).toEqual([['https://one.example/']])
    expect(notes).toEqual([expect.stringMatching(/^fr\.csv:3: .* line 2/)])
  })

  it('lets an entity stand inside another one when its prefix is listed', () => {
    const { seeds, notes } = read('url,prefixes\nhttps://host.example/,\nhost.example/@me,host.example/@me\n')
    expect([seeds.length, notes]).toEqual([2, []])
  })

  it('gives authors of a known platform an entity each', () => {
    expect(read('url\nhttps://medium.com/@one\nhttps://medium.com/@two\n').notes).toEqual([])
  })
})

describe('readSeeds(file, bytes): any file', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('a.example', 'https://a.example/b', 'FR', '"', ';', ',', '\n', "'=1", 'url', 'prefixes'),
  )

  it('gives a list, or a Mistake of which each line names the file and a line of it', () => {
    const anyFile = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(cell, { maxLength: 30 }).map(cells => utf8(`url,prefixes,country\n${cells.join('')}`)),
    )
    fc.assert(
      fc.property(anyFile, bytes => {
        const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/).length
        for (const mistake of mistakesOf(bytes)) {
          const [, line] = /^fr\.csv:(\d+): \P{Cc}+$/u.exec(mistake) ?? []
          expect(Number(line), mistake).toBeGreaterThanOrEqual(1)
          expect(Number(line), mistake).toBeLessThanOrEqual(lines)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads back what a spreadsheet program wrote, whatever the cells hold', () => {
    const written = fc.array(fc.tuple(cell, cell), { maxLength: 8 })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(written, fc.constantFrom(',', ';', '\t'), (rows, separator) => {
        const text = [
          ['url', 'name', 'tag'],
          ...rows.map(([a, b], at) => [`h${at}.example`, a, b]),
          ['end.example', '', ''],
        ]
        const bytes = utf8(text.map(row => row.map(quote).join(separator)).join('\r\n'))
        const shown = (value: string) =>
          value
            .replace(/\r\n?/g, '\n')
            .trim()
            .replace(/^'(?=[=+\-@\t\n])/, '')
            .trim()
        expect(readSeeds('fr.csv', bytes).seeds.map(seed => [seed.name, seed.tags[0]?.[1] ?? ''])).toEqual(
          [...rows, ['', '']].map(([a, b]) => [shown(a!).replace(/\s+/g, ' '), shown(b!)]),
        )
      }),
    )
  })
})

describe('readSeeds(file, bytes): mistakes', () => {
  it('reports all bad rows in one go, in the order of the file', () => {
    expect(
      mistakesOf(
        utf8(
          'url;name;country;prefixes\nhtp://x.org;X;FR;\na.example;A;UK;\nb.example;B;France;nonsense http://b.example/?q=1\n' +
            ';C;FR/DE;\nd.example;D;FR;;extra\n',
        ),
      ),
    ).toEqual([
      "fr.csv:2: 'htp://x.org' is not an http(s) address, expected one such as https://www.example.fr",
      "fr.csv:3: 'UK' is not an ISO 3166-1 country code, expected GB",
      "fr.csv:4: 'France' is not an ISO 3166-1 country code, expected FR",
      expect.stringMatching(/^fr\.csv:4: prefix 'nonsense' is not an http\(s\) address, expected /),
      expect.stringMatching(/^fr\.csv:4: prefix 'http:\/\/b\.example\/\?q=1' has a query or a fragment, expected /),
      expect.stringMatching(/^fr\.csv:5: no address in the column 'url', expected /),
      expect.stringMatching(/^fr\.csv:5: 'FR\/DE' is not an ISO 3166-1 country code, expected two letters/),
      expect.stringMatching(/^fr\.csv:6: 5 cells, the last being 'extra', expected 4/),
    ])
  })

  it('refuses a prefix that two entities claim, naming both lines', () => {
    const [line, ...more] = mistakesOf(
      utf8('url,prefixes\none.example,one.example shared.example\ntwo.example,two.example www.shared.example\n'),
    )
    expect(more).toEqual([])
    expect(line).toMatch(/^fr\.csv:3: prefix .*shared\.example.* line 2/)
  })

  it('refuses a start page that lies in another entity', () => {
    const [line] = mistakesOf(utf8('url,prefixes\none.example,one.example old.example/blog\nold.example/blog/2012,\n'))
    expect(line).toMatch(/^fr\.csv:3: .*old\.example\/blog\/2012.* line 2/)
  })

  const files: readonly [string, Uint8Array, RegExp][] = [
    ['nothing', utf8(''), /^fr\.csv:1: no row was found, expected a header with a column 'url'/],
    ['only a header', utf8('url,name\n'), /^fr\.csv:1: only a header was found, expected/],
    [
      'no column url',
      utf8('\nname,country\nA,FR\n'),
      /^fr\.csv:2: columns 'name', 'country', expected a header with a column 'url'/,
    ],
    ['a column twice', utf8('url,Tag,tag\na.example,1,2\n'), /^fr\.csv:1: two columns 'tag', expected one/],
    [
      'a cell under no name',
      utf8('url,,name\na.example,x,A\n'),
      /^fr\.csv:2: 'x' stands in column 2, which has no name/,
    ],
    ['an open quote', utf8('url,name\na.example,"A\nb.example,B\n'), /^fr\.csv:2: a quote that is never closed/],
    [
      'a quote inside',
      utf8('url,name\na.example,A\nb.example,B "C" D\n'),
      /^fr\.csv:3: a quote in the middle of a cell/,
    ],
    [
      'a workbook',
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
      /^fr\.csv:1: an \.xlsx or \.ods workbook was found, expected text/,
    ],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /^fr\.csv:1: an \.xls workbook was found/],
    ['the pages of a PDF', utf8('%PDF-1.7\n1 0 obj\n'), /^fr\.csv:1: a document, a picture or a packed file was found/],
    ['the text of a word processor', utf8('{\\rtf1\\ansi https://a.example/ }'), /^fr\.csv:1: a document, a picture/],
    ['a Word document', utf8('PK\u0003\u0004 word/document.xml'), /^fr\.csv:1: a document, a picture/],
  ]
  it.each(files)('says what is wrong with a file that has %s', (_what, bytes, message) => {
    const lines = mistakesOf(bytes)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(message)
  })

  it('shows what a terminal would obey as text', () => {
    const [line] = mistakesOf(utf8('url\n\u001b[2Jhtp://x\u202e.org\n'))
    expect(line).toContain('\\u{1b}[2Jhtp://x\\u{202e}.org')
    expect(line).not.toMatch(/\p{C}/u)
  })
})
