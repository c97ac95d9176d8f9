import { printable } from '#data/command/printable.ts'
import { enoughReadable } from '../protocol/figure.ts'
import type { PrintedFigure } from './draw-figure.ts'
import type { FigureScene } from './figure-scene.ts'

/** Texts of a figure with letters that its font has not. */
export function unwritten({ face }: FigureScene, { names, words }: PrintedFigure): string[] {
  const texts = [...names.map(({ text }) => text), words.title, words.caption, words.source]
  return [...new Set(texts.filter(text => !face.canWrite(text.replaceAll('\n', ' '))))]
}

const most = 20

/** What of a figure is not as one would wish, in lines; names are strangers' words and come as a terminal may have them. */
export function sayShortcomings(scene: FigureScene, figure: PrintedFigure): string {
  const labels = (sites: readonly number[]): string[] => sites.map(site => scene.model.data.labels[site]!)
  const { readable, refused } = figure.lines
  const lines = [
    figure.isCut
      ? 'Not all of it fits on the page: a larger page, smaller letters, fewer blocks of the legend or less text help.'
      : '',
    listed('Columns that the map has not, taken as usual', scene.unknown),
    listed('Names put where they cover something, placed anew', labels(figure.refused)),
    listed('Letters that the font has not, left empty, in', unwritten(scene, figure)),
    figure.nameSize < scene.settings.nameSize
      ? `Names are smaller than asked for, so that they find a place: ${Number(figure.nameSize.toFixed(1))} points.`
      : '',
    readable !== null && readable < enoughReadable
      ? `Direction can be read on ${Math.round(100 * readable)} % of the lines: too many lie over each other. Settings {"lines": "readable"} draw those heavy enough, {"lines": "groups"} arrows from colour to colour.`
      : '',
    refused === 'weight' ? 'No weight leaves lines whose direction can be read: all are drawn.' : '',
    refused === 'groups' ? 'There are no two colours with a tie between them: no arrows are drawn.' : '',
    listed('Names without a place', labels(figure.leftOut)),
  ]
  return lines.filter(line => line !== '').map(line => `${line}\n`).join('') // prettier-ignore
}

const listed = (what: string, names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `${what}: ${names.slice(0, most).map(printable).join(', ')}${names.length > most ? ` … (${names.length} in all)` : ''}`
