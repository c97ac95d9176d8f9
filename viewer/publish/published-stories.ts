import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { storiesOf } from '#data/store/stories/stories.ts'
import type { MapData } from '../protocol/map.ts'
import { answerKey } from '../protocol/published.ts'
import type { StoryData } from '../protocol/stories.ts'
import { tiesAsked } from '../server/answers.ts'
import { withQuotes } from '../server/stories/read-stories.ts'
import { viewsOf } from './opened-ties.ts'

export interface StoryChoice {
  /** Names between commas, in the order wanted; 'none'; absent: all. */
  readonly stories?: string
  /** False: words of comments stay out. Default true. */
  readonly comments?: boolean
}

/**
 * The stories that a page takes along, without quotes that the corpus has no longer, and without those of comments where their words are left out.
 * @throws Mistake for a name that is none.
 */
export function publishedStories(corpus: Corpus, { stories: asked, comments = true }: StoryChoice): StoryData[] {
  return chosenStories(corpus, asked).map(story => {
    const { found } = withQuotes(corpus, story)
    const isKept = (step: number, nth: number): boolean => {
      const one = found[step]![nth]
      return one != null && (comments || one.link.zone !== 'comment')
    }
    return {
      story: {
        ...story,
        steps: story.steps.map((step, at) => ({ ...step, quotes: step.quotes.filter((_, nth) => isKept(at, nth)) })),
      },
      found: found.map((quotes, at) => quotes.filter((_, nth) => isKept(at, nth))),
    }
  })
}

function chosenStories(corpus: Corpus, asked: string | undefined) {
  const all = storiesOf(corpus)
  if (asked === undefined || asked === '') return all
  if (asked === 'none') return []
  return asked.split(',').map(text => {
    const name = text.trim()
    const story = all.find(one => one.name === name)
    if (story === undefined)
      throw new Mistake(
        `--stories: '${name}' found, expected 'none' or some of: ${all.map(one => one.name).join(', ')}`,
      )
    return story
  })
}

/** What a server would answer to the layers of these views: which hyperlinks make the ties. */
export function answersForStories(
  corpus: Corpus,
  map: MapData,
  stories: readonly StoryData[],
): Record<string, unknown> {
  const asked = viewsOf(stories).flatMap(view => ['', '2'].map(suffix => layerParts(new URLSearchParams(view), suffix)))
  const answers: Record<string, unknown> = {}
  for (const parts of asked.filter(one => one.length > 0)) {
    const ties = tiesAsked(corpus, map, new URLSearchParams(parts))
    if (typeof ties !== 'string') answers[answerKey('/api/ties', parts)] = ties
  }
  return answers
}

/** As the page asks for the ties of a layer: see addressOf. */
const layerParts = (view: URLSearchParams, suffix: string): [string, string][] =>
  ['zone', 'since', 'until', 'wave', 'as'].flatMap(name =>
    view.getAll(name + suffix).map((value): [string, string] => [name, value]),
  )
