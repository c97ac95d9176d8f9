import type { CrawlPartProps } from './crawl-part.ts'
import type { CrawlData } from '#viewer/protocol/crawl.ts'
import { useAnswer } from '../ask.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { token } from '../send.ts'
import { home } from '../start/page-mark.ts'
import { tellAgain } from '../summary/use-summary.ts'
import type { Speech } from '../words/format.ts'
import { AnalyseButton } from './analyse-button.tsx'
import { CrawlButtons } from './crawl-buttons.tsx'
import { Causes, CrawlFigures, Hosts } from './crawl-figures.tsx'
import { PlannedNight } from './planned-night.tsx'
import { sayCrawl } from './say-crawl.ts'
import { FirstCrawl } from './first-crawl.tsx'
import { JobReport } from './job-report.tsx'

/** The crawl, watched: where it stands, what it met, how long it needs; and what can be asked of it. */
export function CrawlDesk({ speech }: { readonly speech: Speech }) {
  const { words } = speech
  const answer = useAnswer<CrawlData>('./api/crawl')
  if (answer.state !== 'ready') return <NotYet answer={answer} words={words} />
  const { data } = answer
  return (
    <>
      {(data.status.run !== null || token === null) && (
        <section>
          <h2>{words.crawlTitle}</h2>
          <p role="status">{sayCrawl({ data, speech })}</p>
          <CrawlFigures data={data} speech={speech} />
          {home !== null && data.status.run !== null && !data.running && (
            <button type="button" className="plain" onClick={tellAgain}>
              {words.summaryAgain}
            </button>
          )}
        </section>
      )}
      {token !== null && <Asked data={data} speech={speech} />}
      <Causes data={data} speech={speech} />
      <Hosts data={data} speech={speech} />
    </>
  )
}

/** Where there is no list to go on with, one is asked for. */
function Asked({ data, speech }: CrawlPartProps) {
  const isBeingMade = data.job?.running === true && ['import', 'demo'].includes(data.job.kind)
  return (
    <section>
      <PlannedNight data={data} speech={speech} />
      {data.canGoOn && <CrawlButtons data={data} speech={speech} />}
      {!data.canGoOn && !isBeingMade && <FirstCrawl data={data} speech={speech} />}
      {data.status.entities.IN > 0 && <AnalyseButton data={data} speech={speech} />}
      <JobReport job={data.job} speech={speech} />
    </section>
  )
}
