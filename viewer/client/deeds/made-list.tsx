import type { DeedsData, MadeFile } from '#viewer/protocol/deeds/deeds-data.ts'
import { sizeIn } from '../words/size-in.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Speech } from '../words/format.ts'

/** What the last deed made, and what was made before: to be downloaded, or read. */
export function MadeList({ data }: { readonly data: DeedsData }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const { job, made, folder } = data
  const now = job !== null && !job.running && job.exit === 0 ? made.find(({ name }) => name === job.made) : undefined
  const before = made.filter(file => file !== now)
  return (
    <>
      {now !== undefined && (
        <div className="made-now">
          <p>{words.madeNow(now.name)}</p>
          <MadeLinks file={now} speech={speech} />
        </div>
      )}
      {before.length > 0 && (
        <details className="behind">
          <summary>
            {words.madeTitle} <span className="tally">{speech.count(before.length)}</span>
          </summary>
          <ul className="made">
            {before.map(file => (
              <li key={file.name}>
                <bdi>{file.name}</bdi>
                <MadeLinks file={file} speech={speech} />
              </li>
            ))}
          </ul>
          <p className="hint">{words.madeIn(folder)}</p>
        </details>
      )}
    </>
  )
}

function MadeLinks({ file, speech }: { readonly file: MadeFile; readonly speech: Speech }) {
  const { words, moment } = speech
  const address = `./made/${encodeURIComponent(file.name)}`
  return (
    <p className="made-links">
      {file.hasPage && (
        <a className="button" href={`${address}/report.html`} target="_blank" rel="noopener noreferrer">
          {words.openReport}
          <span className="unseen">
            {' '}
            {file.name} ({words.opensElsewhere})
          </span>
        </a>
      )}
      <a className="button" href={address} download>
        {words.download}
        <span className="unseen"> {file.name}</span>
      </a>
      <span className="hint">{words.madeFacts(sizeIn(file.bytes, speech), moment(file.at))}</span>
    </p>
  )
}
