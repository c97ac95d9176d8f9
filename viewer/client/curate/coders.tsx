import type { CodesData } from '#viewer/protocol/review.ts'
import { useAnswer } from '../ask.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Who has coded how many ties, and how far every two agree beyond chance. */
export function Coders() {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<CodesData>('./api/codes')
  if (answer.state !== 'ready') return null
  const { coders, agreement, together } = answer.data
  if (coders.length === 0) return <p className="hint">{words.noCodes}</p>
  return (
    <dl className="facts">
      {coders.map(({ name, ties }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words.ties(ties)}</dd>
        </div>
      ))}
      {agreement.map(({ coders: [first, second], ties, kappa }) => (
        <div key={`${first} ${second}`}>
          <dt>
            {first} – {second}
          </dt>
          <dd>
            {kappa === null ? words.noKappa : `κ ${speech.number(kappa)}`}
            <small>{words.codedByBoth(words.ties(ties))}</small>
          </dd>
        </div>
      ))}
      {together === null ? null : (
        <div>
          <dt>{words.allCoders}</dt>
          <dd>
            {together.alpha === null || together.interval === null
              ? words.noAlpha
              : words.alpha(
                  speech.number(together.alpha),
                  speech.number(together.interval.low),
                  speech.number(together.interval.high),
                )}
            <small>{words.codedBySome(words.ties(together.ties))}</small>
          </dd>
        </div>
      )}
    </dl>
  )
}
