import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { type Font, openSync } from 'fontkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { keepFigure, keptFigure } from '#data/store/curate/keep-figure.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { writeShard } from '#data/store/shares/shard.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { figureCommand } from '#viewer/figure/figure-command.ts'
import { drawFigure } from '#viewer/figure/draw-figure.ts'
import type { FigureData } from '#viewer/figure/figure-data.ts'
import { writeFigure } from '#viewer/figure/write-figure.ts'
import { type FigureSettings, figureSheets, firstFigure } from '#viewer/protocol/figure.ts'
import {
  changesOfFigure,
  drawnFigure,
  figureGround,
  figureSceneOf,
  settingsOf,
} from '#viewer/server/figure/figure-scene-of.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { copyInventedCorpus } from '../copy-invented-corpus.ts'
import { corpusPlace } from '../invented-corpus-file.ts'
import { contrast, outlineOf, readFigure } from './read-figure.ts'

const place = corpusPlace()
let corpus: Corpus
beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
})
afterAll(() => {
  corpus.close()
  place.remove()
})

const settings: FigureSettings = { ...firstFigure('fr', ''), title: 'Qui cite qui : 2026', names: 44 }
const scene = (more: Partial<FigureSettings> = {}) =>
  figureSceneOf(corpus, figureGround(corpus, 'invented'), { ...settings, ...more })
const svg = async (more: Partial<FigureSettings> = {}) =>
  readFigure(Buffer.from(await writeFigure(scene(more), 'svg', 300)).toString())
const arimo = (weight: string): Font =>
  openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/arimo/${weight}/Arimo_${weight}.ttf`)) as Font

describe('writeFigure(scene)', () => {
  it.each([
    ['a page', {}],
    ['one column, legend below', { width: 85, height: 150, legend: 'below', nameSize: 6 }],
    ['a slide', { unit: 'px', width: 1280, height: 720, nameSize: 14, turn: 'upright', legend: 'right' }],
    ['greys', { ink: 'print', turn: 33, paper: 'cream' }],
  ] as const)('lets no name stand on a dot or nearest to another one: %s', async (_, more) => {
    const whole = Buffer.from(await writeFigure(scene(more), 'svg', 300)).toString()
    const { paths, texts } = readFigure(whole)
    const dots = paths
      .filter(({ group, attributes }) => group === 'sites' && attributes['fill'] !== 'none')
      .map(({ attributes }) => outlineOf(attributes['d']!))
    const fonts = { plain: arimo('400Regular'), bold: arimo('700Bold') }
    const names = texts.filter(({ group }) => group === 'labels')
    // The point in which a line over dots ends is a circle.
    const leaders = paths
      .filter(({ group, attributes }) => group === 'labels' && attributes['d']!.includes('L'))
      .map(({ attributes }) => attributes['d']!)
    expect(dots.length).toBe(44)
    expect(names.length).toBeGreaterThan(20)
    for (const { text, attributes } of names) {
      const size = Number(attributes['font-size'])
      const font = attributes['font-weight'] === '700' ? fonts.bold : fonts.plain
      const [left, base] = [Number(attributes['x']), Number(attributes['y'])]
      const right = left + (font.layout(text).advanceWidth / font.unitsPerEm) * size
      // From the height of capitals to the baseline: what is read.
      const [top, bottom] = [base - (font.capHeight / font.unitsPerEm) * size, base]
      const ways = dots.map(({ x, y, reach }) => {
        const [dx, dy] = [Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0)]
        return Math.hypot(dx, dy) - reach
      })
      expect(Math.min(...ways)).toBeGreaterThan(0)
      const isLed = leaders.some(d => {
        const [x, y] = d.split('L')[1]!.split(',').map(Number) as [number, number]
        return x >= left - 1 && x <= right + 1 && y >= base - size && y <= base + size * 0.3
      })
      if (isLed) continue
      const [near] = dots.map((dot, index) => ({ ...dot, way: ways[index]! })).sort((a, b) => a.way - b.way)
      // The titles of dots name them: the nearest one must be its own.
      expect(text.startsWith(titleAt(whole, near!.x, near!.y))).toBe(true)
    }
  })

  it.each(Object.entries(figureSheets))('fills a sheet on offer, no dot over another: %s', (_, sheet) => {
    const { places, look, names, frame, stretch } = drawFigure(scene(sheet))
    const dots = places.map((place, site) => ({ ...place!, radius: look.radius[site]! }))
    for (const [one, { x, y, radius }] of dots.entries())
      for (const other of dots.slice(0, one))
        expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(radius + other.radius)
    const boxes = [
      ...dots.map(({ x, y, radius }) => [x - radius, x + radius, y - radius, y + radius] as const),
      ...names.map(({ left, top, width, height }) => [left, left + width, top, top + height] as const),
    ]
    const [width, height] = [0, 2].map(at => Math.max(...boxes.map(box => box[at + 1]!)) - Math.min(...boxes.map(box => box[at]!))) // prettier-ignore
    expect((width! * height!) / (frame.width * frame.height)).toBeGreaterThan(0.85)
    expect(Math.max(...stretch)).toBeLessThanOrEqual(1.5)
  })

  it('says by how much a map is stretched, in its caption and data, and keeps proportions where that is asked for', async () => {
    // A sheet three times as wide as high.
    const wide = { width: 270, height: 90, legend: 'none' } as const
    const placedBy = (content: Readonly<Record<string, string>>) =>
      (JSON.parse(content['figure']!) as FigureData).placed
    const [filled, kept] = [await svg({ ...wide }), await svg({ ...wide, isFilled: false })]
    expect(placedBy(filled.content).stretch).toEqual([1.5, 1])
    expect(filled.texts.map(({ text }) => text).join(' ')).toContain('Carte étirée 1,5 fois en largeur')
    expect(placedBy(kept.content).stretch).toEqual([1, 1])
    expect(kept.texts.map(({ text }) => text).join(' ')).not.toContain('étirée')
    // A figure that was kept before there was this choice stays as it was seen.
    const { isFilled, lines, ...older } = settings
    expect([isFilled, lines]).toEqual([true, 'all'])
    expect(settingsOf({ number: 1, settings: older, drawn: null, at: 1 })).toMatchObject({ isFilled: false, title: settings.title }) // prettier-ignore
  })

  it('draws what can be read of directions: the heavy lines, or arrows that add up the ties between colours', async () => {
    const read = async (more: Partial<FigureSettings>) => {
      const { paths, content, texts } = await svg(more)
      const figure = JSON.parse(content['figure']!) as FigureData
      return { figure, text: texts.map(({ text }) => text).join(' '), count: (of: string) => paths.filter(({ group }) => group === of).length } // prettier-ignore
    }
    const all = await read({})
    expect(all.count('ties')).toBe(all.figure.lines.of)
    const small = { width: 60, height: 60, legend: 'none', names: 0 } as const
    const [crowded, heavy] = [await read(small), await read({ ...small, lines: 'readable' })]
    expect(crowded.figure.lines.readable!).toBeLessThan(0.5)
    expect(heavy.figure.lines.readable!).toBeGreaterThanOrEqual(0.5)
    const least = heavy.figure.lines.from!
    expect(heavy.figure.ties).toEqual(crowded.figure.ties.filter(([, , weight]) => weight >= least))
    const under = await read({ lines: 'groups' })
    expect(under.count('arrows')).toBe(under.figure.lines.arrows.length)
    expect(under.text).toContain('une flèche réunit tous les liens')
    for (const [from, to, weight] of under.figure.lines.arrows) {
      const between = all.figure.ties.filter(([one, other]) => all.figure.sites[one]!.group === from && all.figure.sites[other]!.group === to) // prettier-ignore
      expect(between.reduce((sum, [, , own]) => sum + own, 0)).toBe(weight)
    }
    expect(under.figure.lines.arrows.length).toBeGreaterThan(1)
  })

  it.each(['colour', 'print'] as const)('draws lines that can be read, the heavy ones clearly: %s', async ink => {
    const { paths, content } = await svg({ ink })
    const { ties } = JSON.parse(content['figure']!) as FigureData
    const weights = ties.map(([, , weight]) => weight).sort((a, b) => a - b)
    const median = (weights[Math.ceil(weights.length / 2) - 1]! + weights[Math.floor(weights.length / 2)]!) / 2
    const lines = paths.filter(({ group }) => group === 'ties')
    expect(lines.length).toBe(ties.length)
    // Lines are drawn the lightest first.
    for (const [index, { attributes }] of lines.entries()) {
      const seen = contrast(attributes['fill']!, '#ffffff', Number(attributes['fill-opacity'] ?? 1))
      expect(seen).toBeGreaterThanOrEqual(weights[index]! > median ? 3 : 1.5)
    }
  })

  it('gives the same bytes again, in every format, with settings and data inside', async () => {
    for (const kind of ['svg', 'pdf', 'png'] as const) {
      const [one, two] = [await writeFigure(scene(), kind, 60), await writeFigure(scene(), kind, 60)]
      expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0)
    }
  })

  it('writes a PNG of the size asked for, in dots to the inch, with its words and settings', async () => {
    const png = Buffer.from(await writeFigure(scene(), 'png', 150))
    const chunks = pngChunks(png)
    const [across, down] = [chunks.get('IHDR')![0]!.readUInt32BE(0), chunks.get('IHDR')![0]!.readUInt32BE(4)]
    expect([across, down]).toEqual([Math.round((180 / 25.4) * 150), Math.round((125 / 25.4) * 150)])
    expect(chunks.get('pHYs')![0]!.readUInt32BE(0)).toBe(5906)
    const texts = new Map(chunks.get('iTXt')!.map(readText))
    expect(texts.get('Title')).toBe('Qui cite qui : 2026')
    expect((JSON.parse(texts.get('Figure data')!) as FigureData).settings).toEqual(settings)
  })

  it('writes a PDF of lines and letters, its fonts inside, with the data attached and no picture', async () => {
    const pdf = Buffer.from(await writeFigure(scene({ font: 'serif' }), 'pdf', 300))
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    // 180 × 125 mm in points.
    expect(text).toMatch(/\/MediaBox \[0 0 510\.2\d* 354\.3\d*\]/)
    const fonts = [...text.matchAll(/\/BaseFont \/([A-Z]{6}\+[\w-]+)/g)].map(([, name]) => name!.slice(7))
    expect(new Set(fonts)).toEqual(new Set(['Tinos-Regular', 'Tinos-Bold']))
    expect(text.match(/\/FontFile2 /g)!.length).toBe(2)
    expect(text).not.toMatch(/\/Subtype \/Image/)
    expect(text).toMatch(/pdfaid:part>3</)
    const parts = [...text.matchAll(/stream\r?\n/g)]
      .map(({ index }) => inflated(pdf, index + 7))
      .filter(part => part !== null)
    expect(parts.some(part => part.includes('"format":"toile-figure"'))).toBe(true)
  })

  it('leaves a paper out, turns the longest axis upright and takes a palette of one’s own', async () => {
    const first = await svg({ ink: 'own', palette: { '1': '#00ff00' }, paper: 'none' })
    expect(first.paths.some(({ attributes }) => attributes['fill'] === '#00ff00')).toBe(true)
    const dots = async (more: Partial<FigureSettings>) =>
      (await svg({ ...more, width: 200, height: 200, legend: 'none' })).paths
        .filter(({ group, attributes }) => group === 'sites' && attributes['fill'] !== 'none')
        .map(({ attributes }) => outlineOf(attributes['d']!))
    const variance = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    }
    const upright = await dots({ turn: 'upright' })
    expect(variance(upright.map(({ y }) => y))).toBeGreaterThan(variance(upright.map(({ x }) => x)))
    const across = await dots({ turn: 'across' })
    expect(variance(across.map(({ x }) => x))).toBeGreaterThan(variance(across.map(({ y }) => y)))
  })

  it('says of a share of a crawl that it is one, whatever a person wrote under it', async () => {
    writeShard(corpus, { share: 1, of: 3, seeds: '0' }, [])
    const { texts } = await svg({ caption: 'Une carte.', source: 'Nous.' })
    corpus.sql(`DELETE FROM meta WHERE name IN ('shard', 'elsewhere')`).run()
    const said = texts.map(({ text }) => text).join(' ')
    expect(said).toContain('Ceci est la part 1 sur 3 (comptées depuis 0) d’une collecte')
    expect(said).toContain('Une carte.')
  })

  it('refuses a PNG of more pixels than a machine can hold', async () => {
    await expect(writeFigure(scene({ width: 1200, height: 1200 }), 'png', 2400)).rejects.toThrow(/pixels/)
  })
})

describe('a kept figure', () => {
  const author = { actor: 'Ada', reason: '', now: 1 }
  const keep = (number: number, more: Partial<FigureSettings> = {}) => {
    const chosen = { ...settings, ...more }
    return keepFigure(corpus, author, number, {
      settings: chosen,
      drawn: drawnFigure(corpus, figureGround(corpus, ''), chosen),
    })
  }
  const changes = (number: number) =>
    changesOfFigure(corpus, figureGround(corpus, 'invented'), keptFigure(corpus, number)!)

  it('is kept, changed and taken back', () => {
    expect(keep(3)).not.toBeNull()
    expect(keep(3)).toBeNull()
    const again = keep(3, { title: 'Autre titre' })!
    expect((keptFigure(corpus, 3)!.settings as FigureSettings).title).toBe('Autre titre')
    undoEvent(corpus, author, again)
    expect((keptFigure(corpus, 3)!.settings as FigureSettings).title).toBe(settings.title)
    expect(changes(3)).toMatchObject({ sitesGained: [], sitesLost: [], tiesGained: [], tiesLost: [], regrouped: [], displaced: 0 }) // prettier-ignore
  })

  it('is drawn by the command, which says what fell short and takes no option that would say nothing', async () => {
    const run = async (...args: readonly string[]) => {
      const said = { out: '', err: '' }
      const tell = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
      const command = figureCommand(quietSurroundings(dirname(place.file), tell)).exitOverride()
      await command.parseAsync(['node', 'toile', ...args, '--corpus', place.file])
      return said
    }
    const refused = (...args: readonly string[]) => run(...args).then(({ out }) => out, (error: Error) => error.message) // prettier-ignore
    const file = join(dirname(place.file), 'small.json')
    const write = (settings: object): void => writeFileSync(file, JSON.stringify(settings))
    expect((await run('--list')).out).toMatch(/^Figure 3: /)
    expect(await refused('3', '--list', '--dpi', '300')).toContain('the number 3, --dpi found')
    expect(await refused('--out', 'figure.jpeg')).toContain("'figure.jpeg' found; expected a name that ends in .svg")
    expect(await refused('--out', 'figure.png', '--format', 'pdf')).toContain('--format is pdf')
    expect(await refused('3', '--dpi', '600')).toContain('kind svg found')
    write({ unit: 'px', width: 400, height: 400 })
    expect(await refused('--dpi', '600', '--format', 'png', '--settings', file)).toContain('in pixels')
    write({ view: 'colour=tag:camp&size=in_degree' })
    expect(await refused('--settings', file)).toContain("'tag:camp' found, which is no column of this map")
    write({ width: 60, height: 40, title: 'Qui cite 漢字' })
    const { out, err } = await run('--settings', file, '--out', 'small.svg')
    expect(out).toMatch(/small\.svg: 44 sites, 273 ties, \d+ names, [1-9]\d* names without a place\n$/)
    expect(err).toMatch(/^Not all of it fits on the page/)
    expect(err).toContain('left empty, in: Qui cite 漢字\n')
    expect(err.split('Names without a place: ')[1]!.split(', ').length).toBeGreaterThan(3)
    // A kept figure whose column is gone is drawn, and says so.
    keep(9, { view: 'colour=tag:camp' })
    expect((await run('9')).err).toContain('Columns that the map has not, taken as usual: tag:camp')
  })

  it('lists what is drawn otherwise, and forgets whom the corpus forgets', () => {
    const ids = figureGround(corpus, '').ids
    const [gone, other, forgotten] = ids as [string, string, string]
    keep(4, {
      moved: { [forgotten]: [10, 10], [other]: [5, 5] },
      view: `ego=${forgotten}&why=community%3A${encodeURIComponent(forgotten)}&steps=2`,
    })
    keep(5)
    mergeEntity(corpus, author, gone, other)
    expect(changes(5)).toMatchObject({ sitesGone: 1 })
    expect(changes(5)!.tiesLost.length).toBeGreaterThan(0)
    forgetEntity(corpus, author, forgotten)
    const kept = keptFigure(corpus, 4)!
    expect(kept.drawn).toBeNull()
    expect(JSON.stringify(kept.settings)).not.toContain(`"${forgotten}"`)
    expect((kept.settings as FigureSettings).moved).toEqual({ [other]: [5, 5] })
    expect((kept.settings as FigureSettings).view).toBe('steps=2')
    expect(changes(4)).toBeNull()
    const file = openCorpus(place.file, 'read')
    const events = file
      .sql<{ text: string }>(`SELECT before || after AS text FROM event WHERE action LIKE '%figure'`)
      .all()
    file.close()
    for (const { text } of events) expect(text).not.toContain(forgotten)
  })
})

function titleAt(text: string, x: number, y: number): string {
  const sites = text.slice(text.indexOf('<g id="sites">'), text.indexOf('<g id="labels">'))
  const [found] = [...sites.matchAll(/<path d="([^"]+)"[^>]*><title>([^<]*)<\/title>/g)]
    .map(([, d, title]) => ({ ...outlineOf(d!), title: title!.replaceAll('&amp;', '&') }))
    .sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))
  return found!.title
}

function pngChunks(png: Buffer): Map<string, Buffer[]> {
  const found = new Map<string, Buffer[]>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    found.set(type, [...(found.get(type) ?? []), png.subarray(at + 8, at + 8 + length)])
    at += length + 12
  }
  return found
}

function readText(chunk: Buffer): [string, string] {
  const end = chunk.indexOf(0)
  const body = chunk.subarray(chunk.indexOf(0, chunk.indexOf(0, end + 3) + 1) + 1)
  return [chunk.toString('latin1', 0, end), (chunk[end + 1] === 1 ? inflateSync(body) : body).toString()]
}

function inflated(pdf: Buffer, at: number): string | null {
  try {
    return inflateSync(pdf.subarray(at)).toString()
  } catch {
    return null
  }
}
