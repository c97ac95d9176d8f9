import { useState } from 'react'
import type { CrawlManner, CrawlRequest } from '#viewer/protocol/crawl.ts'
import type { CrawlPartProps } from './crawl-part.ts'
import { MannerFields } from './manner-fields.tsx'
import { NumberField } from './number-field.tsx'
import { useJob } from './use-job.ts'

/** Goes on, stops, looks deeper, begins a new wave: each is the command of that name. */
export function CrawlButtons({ data, speech }: CrawlPartProps) {
  const { words } = speech
  const { settings, job, running } = data
  const [depth, setDepth] = useState(settings.depth)
  const [maxPages, setMaxPages] = useState(settings.maxPages)
  const [manner, setManner] = useState<CrawlManner>(() => mannerOf(settings))
  const [wave, setWave] = useState('')
  const { ask, message } = useJob(words)
  const busy = job?.running === true
  const wish: CrawlRequest = { kind: 'crawl', depth, maxPages, ...manner }
  const again = wave.trim()
  return (
    <>
      <h2>{words.crawlAsk}</h2>
      <p className="hint">{words.crawlSender(settings.contact)}</p>
      <p className="bounds">
        <NumberField title={words.crawlDepth} value={depth} onChange={setDepth} />
        <NumberField title={words.crawlMaxPages} value={maxPages} least={1} onChange={setMaxPages} />
      </p>
      <MannerFields
        manner={manner}
        commentsAreOut={data.commentsAreOut}
        keepsTexts={data.keepsTexts}
        onChange={setManner}
        words={words}
      />
      <p className="button-row">
        <button type="button" className="button" disabled={busy || running} onClick={() => ask(wish)}>
          {words.crawlGo}
        </button>
        <button type="button" className="button" disabled={!busy && !running} onClick={() => ask({ kind: 'stop' })}>
          {words.crawlPause}
        </button>
        {data.night !== null && (
          <button
            type="button"
            className="button"
            disabled={data.night.plan !== null}
            onClick={() => ask({ ...wish, ...(again !== '' && { again }), tonight: true })}
          >
            {words.nightGo}
          </button>
        )}
      </p>
      <form
        className="inline-form"
        onSubmit={event => {
          event.preventDefault()
          if (again !== '') ask({ ...wish, again })
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
      {message !== '' && <p className="notice">{message}</p>}
    </>
  )
}

const mannerOf = ({ delay, sitemaps, archive, comments }: CrawlManner): CrawlManner => ({
  delay,
  sitemaps,
  archive,
  comments,
})
