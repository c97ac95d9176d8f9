import { pageStates } from '#data/vocabulary/page-states.ts'
import { sayCause } from '#data/vocabulary/words/say.ts'
import { Bar } from '../parts/bar.tsx'
import type { CrawlPartProps } from './crawl-part.ts'
import { sayTexts } from './say-texts.ts'
import { sayDuration } from './say-duration.ts'

/** Sites and pages by state, and the hyperlinks found. */
export function CrawlFigures({ data, speech }: CrawlPartProps) {
  const { words, count } = speech
  const { pages, crawled, links, texts } = data.status
  const all = Object.values(pages).reduce((sum, pagesOfState) => sum + pagesOfState, 0)
  return (
    <>
      <Bar part={all === 0 ? 0 : 1 - pages.pending / all} />
      <dl className="facts">
        <Figure
          title={words.crawlEntities}
          value={words.crawledEntities(count(crawled.done), count(crawled.running), count(crawled.waiting))}
        />
        {pageStates.map(state => (
          <Figure key={state} title={words.pagesInState(words.pageStates[state])} value={count(pages[state])} />
        ))}
        <Figure title={words.figureLinks} value={count(links.betweenEntities)} />
        {texts !== null && <Figure title={words.textsTitle} value={sayTexts(texts, speech)} />}
      </dl>
    </>
  )
}

/** What was not read, by cause. */
export function Causes({ data, speech }: CrawlPartProps) {
  const { language, words } = speech
  const { causes } = data.status
  if (causes.length === 0) return null
  return (
    <section>
      <h2>{words.crawlCauses}</h2>
      <dl className="facts">
        {causes.slice(0, 15).map(({ state, cause, detail, pages }) => (
          <Figure
            key={`${state} ${cause} ${detail}`}
            title={words.withDetail(sayCause(cause, language), detail)}
            value={speech.count(pages)}
          />
        ))}
      </dl>
    </section>
  )
}

/** The hosts that will take longest. */
export function Hosts({ data, speech }: CrawlPartProps) {
  const { words } = speech
  const { slowest } = data.status
  if (slowest.length === 0) return null
  return (
    <section>
      <h2>{words.crawlHosts}</h2>
      <dl className="facts">
        {slowest.map(({ host, pages, seconds }) => (
          <Figure key={host} title={host} value={`${words.pages(pages)}, ${sayDuration(seconds, words.duration)}`} />
        ))}
      </dl>
    </section>
  )
}

const Figure = ({ title, value }: { readonly title: string; readonly value: string }) => (
  <div>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </div>
)
