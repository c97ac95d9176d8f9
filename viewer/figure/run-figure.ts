import { readFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { keptFigure, keptFigures, type StoredFigure } from '#data/store/curate/keep-figure.ts'
import { writeFileWhenWhole } from '#data/table/write-when-whole.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { firstFigure, type FigureSettings, olderFigure } from '../protocol/figure.ts'
import type { MapData } from '../protocol/map.ts'
import { changesOfFigure, figureGround, figureSceneOf, settingsOf } from '../server/figure/figure-scene-of.ts'
import { drawFigure } from './draw-figure.ts'
import type { FigureScene } from './figure-scene.ts'
import { type AskedFile, expectDots, expectListAlone, kindOf } from './expect-flags.ts'
import { figureShape } from './figure-shape.ts'
import { sayChanges } from './say-changes.ts'
import { sayShortcomings } from './shortcomings.ts'
import { writeFigure } from './write-figure.ts'

export interface FigureFlags extends AskedFile {
  readonly corpus?: string
  readonly dpi: number
  readonly settings?: string
  readonly language?: Language
}

/** Draws the figure asked for, or lists those that are kept. @throws Mistake when there is none of that number, or settings can't be. */
export async function runFigure(
  surroundings: Surroundings,
  number: number | undefined,
  flags: FigureFlags,
): Promise<void> {
  expectListAlone(flags, number)
  const file = corpusFile(flags.corpus, surroundings)
  const title = basename(file, extname(file))
  const kind = kindOf(flags)
  const corpus = openCorpus(file, 'read')
  try {
    const data = figureGround(corpus, title)
    if (flags.list) return listFigures(surroundings, corpus, data)
    const kept = number === undefined ? undefined : keptOr(corpus, number)
    const settings = settingsBy(surroundings, flags, kept)
    expectDots(kind, flags, settings)
    const scene = figureSceneOf(corpus, data, settings)
    expectColumns(scene, flags)
    const figure = drawFigure(scene)
    const bytes = await writeFigure(scene, kind, flags.dpi, figure)
    const name = `${title}-figure${number ?? ''}.${kind}`
    const target = resolve(surroundings.cwd, flags.out ?? name)
    await writeFileWhenWhole(target, [bytes], surroundings.stop)
    if (kept) surroundings.err(sayChanges(changesOfFigure(corpus, data, kept)))
    const { names, leftOut } = figure
    surroundings.err(sayShortcomings(scene, figure))
    surroundings.out(
      `${target}: ${scene.shown.siteCount} sites, ${scene.shown.tieCount} ties, ${names.length} names, ${leftOut.length} names without a place\n`,
    )
  } finally {
    corpus.close()
  }
}

/** @throws Mistake when settings of a file ask for a column that the map has not; of a kept figure that is told, as its corpus may have changed. */
function expectColumns({ unknown, model }: FigureScene, { settings }: FigureFlags): void {
  if (settings === undefined || unknown.length === 0) return
  throw new Mistake(
    `${printable(settings)}: view: '${printable(unknown[0]!)}' found, which is no column of this map; expected some of: ${[...model.columns.keys()].map(printable).join(', ')}`,
  )
}

function keptOr(corpus: Corpus, number: number): StoredFigure {
  const found = keptFigure(corpus, number)
  if (found) return found
  const known = keptFigures(corpus).map(figure => figure.number)
  throw new Mistake(
    `there is no figure ${number} in this corpus; expected ${known.length === 0 ? 'one that was kept in the map first: it keeps none yet' : `one of: ${known.join(', ')}`}`,
  )
}

function settingsBy(
  { cwd }: Surroundings,
  { settings: named, language }: FigureFlags,
  kept: StoredFigure | undefined,
): FigureSettings {
  const usual = kept ? settingsOf(kept) : firstFigure('en', '')
  const given = named === undefined ? {} : readSettings(resolve(cwd, named))
  const parsed = figureShape.safeParse({ ...usual, ...given, ...(language && { language }) })
  if (parsed.success) return parsed.data
  const fields = [
    ...new Set(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'} (${message})`)),
  ]
  throw new Mistake(`${named}: these settings of a figure can't be: ${fields.join('; ')}`)
}

/** The settings in a file: by themselves, or those of a figure's own data. */
function readSettings(file: string): object {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Mistake(
      `${printable(file)}: ${error instanceof Error ? printable(error.message) : 'unreadable'}; expected a file of JSON`,
    )
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Mistake(`${file}: no settings were found; expected a JSON object such as {"width": 85}`)
  const { settings } = read as { readonly settings?: unknown }
  // Data of a figure are whole: what they don't say was not to be said then.
  return typeof settings === 'object' && settings !== null ? { ...olderFigure, ...settings } : read
}

function listFigures({ out, err }: Surroundings, corpus: Corpus, data: MapData): void {
  const figures = keptFigures(corpus)
  if (figures.length === 0) err('No figure is kept yet: figures are made in the map, under Publish.\n')
  for (const figure of figures) {
    const { title, unit, width, height } = settingsOf(figure)
    const changes = sayChanges(changesOfFigure(corpus, data, figure)).trimEnd()
    out(
      `Figure ${figure.number}: ${printable(title ?? '(no title of its own)')}, ${width} × ${height} ${unit}. ${changes}\n`,
    )
  }
}
