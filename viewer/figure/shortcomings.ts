import { printable } from '#data/command/printable.ts'
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
    listed('Names without a place', labels(figure.leftOut)),
  ]
  return lines.filter(line => line !== '').map(line => `${line}\n`).join('') // prettier-ignore
}

const listed = (what: string, names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `${what}: ${names.slice(0, most).map(printable).join(', ')}${names.length > most ? ` … (${names.length} in all)` : ''}`
