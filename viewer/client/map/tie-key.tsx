import { useMemo } from 'react'
import type { TieColumns } from '#viewer/protocol/map.ts'
import { useWorkbench } from '../workbench-context.ts'

/** What a line's form says: where it begins, how much it carries, and that it is answered. */
export function TieKey() {
  const { changes, model, speech } = useWorkbench()
  const { words } = speech
  const isLinks = model.as === 'links'
  const { leastWeight = 1 } = model.ties
  const range = useMemo(() => rangeOf(model.ties), [model.ties])
  const told = isLinks ? range.told : 0
  const { heaviest } = range
  const lightest = isLinks ? 1 : range.lightest
  return (
    <>
      {/* Where no line is drawn, none is explained: it would state a weight that no tie has. */}
      {model.ties.weight.length > 0 && (
        <ul className="key ties">
          <TieSample
            path={isLinks ? 'M1,4.4 33,4.8 33,5.2 1,5.6Z' : 'M1,4.6H33V5.4H1Z'}
            text={words.weight(speech.number(lightest))}
          />
          {heaviest > lightest && (
            <TieSample
              path={isLinks ? 'M1,1.4 33,4.7 33,5.3 1,8.6Z' : 'M1,2.8H33V7.2H1Z'}
              text={words.weight(speech.number(heaviest))}
            />
          )}
          {isLinks && (
            <TieSample
              path="M1,3.4 Q17,-2.6 33,4 Q17,-.6 1,4.8Z M33,6.6 Q17,12.6 1,6 Q17,10.6 33,5.2Z"
              text={words.tieBoth}
            />
          )}
        </ul>
      )}
      {changes !== null && <p className="key-note">{speech.words.changesColour}</p>}
      <p className="key-note">
        {!model.data.ofFile && told > 0 ? words.weightOfBoth : words.weightMeanings[model.as]}
        {leastWeight > 1 && ` ${words.lighterNotDrawn(speech.number(leastWeight))}`}
      </p>
    </>
  )
}

/** Among those of pages, a tie without hyperlinks was imported: its file alone knows what its weight counts. */
function rangeOf({ weight, links }: TieColumns): {
  readonly heaviest: number
  readonly lightest: number
  readonly told: number
} {
  const heaviest = weight.reduce((most, one) => Math.max(most, one), 1)
  const lightest = weight.reduce((least, one) => Math.min(least, one), heaviest)
  return { heaviest, lightest, told: links.filter(count => count === 0).length }
}

const TieSample = ({ path, text }: { readonly path: string; readonly text: string }) => (
  <li>
    <svg width="34" height="10" aria-hidden="true" focusable="false">
      <path d={path} fill="var(--ink-soft)" />
    </svg>
    <span>{text}</span>
  </li>
)
