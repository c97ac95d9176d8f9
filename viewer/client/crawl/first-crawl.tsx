import { useId, useState } from 'react'
import type { CrawlPartProps } from './crawl-desk.tsx'
import { ListVerdict } from './list-verdict.tsx'
import { NumberField } from './number-field.tsx'
import { useJob } from './use-job.ts'
import { useSeedList } from './use-seed-list.ts'

const example = 'url,name,country,kind\nhttps://agency.example/,An agency,FR,agency'

/** Asks for a seed list and a sender, and starts the crawl. What was typed stays until it has begun. */
export function FirstCrawl({ data, speech }: CrawlPartProps) {
  const { words } = speech
  const { settings, job } = data
  const id = useId()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [contact, setContact] = useState(settings.contact)
  const [depth, setDepth] = useState(settings.depth)
  const [maxPages, setMaxPages] = useState(settings.maxPages)
  const list = useSeedList({ text, file, pastedName: words.pastedList, mostBytes: data.mostSeedBytes })
  const { ask, message } = useJob(words)
  const isReady = list.state === 'checked' && list.check.mistakesTotal === 0
  const busy = job?.running === true
  return (
    <form
      className="first-crawl"
      onSubmit={event => {
        event.preventDefault()
        if (isReady) ask({ kind: 'first-crawl', seeds: list.seeds, contact, depth, maxPages })
      }}
    >
      <h2>{words.crawlFirst}</h2>
      <p className="hint">{data.status.run === null ? words.crawlFirstHint : words.crawlElsewhere}</p>
      {file === null ? (
        <p className="field">
          <label htmlFor={`${id}-list`}>{words.seedsPaste}</label>
          <textarea
            id={`${id}-list`}
            rows={5}
            spellCheck={false}
            placeholder={example}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </p>
      ) : (
        <p>
          {words.seedsOf(file.name)}{' '}
          <button type="button" className="plain" onClick={() => setFile(null)}>
            {words.seedsPasteInstead}
          </button>
        </p>
      )}
      <p className="field">
        <label htmlFor={`${id}-file`}>{words.seedsFile}</label>
        <input
          key={file === null ? 'none' : 'one'}
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={event => setFile(event.target.files?.[0] ?? null)}
        />
      </p>
      <div role="status">
        <ListVerdict list={list} speech={speech} />
      </div>
      <p className="field">
        <label htmlFor={`${id}-contact`}>{words.crawlContact}</label>
        <input
          id={`${id}-contact`}
          type="text"
          autoComplete="email"
          placeholder="you@example.org"
          value={contact}
          onChange={event => setContact(event.target.value)}
        />
      </p>
      <p className="hint">{words.crawlContactHint}</p>
      <p className="bounds">
        <NumberField title={words.crawlDepth} value={depth} onChange={setDepth} />
        <NumberField title={words.crawlMaxPages} value={maxPages} least={1} onChange={setMaxPages} />
      </p>
      <p className="hint">{words.crawlManners}</p>
      <button type="submit" className="button" disabled={!isReady || contact.trim() === '' || busy}>
        {words.crawlStart}
      </button>
      {message !== '' && <p className="notice">{message}</p>}
    </form>
  )
}
