import { groupOf } from '#viewer/client/view/scales.ts'
import { categoryName } from '#viewer/client/map/category-name.ts'
import { classesOf } from '#viewer/client/view/classes.ts'
import { alikeColours } from '#viewer/figure/alike-colours.ts'
import { drawFigure } from '#viewer/figure/draw-figure.ts'
import { figureFill, groupKey, type FigureScene } from '#viewer/figure/figure-scene.ts'
import { ownWords } from '#viewer/figure/figure-words.ts'
import { unwritten } from '#viewer/figure/shortcomings.ts'
import { svgOfFigure } from '#viewer/figure/write-figure.ts'
import type { DrawnFigure } from '#viewer/protocol/figure.ts'

/** A figure as the page shows it, with what the page says of it. */
export function drawnForPage(scene: FigureScene): DrawnFigure {
  const figure = drawFigure(scene)
  const { data } = scene.model
  const labels = (sites: readonly number[]): string[] => sites.map(site => data.labels[site]!)
  const groups = groupsOf(scene)
  return {
    svg: svgOfFigure(scene, figure, { isText: false, data: null }),
    width: figure.sheet.width,
    height: figure.sheet.height,
    names: figure.names.map(({ site, text, left, top, width, height, isPut }) => ({
      id: data.ids[site]!,
      text,
      left,
      top,
      width,
      height,
      x: figure.places[site]!.x,
      y: figure.places[site]!.y,
      isMoved: isPut,
    })),
    nameSize: figure.nameSize,
    readable: figure.lines.readable,
    linesRefused: figure.lines.refused,
    leftOut: labels(figure.leftOut),
    notThere: labels(figure.refused),
    unwritten: unwritten(scene, figure),
    unknown: scene.unknown,
    alike: scene.settings.ink === 'print' ? [] : alikeColours(groups),
    groups,
    words: ownWords(scene),
    cut: figure.isCut,
  }
}

/** What colours stand for, of the sites that are shown: the palette's own entries, the largest first. */
function groupsOf(scene: FigureScene): DrawnFigure['groups'] {
  const { model, view, shown, speech } = scene
  const column = model.columns.get(view.colour)
  if (column === undefined) return []
  const present = new Set(
    [...shown.sites.keys()].filter(site => shown.sites[site] === 1).map(site => groupOf(column, site)),
  )
  const name = (group: number): string => {
    if (column.kind === 'category') return categoryName(column, group, speech)
    const { least, most } = classesOf(column)[group]!
    return speech.between(least, most)
  }
  return [...present]
    .filter(group => group >= 0)
    .sort((a, b) => a - b)
    .slice(0, 60)
    .map(group => ({ value: groupKey(scene, group), name: name(group), fill: figureFill(scene, group) }))
}
