import { useState } from 'react'
import type { CrawlData, JobRequest } from '../../protocol/crawl.ts'
import { useAnswer } from '../ask.ts'
import { Bar } from '../parts/bar.tsx'
import { useWorkbench } from '../workbench-context.ts'
import type { Speech } from '../words/format.ts'

/** The crawl, watched: where it stands, what it met, how long it needs; and what can be asked of it. */
export function CrawlPanel() {
  const { speech, curation } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<CrawlData>('./api/crawl')
  if (answer.state === 'failed') return <p className="notice">{words.failed}</p>
  if (answer.state === 'waiting') return <p aria-busy="true">{words.loading}</p>
  const { data } = answer
  return (
    <>
      <section>
        <h2>{words.crawlTitle}</h2>
        <p role="status">{stateOf(data, speech)}</p>
        <CrawlFigures data={data} />
      </section>
      {curation !== null && <CrawlButtons data={data} />}
      <Causes data={data} />
      <Hosts data={data} />
    </>
  )
}

function stateOf({ status, running }: CrawlData, { words, count, date, number }: Speech): string {
  const { run, pages, rate, secondsLeft } = status
  if (run === null) return words.neverCrawled
  if (running) return words.crawlAtWork(number(rate), duration(secondsLeft, words.duration))
  if (pages.pending > 0) return words.crawlStopped(count(pages.pending))
  return words.crawlDone(date(run.endedAt ?? run.seenAt))
}

/** '3 h 20 min', '40 s'. */
function duration(seconds: number, units: { readonly h: string; readonly min: string; readonly s: string }): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return `${Math.round(seconds)} ${units.s}`
  return minutes < 60
    ? `${minutes} ${units.min}`
    : `${Math.floor(minutes / 60)} ${units.h} ${minutes % 60} ${units.min}`
}

function CrawlFigures({ data }: { readonly data: CrawlData }) {
  const { words, count } = useWorkbench().speech
  const { pages, crawled, links } = data.status
  const all = Object.values(pages).reduce((sum, pagesOfState) => sum + pagesOfState, 0)
  return (
    <>
      <Bar part={all === 0 ? 0 : 1 - pages.pending / all} />
      <dl className="facts">
        <Figure
          title={words.crawlEntities}
          value={words.crawledEntities(count(crawled.done), count(crawled.running), count(crawled.waiting))}
        />
        {(Object.keys(pages) as (keyof typeof pages)[]).map(state => (
          <Figure key={state} title={words.pagesInState(words.pageStates[state])} value={count(pages[state])} />
        ))}
        <Figure title={words.figureLinks} value={count(links.betweenEntities)} />
      </dl>
    </>
  )
}

const Figure = ({ title, value }: { readonly title: string; readonly value: string }) => (
  <div>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </div>
)

/** Goes on, stops, looks deeper, begins a new wave, analyses: each is the command of that name. */
function CrawlButtons({ data }: { readonly data: CrawlData }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const { settings, job, running } = data
  const [depth, setDepth] = useState(settings?.depth ?? 1)
  const [maxPages, setMaxPages] = useState(settings?.maxPages ?? 500)
  const [wave, setWave] = useState('')
  const { send, message } = useJob()
  const busy = job?.running === true
  return (
    <section>
      <h2>{words.crawlAsk}</h2>
      {settings === null && <p className="hint">{words.crawlElsewhere}</p>}
      {settings !== null && (
        <>
          <p className="hint">{words.crawlSender(settings.contact)}</p>
          <p className="bounds">
            <NumberField title={words.crawlDepth} value={depth} onChange={setDepth} />
            <NumberField title={words.crawlMaxPages} value={maxPages} onChange={setMaxPages} />
          </p>
          <p className="button-row">
            <button
              type="button"
              className="button"
              disabled={busy || running}
              onClick={() => send({ kind: 'crawl', depth, maxPages })}
            >
              {words.crawlGo}
            </button>
            <button type="button" className="button" disabled={!busy} onClick={() => send({ kind: 'stop' })}>
              {words.crawlPause}
            </button>
          </p>
          <form
            className="inline-form"
            onSubmit={event => {
              event.preventDefault()
              if (wave.trim() !== '') send({ kind: 'crawl', depth, maxPages, again: wave.trim() })
            }}
          >
            <input
              aria-label={words.crawlWave}
              placeholder={words.crawlWave}
              value={wave}
              onChange={event => setWave(event.target.value)}
            />
            <button type="submit" className="button" disabled={busy || running}>
              {words.crawlAgain}
            </button>
          </form>
        </>
      )}
      <p className="button-row">
        <button type="button" className="button" disabled={busy} onClick={() => send({ kind: 'analyse' })}>
          {words.analyseNow}
        </button>
      </p>
      {job !== null && (
        <div role="status">
          <p className="hint">
            {job.running ? words.jobRunning[job.kind] : words.jobEnded(words.jobs[job.kind], job.exit ?? 0)}
          </p>
          <pre className="command">{job.lines.join('\n')}</pre>
        </div>
      )}
      {message !== '' && <p className="notice">{message}</p>}
    </section>
  )
}

interface NumberFieldProps {
  readonly title: string
  readonly value: number
  readonly onChange: (value: number) => void
}

const NumberField = ({ title, value, onChange }: NumberFieldProps) => (
  <label className="number-field">
    <span>{title}</span>
    <input
      type="number"
      min={0}
      value={value}
      onChange={event => Number.isInteger(event.target.valueAsNumber) && onChange(event.target.valueAsNumber)}
    />
  </label>
)

function useJob(): { readonly send: (request: JobRequest) => void; readonly message: string } {
  const { words } = useWorkbench().speech
  const [message, setMessage] = useState('')
  const send = (request: JobRequest): void => {
    const token = document.querySelector('meta[name="toile-token"]')?.getAttribute('content') ?? ''
    fetch('./api/job', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-toile-token': token },
      body: JSON.stringify(request),
    }).then(
      ({ status }) => setMessage(status === 202 ? '' : status === 409 ? words.jobBusy : words.jobRefused),
      () => setMessage(words.notSaved),
    )
  }
  return { send, message }
}

function Causes({ data }: { readonly data: CrawlData }) {
  const { words, count } = useWorkbench().speech
  const { causes } = data.status
  if (causes.length === 0) return null
  return (
    <section>
      <h2>{words.crawlCauses}</h2>
      <dl className="facts">
        {causes.slice(0, 15).map(({ state, cause, detail, pages }) => (
          <Figure
            key={`${state} ${cause} ${detail}`}
            title={detail === '' ? cause : `${cause} (${detail})`}
            value={count(pages)}
          />
        ))}
      </dl>
    </section>
  )
}

function Hosts({ data }: { readonly data: CrawlData }) {
  const { words } = useWorkbench().speech
  const { slowest } = data.status
  if (slowest.length === 0) return null
  return (
    <section>
      <h2>{words.crawlHosts}</h2>
      <dl className="facts">
        {slowest.map(({ host, pages, seconds }) => (
          <Figure key={host} title={host} value={`${words.pages(pages)}, ${duration(seconds, words.duration)}`} />
        ))}
      </dl>
    </section>
  )
}
