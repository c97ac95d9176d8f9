import { useState } from 'react'
import { ContactField } from './contact-field.tsx'
import type { CrawlPartProps } from './crawl-part.ts'
import { ListField, type GivenList } from './list-field.tsx'
import { ListVerdict } from './list-verdict.tsx'
import { NumberField } from './number-field.tsx'
import { remember, remembered } from '../remember.ts'
import type { Speech } from '../words/format.ts'
import { sayDuration } from './say-duration.ts'
import { useJob } from './use-job.ts'
import { useSeedList } from './use-seed-list.ts'

const contactKey = 'toile-contact'

/** Asks for a seed list and a sender, and starts the crawl. What was typed stays until it has begun. */
export function FirstCrawl({ data, speech }: CrawlPartProps) {
  const { words } = speech
  const [given, setGiven] = useState<GivenList>({ text: '', file: null })
  const [limits, setLimits] = useState(() => ({
    ...data.settings,
    contact: data.settings.contact || (remembered(contactKey) ?? ''),
  }))
  const list = useSeedList({ ...given, pastedName: words.pastedList, mostBytes: data.mostSeedBytes })
  const { ask, message } = useJob(words)
  const { depth, maxPages, contact } = limits
  const seeds = list.state === 'checked' && list.check.mistakesTotal === 0 ? list.seeds : null
  const isReady = seeds !== null && contact.trim() !== '' && data.job?.running !== true
  return (
    <form
      className="first-crawl"
      onSubmit={event => {
        event.preventDefault()
        if (!isReady) return
        remember(contactKey, contact.trim())
        ask({ kind: 'first-crawl', seeds, ...limits })
      }}
    >
      <h2>{words.crawlFirst}</h2>
      <p className="hint">{data.status.run === null ? words.crawlFirstHint : words.crawlElsewhere}</p>
      <ListField given={given} onGive={setGiven} speech={speech} />
      <div role="status">
        <ListVerdict list={list} speech={speech} />
      </div>
      <ContactField contact={contact} onChange={next => setLimits({ ...limits, contact: next })} words={words} />
      <p className="bounds">
        <NumberField title={words.crawlDepth} value={depth} onChange={next => setLimits({ ...limits, depth: next })} />
        <NumberField
          title={words.crawlMaxPages}
          value={maxPages}
          least={1}
          onChange={next => setLimits({ ...limits, maxPages: next })}
        />
      </p>
      {seeds !== null && list.state === 'checked' && (
        <p className="hint">{costOf(list.check.sites, maxPages, speech)}</p>
      )}
      <p className="hint">{words.crawlManners}</p>
      <button type="submit" className="button" disabled={!isReady}>
        {words.crawlStart}
      </button>
      {message !== '' && <p className="notice">{message}</p>}
    </form>
  )
}

/** A page takes its answer and the second after it; some 25 kB with its hyperlinks and their sentences. */
const pageSeconds = 2
const pageMegabytes = 0.025
/** Sites that are visited at a time. */
const atATime = 64

/** What the limits allow at most. */
function costOf(sites: number, maxPages: number, { words, count }: Speech): string {
  const pages = sites * maxPages
  const seconds = Math.ceil(sites / atATime) * maxPages * pageSeconds
  return words.crawlCost(
    words.pages(pages),
    sayDuration(seconds, words.duration),
    count(Math.max(1, Math.round(pages * pageMegabytes))),
  )
}
