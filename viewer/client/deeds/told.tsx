import type { DeedsData, ToldData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useAnswer } from '../ask.ts'
import { useWorkbench } from '../workbench-context.ts'
import { type ForgottenLine, ToldForgotten } from './told-forgotten.tsx'
import { type OptOutLine, ToldOptOut } from './told-opt-out.tsx'
import { type SuggestionLine, ToldSuggestions } from './told-suggestions.tsx'

interface ClassifiedLine {
  readonly links: number
  readonly sites: number
  readonly marked: number
}

interface RegroupedLine {
  readonly moved: number
  readonly made: number
}

/** What the last deed found, in the reader's language. Its lines are those that the command documents for `--json`. */
export function Told({ data }: { readonly data: DeedsData }) {
  const { words, count } = useWorkbench().speech
  const { job } = data
  const hasEnded = job !== null && !job.running && job.exit === 0
  const answer = useAnswer<ToldData>(hasEnded ? './api/told' : null)
  if (answer.state !== 'ready') return null
  const { deed, lines } = answer.data
  const [first] = lines
  switch (deed) {
    case 'suggest':
      return <ToldSuggestions lines={lines as SuggestionLine[]} />
    case 'opt-out':
      return <ToldOptOut lines={lines as OptOutLine[]} data={data} />
    case 'forget':
      return first === undefined ? null : <ToldForgotten line={first as ForgottenLine} data={data} />
    case 'classify': {
      if (first === undefined) return null
      const { links, sites, marked } = first as ClassifiedLine
      return <p className="told-now">{words.classified(count(links), count(sites), count(marked))}</p>
    }
    case 'regroup': {
      if (first === undefined) return null
      const { moved, made } = first as RegroupedLine
      return <p className="told-now">{words.regrouped(count(moved), count(made))}</p>
    }
    default:
      return null
  }
}
