import { type FigureScene, tiesShown } from './figure-scene.ts'
import { groupArrows } from './lines/group-arrows.ts'

export interface FigureWords {
  readonly title: string
  readonly caption: string
  readonly source: string
}

/** What is written on a figure: the person's words, and the map's own where they said nothing. */
export function figureWords(scene: FigureScene): FigureWords {
  const own = ownWords(scene)
  const { title, caption, source } = scene.settings
  return { title: title ?? own.title, caption: caption ?? own.caption, source: source ?? own.source }
}

/** The map's own words. The day of the analysis is not among them: the same corpus analysed again gives the same figure. */
export function ownWords(scene: FigureScene): FigureWords {
  const { model, speech } = scene
  const { words } = speech
  const isUnderArrows =
    scene.settings.lines === 'groups' && model.as === 'links' && groupArrows(scene, tiesShown(scene)) !== null
  const { corpus, analysis } = model.data
  const crawl = corpus.crawl
    ? words.crawledOn(
        speech.dates(corpus.crawl.startedAt, corpus.crawl.endedAt),
        words.pagesReadOf(corpus.pages.fetched),
      )
    : words.imported(corpus.title)
  return {
    title: words.relationTitles[model.as],
    caption: `${isUnderArrows ? words.figureArrowCaption : words.mapCaptions[model.as]} ${words.weightMeanings[model.as]}`,
    source: `${corpus.title}. ${crawl} ${analysis ? words.madeWith(analysis.version, '') : ''}`.trim(),
  }
}
