import { useState } from 'react'
import type { CrawlPartProps } from './crawl-part.ts'
import { NumberField } from './number-field.tsx'
import { useJob } from './use-job.ts'

/** Goes on, stops, looks deeper, begins a new wave: each is the command of that name. */
export function CrawlButtons({ data, speech }: CrawlPartProps) {
  const { words } = speech
  const { settings, job, running } = data
  const [depth, setDepth] = useState(settings.depth)
  const [maxPages, setMaxPages] = useState(settings.maxPages)
  const [wave, setWave] = useState('')
  const { ask, message } = useJob(words)
  const busy = job?.running === true
  return (
    <>
      <h2>{words.crawlAsk}</h2>
      <p className="hint">{words.crawlSender(settings.contact)}</p>
      <p className="bounds">
        <NumberField title={words.crawlDepth} value={depth} onChange={setDepth} />
        <NumberField title={words.crawlMaxPages} value={maxPages} least={1} onChange={setMaxPages} />
      </p>
      <p className="button-row">
        <button
          type="button"
          className="button"
          disabled={busy || running}
          onClick={() => ask({ kind: 'crawl', depth, maxPages })}
        >
          {words.crawlGo}
        </button>
        <button type="button" className="button" disabled={!busy && !running} onClick={() => ask({ kind: 'stop' })}>
          {words.crawlPause}
        </button>
      </p>
      <form
        className="inline-form"
        onSubmit={event => {
          event.preventDefault()
          if (wave.trim() !== '') ask({ kind: 'crawl', depth, maxPages, again: wave.trim() })
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
