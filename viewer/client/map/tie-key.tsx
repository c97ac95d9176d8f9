import { useWorkbench } from '../workbench-context.ts'

/** What a line's form says: where it begins, how much it carries, and that it is answered. */
export function TieKey() {
  const { changes, model, speech } = useWorkbench()
  const { words } = speech
  const isLinks = model.as === 'links'
  const { leastWeight = 1, links } = model.ties
  // Among those of pages, a tie without hyperlinks was imported: its file alone knows what its weight counts.
  const told = isLinks ? links.filter(count => count === 0).length : 0
  const heaviest = model.ties.weight.reduce((most, weight) => Math.max(most, weight), 1)
  const lightest = isLinks ? 1 : model.ties.weight.reduce((least, weight) => Math.min(least, weight), heaviest)
  return (
    <>
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
      {changes !== null && <p className="key-note">{speech.words.changesColour}</p>}
      <p className="key-note">
        {!model.data.ofFile && told > 0 ? words.weightOfBoth : words.weightMeanings[model.as]}
        {leastWeight > 1 && ` ${words.lighterNotDrawn(speech.number(leastWeight))}`}
      </p>
    </>
  )
}

const TieSample = ({ path, text }: { readonly path: string; readonly text: string }) => (
  <li>
    <svg width="34" height="10" aria-hidden="true" focusable="false">
      <path d={path} fill="var(--ink-soft)" />
    </svg>
    <span>{text}</span>
  </li>
)
