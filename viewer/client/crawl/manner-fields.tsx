import type { CrawlManner } from '#viewer/protocol/crawl.ts'
import type { Words } from '../words/format.ts'

interface MannerFieldsProps {
  readonly manner: CrawlManner
  /** The words of comments are out already, and stay so. */
  readonly commentsAreOut: boolean
  /** The crawl was begun with --texts, and goes on so. */
  readonly keepsTexts?: boolean
  readonly onChange: (manner: CrawlManner) => void
  readonly words: Words
}

/** How a crawl goes about it: how slowly, and what it keeps. */
export function MannerFields({ manner, commentsAreOut, keepsTexts = false, onChange, words }: MannerFieldsProps) {
  const { delay, sitemaps, archive, comments } = manner
  return (
    <details className="behind">
      <summary>{words.moreChoices}</summary>
      <label className="number-field">
        <span>{words.crawlDelay}</span>
        <input
          type="number"
          min={0}
          max={3600}
          step="any"
          value={delay}
          onChange={event =>
            Number.isFinite(event.target.valueAsNumber) && onChange({ ...manner, delay: event.target.valueAsNumber })
          }
        />
      </label>
      <Switch title={words.crawlSitemaps} isOn={sitemaps} onChange={next => onChange({ ...manner, sitemaps: next })} />
      <Switch title={words.crawlArchive} isOn={archive} onChange={next => onChange({ ...manner, archive: next })} />
      <Switch
        title={words.crawlNoComments}
        isOn={!comments || commentsAreOut}
        isFixed={commentsAreOut}
        onChange={next => onChange({ ...manner, comments: !next })}
      />
      {!comments && !commentsAreOut && <p className="notice">{words.crawlNoCommentsHint}</p>}
      {keepsTexts && <p className="hint">{words.crawlKeepsTexts}</p>}
    </details>
  )
}

interface SwitchProps {
  readonly title: string
  readonly isOn: boolean
  readonly isFixed?: boolean
  readonly onChange: (isOn: boolean) => void
}

const Switch = ({ title, isOn, isFixed = false, onChange }: SwitchProps) => (
  <label className="switch-line">
    <input type="checkbox" checked={isOn} disabled={isFixed} onChange={event => onChange(event.target.checked)} />{' '}
    {title}
  </label>
)
