import type { Language } from '#data/vocabulary/languages.ts'
import type { JobRequest } from '#viewer/protocol/crawl.ts'
import type { SummaryData } from '#viewer/protocol/summary.ts'
import { sayTexts } from '../crawl/say-texts.ts'
import { useJob } from '../crawl/use-job.ts'
import { HomeLink } from '../parts/home-link.tsx'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { Message } from '../parts/message.tsx'
import { token } from '../send.ts'
import type { Speech } from '../words/format.ts'
import { CitedSites } from './cited-sites.tsx'
import { UnreadSites } from './unread-sites.tsx'

interface SummaryScreenProps {
  readonly summary: SummaryData
  readonly speech: Speech
  readonly onLanguage: (language: Language) => void
  readonly onLeave: () => void
}

/** The first thing seen after a crawl: what was read, what wasn't and what helps, what is new; the map one click away. */
export function SummaryScreen({ summary, speech, onLanguage, onLeave }: SummaryScreenProps) {
  const { words, moment } = speech
  const { ask, message } = useJob(words)
  const leaveTo = (hash: string): void => {
    window.history.replaceState(null, '', hash)
    onLeave()
  }
  const begin = (request: JobRequest): void => {
    ask(request)
    leaveTo('#panel=crawl')
  }
  const isUnfinished = summary.pending > 0 || summary.end !== 'done'
  return (
    <div className="empty-state summary">
      <header>
        <HomeLink words={words} />
        <LanguageSwitch speech={speech} onLanguage={onLanguage} />
      </header>
      <Message title={words.summaryTitle} text={words.summaryEnds[summary.end](whenOf(summary, speech))}>
        {summary.pages > 0 && <p>{words.summaryRead(words.pagesReadOf(summary.pages), words.sites(summary.sites))}</p>}
        {summary.texts !== null && <p>{words.summaryTexts(sayTexts(summary.texts, speech))}</p>}
        {summary.pending > 0 && <p>{words.summaryPending(words.pages(summary.pending))}</p>}
        {summary.gaps.map(({ from, to }) => (
          <p key={from}>
            {to === null ? words.summaryGapOpen(moment(from)) : words.summaryGap(moment(from), moment(to))}
          </p>
        ))}
        <p className="button-row">
          <button type="button" className="button first" onClick={() => leaveTo('#')}>
            {words.summaryMap}
          </button>
          {token !== null && isUnfinished && (
            <button
              type="button"
              className="button"
              onClick={() => (summary.canGoOn ? begin({ kind: 'crawl' }) : leaveTo('#panel=crawl'))}
            >
              {words.summaryGoOn}
            </button>
          )}
          {token !== null && summary.wantsAnalysis && (
            <button type="button" className="button" onClick={() => begin({ kind: 'analyse' })}>
              {words.summaryAnalyse}
            </button>
          )}
        </p>
        {message !== '' && <p className="notice">{message}</p>}
        <UnreadSites groups={summary.unread} speech={speech} />
        <CitedSites sites={summary.cited} speech={speech} onReview={() => leaveTo('#panel=review')} />
      </Message>
    </div>
  )
}

const [minuteMs, hourMs] = [60_000, 3_600_000]

/** A span that begins and ends at the same hour tells how long it was. */
function whenOf({ startedAt, endedAt, end }: SummaryData, { words, moment }: Speech): string {
  const ms = Math.max(0, endedAt - startedAt)
  if (end === 'cut') return words.summaryCut(moment(startedAt), moment(endedAt))
  if (ms >= hourMs) return words.summaryWhen(moment(startedAt), moment(endedAt))
  const duration =
    ms < minuteMs ? words.inSeconds(Math.max(1, Math.round(ms / 1000))) : words.inMinutes(Math.round(ms / minuteMs))
  return words.summaryWhenShort(moment(startedAt), duration)
}
