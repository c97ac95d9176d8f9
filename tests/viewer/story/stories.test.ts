import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyCommand } from '#data/curate/story/story-command.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { saveStory } from '#data/store/stories/save-story.ts'
import { storiesOf, storyNamed } from '#data/store/stories/stories.ts'
import type { Story, StoryQuote } from '#data/story/story.ts'
import { storyFaults } from '#data/story/story-shape.ts'
import { paragraphsOf, storyParts } from '#data/vocabulary/story-text.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { embedCode } from '#viewer/client/story/embed-code.ts'
import { mapPage, publishedData } from '#viewer/publish/map-page.ts'
import { pageAbout } from '#viewer/publish/page-about.ts'
import { pageMetas } from '#viewer/publish/page-metas.ts'
import { readStories } from '#viewer/server/stories/read-stories.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { copyInventedCorpus } from '../copy-invented-corpus.ts'
import { corpusPlace } from '../invented-corpus-file.ts'

const place = corpusPlace()
const author = { actor: 'test', reason: '', now: 1 }
const [source, target] = ['atelier-suffrage.example', 'micro-target-co.example']
const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
let corpus: Corpus
let quote: StoryQuote

const storyWith = (part: Partial<Story['steps'][number]>, name = 'how-to-read'): Story => ({
  name,
  title: { fr: 'Comment lire', en: 'How to read' },
  steps: [
    { view: 'colour=country', heading: { fr: '', en: 'One' }, text: { fr: '', en: 'Words.' }, quotes: [] },
    { view: '', heading: { fr: 'Deux', en: 'Two' }, text: { fr: '', en: '' }, quotes: [quote], ...part },
  ],
})

beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
  const [link] = linksBetweenEntities(corpus, source, target)
  quote = { source, target, page: link!.sourceUrl, anchor: link!.anchor, context: link!.context }
})
afterAll(() => {
  corpus.close()
  place.remove()
})

describe('a story’s words', () => {
  it('lead to views where they say so; all else stays text', () => {
    expect(storyParts('See [12 ties](#cell=country&row=FR&col=US), <b>not</b> [this](https://a.example).')).toEqual([
      { text: 'See ' },
      { text: '12 ties', address: 'cell=country&row=FR&col=US' },
      { text: ', <b>not</b> [this](https://a.example).' },
    ])
    expect(storyParts('[a](javascript:alert(1)) [b](#x y)')).toEqual([{ text: '[a](javascript:alert(1)) [b](#x y)' }])
    expect(paragraphsOf('\n\n one\ntwo \n\n\n three')).toEqual(['one\ntwo', 'three'])
  })

  it('are read in time that grows with their length', () => {
    for (const text of ['['.repeat(200_000), '[a](#'.repeat(40_000), `[${'a'.repeat(200_000)}`])
      expect(storyParts(text).map(part => part.text).join('')).toBe(text) // prettier-ignore
  })
})

describe('storyFaults(value)', () => {
  it('takes a story, and what may be left out', () =>
    expect([storyWith({}), { name: 'a', title: {}, steps: [{ heading: {}, text: {} }] }].map(storyFaults)).toEqual([
      [],
      [],
    ]))

  it.each<[string, unknown, string]>([
    ['a list', [], '[] found, expected a story: name, title, steps'],
    ['another name', { ...storyWith({}), name: '../x' }, `name: "../x" found, expected a name of a to z`],
    [
      'a language that is none',
      { name: 'a', title: { de: 'x' }, steps: [] },
      'title: {"de":"x"} found, expected texts',
    ],
    ['a heading of two lines', { name: 'a', title: {}, steps: [{ heading: { en: 'a\nb' }, text: {} }] }, 'steps.0.heading.en: "a\\nb" found, expected text in one line'], // prettier-ignore
    ['an escape', { name: 'a', title: {}, steps: [{ heading: {}, text: { en: '\u001b[2J' } }] }, 'steps.0.text.en: "'],
  ])('names what is wrong with %s', (_, value, said) => expect(storyFaults(value)[0]).toContain(said))
})

describe('saveStory(corpus, author, name, story)', () => {
  it('makes one event of each change, which can be taken back one by one', () => {
    const [first, second] = [storyWith({}), storyWith({ view: 'zone=content' })]
    const made = saveStory(corpus, author, first.name, first)!
    expect(saveStory(corpus, author, first.name, first)).toBeNull()
    const changed = saveStory(corpus, author, first.name, second)!
    expect(() => undoEvent(corpus, author, made)).toThrow(/was changed since/)
    expect(undoEvent(corpus, author, changed)).toMatchObject({ id: changed, action: 'story' })
    expect(storyNamed(corpus, first.name)).toEqual(first)
    undoEvent(corpus, author, made)
    expect(storiesOf(corpus)).toEqual([])
  })

  it('quotes nothing that no page says', () => {
    const invented = { ...quote, context: 'They said something else.' }
    expect(() => saveStory(corpus, author, 'x', storyWith({ quotes: [invented] }, 'x'))).toThrow(
      /step 2, quote 1: no hyperlink from 'atelier-suffrage\.example' to 'micro-target-co\.example'/,
    )
    expect(storyNamed(corpus, 'x')).toBeNull()
  })

  it('finds a quote again after its site was merged, and when that is taken back', () => {
    saveStory(corpus, author, 'how-to-read', storyWith({}))
    const event = mergeEntity(corpus, author, source, 'doorstep.example')!
    expect(readStories(corpus)[0]!.found[1]![0]).toMatchObject({ link: { context: quote.context } })
    undoEvent(corpus, author, event)
    expect(readStories(corpus)[0]!.found[1]![0]!.title).not.toBe('')
  })
})

describe('story …', () => {
  const run = async (...words: string[]): Promise<string> => {
    let told = ''
    const surroundings = quietSurroundings(dirname(place.file), { out: text => void (told += text) })
    const top = new Command().exitOverride().addCommand(storyCommand(surroundings))
    await top.parseAsync(['story', ...words, '--corpus', place.file], { from: 'user' })
    return told
  }

  it('carries a story out as a file and in again, the same', async () => {
    const before = storyNamed(corpus, 'how-to-read')
    expect(await run('list')).toMatch(/^STORY +STEPS +QUOTES +TITLE\nhow-to-read +2 +1 +How to read\n$/)
    await run('export', 'how-to-read', '--out', 'story.json')
    expect(await run('remove', 'how-to-read')).toMatch(/^Removed: how-to-read \(event \d+\)\n$/)
    expect(storiesOf(corpus)).toEqual([])
    expect(await run('import', 'story.json')).toMatch(/^Story how-to-read: 2 steps \(event \d+\)\n$/)
    expect(storyNamed(corpus, 'how-to-read')).toEqual(before)
    expect(await run('import', 'story.json')).toBe('Nothing to change: it is so already.\n')
  })

  it('says what is wrong with a file, and leaves the corpus as it is', async () => {
    writeFileSync(join(dirname(place.file), 'odd.json'), '{"name": "A", "title": {}, "steps": 3}')
    await expect(run('import', 'odd.json')).rejects.toThrow(
      /^odd\.json: name: "A" found, expected a name .*\nodd\.json: steps: 3 found, expected a list of steps$/,
    )
    await expect(run('import', 'none.json')).rejects.toThrow(/^none\.json: no file that can be read/)
    await expect(run('export', 'nobody')).rejects.toThrow("'nobody' is no story of this corpus")
  })
})

describe('a published page', () => {
  it('takes stories along with the hyperlinks that they quote, and what their views ask for', () => {
    saveStory(
      corpus,
      author,
      'how-to-read',
      storyWith({ view: 'zone=content', text: { fr: '', en: '[x](#zone=nav)' } }),
    )
    const { stories, quoted, evidence, answers } = publishedData(corpus, choice, {})
    expect(evidence).toBeNull()
    expect(stories!.map(({ story }) => story.name)).toEqual(['how-to-read'])
    expect(Object.keys(quoted!)).toEqual([`${source} ${target}`])
    expect(Object.keys(answers!).toSorted()).toEqual(['/api/ties?zone=content', '/api/ties?zone=nav'])
    expect(publishedData(corpus, choice, { stories: 'none' })).toMatchObject({ stories: [], quoted: {}, answers: {} })
    expect(() => publishedData(corpus, choice, { stories: 'nobody' })).toThrow(/--stories: 'nobody' found, expected/)
  })

  it('takes along the hyperlinks of all ties that a number of a story leads to', () => {
    const led = `[2](#from=doorstep.example&to=turnout-engine.example) [n](#cell=country&row=FR&col=US) [m](#site=${target})`
    saveStory(corpus, author, 'how-to-read', storyWith({ text: { fr: '', en: led } }))
    const { quoted, map } = publishedData(corpus, choice, {})
    const { ids, ties, columns } = map
    const country = columns.find(({ name }) => name === 'country')!
    const of = (site: number): string => country.kind === 'category' ? country.categories[country.values[site]!]?.value ?? '' : '' // prettier-ignore
    const wanted = [...ties.source.keys()].filter(tie => {
      const [from, to] = [ties.source[tie]!, ties.target[tie]!]
      const pair = `${ids[from]} ${ids[to]}`
      const isOfCell = of(from) === 'FR' && of(to) === 'US'
      const isOfSite = ids[from] === target || ids[to] === target
      return (
        isOfCell || isOfSite || pair === 'doorstep.example turnout-engine.example' || pair === `${source} ${target}`
      )
    })
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.length).toBeLessThan(ties.source.length)
    const names = wanted.map(tie => `${ids[ties.source[tie]!]} ${ids[ties.target[tie]!]}`)
    expect(Object.keys(quoted!).toSorted()).toEqual(names.toSorted())
    for (const tie of wanted)
      expect(quoted![`${ids[ties.source[tie]!]} ${ids[ties.target[tie]!]}`]!.total).toBe(ties.links[tie])
    saveStory(corpus, author, 'how-to-read', storyWith({ view: 'zone=content', text: { fr: '', en: '[x](#zone=nav)' } })) // prettier-ignore
  })

  it('says whose it is to those who cite it, whatever its words are', () => {
    const options = { author: ['Curie, Marie', 'Le "Labo"'], doi: 'https://doi.org/10.5281/zenodo.7', edition: '1.2', address: 'https://a.example/maps/france.html#x', license: 'CC-BY-4.0', pageTitle: '<b>“A” & B' } // prettier-ignore
    const data = publishedData(corpus, choice, options)
    const metas = pageMetas(pageAbout(data, options, '2026-11-30'))
    const contents = (name: string): string[] =>
      [...metas.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)">/g)].flatMap(([, of, text]) => (of === name ? [text!] : [])) // prettier-ignore
    expect(contents('citation_title')).toEqual(['&lt;b&gt;“A” &amp; B'])
    expect(contents('citation_author')).toEqual(['Curie, Marie', 'Le &quot;Labo&quot;'])
    expect(contents('DC.creator')).toEqual(contents('citation_author'))
    expect(contents('citation_publication_date')).toEqual(['2026/11/30'])
    expect([contents('citation_doi'), contents('DC.identifier')]).toEqual([
      ['10.5281/zenodo.7'],
      ['doi:10.5281/zenodo.7'],
    ])
    expect([contents('DC.date'), contents('DCTERMS.hasVersion')]).toEqual([['2026-11-30'], ['1.2']])
    expect([contents('og:image'), contents('og:url')]).toEqual([['https://a.example/maps/france.png'], ['https://a.example/maps/france.html']]) // prettier-ignore
    expect(contents('og:description')).toEqual(['Words.'])
    expect(metas).not.toMatch(/<b>|content=""/)
    for (const odd of [
      { doi: '11.1/x' },
      { doi: '10.5281/a b' },
      { address: 'javascript:alert(1)' },
      { address: 'map.html' },
    ])
      expect(() => pageAbout(data, odd, '')).toThrow(/found, expected/)
  })

  it('comes with a picture for links, once its address is known', async () => {
    const { beside, text, notes } = await mapPage.write(corpus, choice, { address: 'https://a.example/' })
    expect(text).toContain('<meta property="og:image" content="https://a.example/index.png">')
    expect(notes).toEqual(['The picture of links to the page is looked for at https://a.example/index.png.'])
    const png = Buffer.from(beside!.bytes)
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630])
    const length = png.readUInt32BE(33)
    const pixels = inflateSync(png.subarray(41, 41 + length))
    expect(pixels.length).toBe(630 * (1200 * 3 + 1))
    expect(new Set(pixels).size).toBeGreaterThan(20)
  })

  it('has no story behind pseudonyms: left out and said, refused when asked for', async () => {
    const { text, notes } = await mapPage.write(corpus, choice, { pseudonyms: true })
    expect(text).not.toContain('How to read')
    expect(text).not.toContain('atelier-suffrage')
    expect(notes).toEqual(['Left out, since they name the sites: guided readings (1).'])
    expect(() => publishedData(corpus, choice, { pseudonyms: true, stories: 'how-to-read' })).toThrow(
      /exclude each other/,
    )
  })

  it('is embedded by lines that hold whatever its address and title are', () =>
    expect(
      embedCode({ address: 'https://a.example/m.html?a=1&b="', part: 'story=x', height: 640, title: '<"é">' }),
    ).toBe(
      '<iframe src="https://a.example/m.html?a=1&amp;b=&quot;#story=x" title="&lt;&quot;é&quot;&gt;" width="100%" height="640" style="border:0" loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>',
    ))
})

describe('forgetEntity(corpus, author, name)', () => {
  it('takes what stories quote, show and lead to of it, and the events that held it', () => {
    const text = { fr: '', en: `[Atelier](#site=${source}) and [others](#zone=nav)` }
    saveStory(corpus, author, 'how-to-read', storyWith({ view: `site=${source}`, text }))
    const { mentions } = forgetEntity(corpus, author, source)
    const step = storyNamed(corpus, 'how-to-read')!.steps[1]!
    expect(step).toMatchObject({ view: '', quotes: [], text: { en: 'Atelier and [others](#zone=nav)' } })
    const kept = corpus.sql<{ n: number }>(
      `SELECT count(*) AS n FROM event WHERE action LIKE '%story' AND before || after LIKE '%' || ? || '%'`,
    )
    expect(kept.get(source)!.n).toBe(0)
    expect(mentions.filter(({ from }) => from === 'story how-to-read')).toEqual([])
  })
})
