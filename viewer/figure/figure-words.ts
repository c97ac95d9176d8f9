import type { FigureScene } from './figure-scene.ts'

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
export function ownWords({ model, speech }: Pick<FigureScene, 'model' | 'speech'>): FigureWords {
  const { words } = speech
  const { corpus, analysis } = model.data
  const crawl = corpus.crawl
    ? words.crawledOn(
        speech.dates(corpus.crawl.startedAt, corpus.crawl.endedAt),
        words.pagesReadOf(corpus.pages.fetched),
      )
    : words.imported(corpus.title)
  return {
    title: words.relationTitles[model.as],
    caption: `${words.mapCaptions[model.as]} ${words.weightMeanings[model.as]}`,
    source: `${corpus.title}. ${crawl} ${analysis ? words.madeWith(analysis.version, '') : ''}`.trim(),
  }
}
