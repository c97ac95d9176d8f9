import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsCommand } from '#graph/words/words-command.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { copyInventedCorpus } from '../../viewer/copy-invented-corpus.ts'
import { plantedLink, plantPage, crawledAt } from '../../viewer/invented-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-words-'))
const file = join(folder, 'invented.sqlite')
const hostile = '=2+5 <b>microciblage</b> \u001b[31mrouge\u202e "x", fin'

beforeAll(async () => {
  const corpus = await copyInventedCorpus(file)
  plantPage(
    corpus,
    {
      url: 'https://cabinet-mistral.example/hostile',
      title: 'Hostile',
      published: '2019',
      language: 'fr',
      links: [plantedLink(0, 'https://precinct-labs.example/', { anchor: 'x', context: hostile })],
    },
    crawledAt,
  )
  codeEdge(corpus, { actor: 'anna', now: crawledAt, reason: '' }, { source: 'cabinet-mistral.example', target: 'precinct-labs.example', code: 'recognition', note: '' }) // prettier-ignore
  corpus.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]) {
  const printed = { out: '', err: '' }
  const surroundings = quietSurroundings(folder, {
    out: text => void (printed.out += text),
    err: text => void (printed.err += text),
  })
  await wordsCommand(surroundings)
    .exitOverride()
    .configureOutput({ writeErr: text => void (printed.err += text) })
    .parseAsync(['--corpus', file, ...args], { from: 'user' })
  return printed
}

const csv = (text: string): Record<string, string>[] => parse(text, { columns: true })

describe('toile words', () => {
  it('tells the words of each direction in the language in which most is said, with sentences, and what it left out', async () => {
    const { out, err } = await run('--language', 'fr')
    expect(err).toMatch(
      /^French: \d+ texts of \d+ entities; --language takes the other one\. Hyperlinks left out: \d+ of pages in another language/,
    )
    expect(out).toMatch(/\nFR>US {2}\d+ sentences, \d+ words\nword +times +of all +sites +pages +specificity +q\n/)
    expect(out).toMatch(/ {2}“.+”\n {4}\S+ → \S+ {2}https:\/\/\S+\n/)
    expect(out).toMatch(/\d+ tests \(words × parts\); q by Benjamini & Hochberg, of one-sided p/)
    expect(out).not.toContain('\u001b')
  })

  it.each([
    ['zone', ['blogroll', 'comment', 'content']],
    ['code', ['recognition']],
    ['typology', ['go-between']],
    ['wave', ['first']],
  ])('by %s', async (by, parts) => {
    const rows = csv((await run('--by', by, '--csv', '--min-times', '1', '--language', 'fr')).out)
    expect([...new Set(rows.map(({ part }) => part))].toSorted()).toEqual(parts)
  })

  it('by community takes those of the analysis', async () => {
    const rows = csv((await run('--by', 'community', '--csv')).out)
    expect(new Set(rows.map(({ part }) => part)).size).toBeGreaterThan(1)
    expect(rows.every(({ part }) => /^[1-9]\d*$/.test(part!))).toBe(true)
  })

  it('writes the table to a file, JSON to standard output, the same numbers in both', async () => {
    const { err } = await run('--csv', 'words.csv', '--language', 'en')
    expect(err).toContain(`${join(folder, 'words.csv')}: `)
    const rows = csv(readFileSync(join(folder, 'words.csv'), 'utf8'))
    const lines = (await run('--json', '--language', 'en')).out.trimEnd().split('\n').map(line => JSON.parse(line)) // prettier-ignore
    const words = lines.filter(line => 'term' in line)
    expect(words.map(({ term, specificity }) => [term, specificity])).toEqual(
      rows.map(({ term, specificity }) => [term, Number(specificity)]),
    )
    expect(lines.some(line => 'sentence' in line)).toBe(true)
  })

  it('shows each place of a term with who cites whom, guarded in a table, harmless on a terminal', async () => {
    const [row, ...more] = csv((await run('--kwic', 'MICROCIBLAGE', '--csv')).out)
    expect(more).toEqual([])
    expect(row).toMatchObject({
      id: '1', left: "'=2+5 <b>", pivot: 'microciblage', source: 'cabinet-mistral.example', target: 'precinct-labs.example', source_country: 'FR',
      target_country: 'US', zone: 'content', wave: 'first', code: 'recognition', language: 'fr', published: '2019', pages: '1', source_url: 'https://cabinet-mistral.example/hostile',
    }) // prettier-ignore
    expect(row!['right']).not.toContain('\u001b')
    const { out } = await run('--kwic', 'microciblage')
    expect(out).toMatch(/^1 line of 1 entity\n/)
    expect(out).not.toMatch(/[\u001b\u202e]/)
    expect((await run('--kwic', 'introuvable')).out).toBe('0 lines of 0 entities\n')
  })

  it('tells the company of a term', async () => {
    const { out } = await run('--company', 'méthode', '--language', 'fr')
    expect(out).toMatch(/^méthode: \d+ of \d+ sentences hold it\nword /)
    expect(out).toContain('fichier électoral')
  })

  it('shows with --wave what the visits of the wave show: a language each, sightings and page dates of then', async () => {
    const rows = csv((await run('--kwic', 'fichier', '--wave', 'first', '--csv')).out)
    expect(rows.length).toBeGreaterThan(0)
    for (const { wave, first_seen: first, last_seen: last } of rows)
      expect([wave, first! <= last!]).toEqual(['first', true])
  })

  it('leaves out words of your own', async () => {
    writeFileSync(join(folder, 'stops.txt'), '\ufeff# mine\nfichier\r\nélectoral\n')
    const { out } = await run('--company', 'méthode', '--language', 'fr', '--stop-words', 'stops.txt', '--csv')
    expect(csv(out).map(({ term }) => term)).not.toContain('fichier')
  })

  writeFileSync(join(folder, 'several.txt'), 'one\ntwo words\n')
  it.each([
    [
      ['--by', 'nothing\u001b[1m'],
      /--by nothing \[1m: no such parting; expected direction, .* or a tag of the sites: typology/,
    ],
    [['--language', 'de'], /Allowed choices are fr, en/],
    [['--of', 'pages'], /--of pages: this corpus keeps no texts of pages; expected a crawl with --texts/],
    [['--zones', 'attic'], /'attic' is not one of content/],
    [['--kwic', '*'], /--kwic '\*': expected a word/],
    [['--kwic', 'a', '--company', 'b'], /--kwic and --company were both given/],
    [['--kwic', 'a', '--by', 'zone'], /--by changes nothing of --kwic/],
    [['--kwic', 'a', '--min-times', '1'], /--min-times changes nothing of --kwic/],
    [['--kwic', 'a', '--stems'], /--stems changes nothing of --kwic/],
    [['--company', 'a', '--by', 'direction'], /--by changes nothing of --company/],
    [['--company', 'a', '--sentences', '2'], /--sentences changes nothing of --company/],
    [['--csv', '--sentences', '2'], /--sentences changes nothing of --csv/],
    [['--stop-words', 'several.txt'], /several\.txt:2: 'two words' has a space; expected one word a line/],
    [['--csv', '--json'], /--csv and --json were both given/],
    [['--wave', 'nowhere'], /--wave nowhere: no such wave/],
    [['--stop-words', 'absent.txt'], /--stop-words .*absent\.txt: can't be read \(ENOENT\)/],
    [['--terms', '4'], /expected a whole number from 1 to 3/],
  ])('refuses %j', async (args, reason) => {
    await expect(run(...args)).rejects.toThrow(reason)
  })
})
