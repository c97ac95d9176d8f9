import { useState } from 'react'
import { ContactField } from './contact-field.tsx'
import type { CrawlPartProps } from './crawl-part.ts'
import { ListField, type GivenList } from './list-field.tsx'
import { ListVerdict } from './list-verdict.tsx'
import { MannerFields } from './manner-fields.tsx'
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
  const begin = (when: { readonly tonight?: true }): void => {
    if (!isReady) return
    remember(contactKey, contact.trim())
    ask({ kind: 'first-crawl', seeds, ...limits, ...when })
  }
  return (
    <form
      className="first-crawl"
      onSubmit={event => {
        event.preventDefault()
        begin({})
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
      <MannerFields
        manner={limits}
        commentsAreOut={data.commentsAreOut}
        onChange={manner => setLimits({ ...limits, ...manner })}
        words={words}
      />
      {seeds !== null && list.state === 'checked' && <p className="hint">{costOf(list.check.sites, limits, speech)}</p>}
      <p className="hint">{words.crawlManners}</p>
      <p className="button-row">
        <button type="submit" className="button" disabled={!isReady}>
          {words.crawlStart}
        </button>
        {data.night !== null && (
          <button
            type="button"
            className="button"
            disabled={!isReady || data.night.plan !== null}
            onClick={() => begin({ tonight: true })}
          >
            {words.nightGo}
          </button>
        )}
      </p>
      {message !== '' && <p className="notice">{message}</p>}
    </form>
  )
}

/** A page takes its answer and the pause after it; some 25 kB with its hyperlinks and their sentences. */
const answerSeconds = 1
const pageMegabytes = 0.025
/** Sites that are visited at a time. */
const atATime = 64

type Limits = CrawlPartProps['data']['settings']

/** What the limits allow at most. */
function costOf(sites: number, { maxPages, delay }: Limits, { words, count }: Speech): string {
  const pages = sites * maxPages
  const seconds = Math.ceil(sites / atATime) * maxPages * (answerSeconds + delay)
  return words.crawlCost(
    words.pages(pages),
    sayDuration(seconds, words.duration),
    count(Math.max(1, Math.round(pages * pageMegabytes))),
  )
}
