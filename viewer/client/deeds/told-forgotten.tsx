import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useWorkbench } from '../workbench-context.ts'

/** What `entity forget --json` prints. */
export interface ForgottenLine {
  readonly id: string
  readonly pages: number
  readonly links: number
  readonly archives: readonly string[]
  /** Copies kept when the study was brought up to a newer Toile. */
  readonly copies: readonly string[]
  /** Another program reads the corpus: what was removed leaves the file when it ends. */
  readonly isHeld: boolean
  readonly mentions: readonly unknown[]
}

/** What was removed, and what stays elsewhere. */
export function ToldForgotten({ line, data }: { readonly line: ForgottenLine; readonly data: DeedsData }) {
  const { words, count } = useWorkbench().speech
  const { id, pages, links, archives, copies, isHeld, mentions } = line
  return (
    <div className="told-now">
      <p>{words.forgotten(id, count(pages), count(links))}</p>
      <p>{words.forgottenElsewhere}</p>
      <ul className="said">
        {isHeld && <li>{words.forgottenFile}</li>}
        {data.made.length > 0 && (
          <li>
            {words.forgottenMade(data.made.map(({ name }) => name).join(', '))} {words.madeIn(data.folder)}
          </li>
        )}
        {archives.map(file => (
          <li key={file}>{words.forgottenArchive(file)}</li>
        ))}
        {copies.map(file => (
          <li key={file}>{words.forgottenKept(file)}</li>
        ))}
        {mentions.length > 0 && <li>{words.forgottenMentions(mentions.length)}</li>}
        <li>{words.forgottenCopies}</li>
      </ul>
      <p>{words.forgottenNext}</p>
    </div>
  )
}
