import type { End, WhyData } from '#viewer/protocol/explained.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { Dot } from '#viewer/client/parts/dot.tsx'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { published } from '#viewer/client/published.ts'
import { communityNamed } from '#data/vocabulary/community-mark.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { WhyBetween } from './why-between.tsx'
import { WhyBalance } from './why-balance.tsx'
import { WhyLeanings } from './why-leanings.tsx'
import { WhyParting } from './why-parting.tsx'
import { WhyShared } from './why-shared.tsx'
import { WhyWays } from './why-ways.tsx'
import { WhyWords } from './why-words.tsx'

interface WhyPanelProps {
  readonly one: string
  readonly other: string
}

/** Why two sites, a site and a community, or two communities are together, or apart. */
export function WhyPanel({ one, other }: WhyPanelProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  // A page may be published without them.
  const hasCommunities = published === null || model.columns.has('community')
  const answer = useAnswer<WhyData>(`./api/why?${new URLSearchParams({ one, other })}`)
  if (answer.state !== 'ready') return <NotYet answer={answer} words={words} gone={words.whyGone} />
  const why = answer.data
  return (
    <article>
      <header className="panel-head">
        <p className="eyebrow">{words.why}</p>
        <h2 className="tie-title">
          <EndName end={why.one} />
          <EndName end={why.other} />
        </h2>
        <p>
          {hasCommunities && <strong>{words.whyVerdicts[why.isTogether]}</strong>} <Runs why={why} />
        </p>
        {why.isStale && <p className="notice">{words.explainStale}</p>}
      </header>
      <WhyBalance why={why} />
      <WhyLeanings why={why} />
      <WhyBetween why={why} />
      <WhyShared why={why} />
      <WhyWords why={why} />
      <WhyWays why={why} />
      <WhyParting why={why} />
    </article>
  )
}

function EndName({ end: { kind, text, name } }: { readonly end: End }) {
  const { model, select } = useWorkbench()
  const isSite = kind === 'site'
  return (
    <button
      type="button"
      className="end"
      onClick={() =>
        select(isSite ? { kind: 'site', id: text } : { kind: 'community', of: communityNamed(text)?.name ?? '' })
      }
    >
      {isSite && <Dot site={model.indexOf.get(text)} size={16} />}
      <span>{name}</span>
    </button>
  )
}

function Runs({ why: { runs, one, other, isTogether } }: { readonly why: WhyData }) {
  const { words, count, share } = useWorkbench().speech
  /** What is seldom is not never. */
  const shareOf = (part: number): string => (part > 0 && part < 0.005 ? `< ${share(0.01)}` : share(part))
  // Runs put nothing together with what is in no community.
  if (isTogether === 'none') return null
  if (runs === null) return <span>{published === null ? words.whyNoRuns : words.notTaken}</span>
  const isOfSites = one.kind === 'site' && other.kind === 'site'
  return (
    <span>
      {isOfSites
        ? words.whyRunsOfSites(count(runs.always), count(runs.runs))
        : words.whyRunsOfMany(shareOf(runs.share), count(runs.runs), count(runs.never))}
    </span>
  )
}
