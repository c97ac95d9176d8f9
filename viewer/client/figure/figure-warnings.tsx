import { type DrawnFigure, enoughReadable } from '#viewer/protocol/figure.ts'
import { useWorkbench } from '../workbench-context.ts'

interface FigureWarningsProps {
  readonly drawn: DrawnFigure
  /** Size of names that was asked for, in points. */
  readonly asked: number
}

/** What of the figure is not as one would wish. */
export function FigureWarnings({ drawn, asked }: FigureWarningsProps) {
  const { words, number, share } = useWorkbench().speech
  const { leftOut, notThere, unwritten, unknown, alike, cut, readable, linesRefused } = drawn
  const said = [
    ...(cut ? [words.figureCut] : []),
    ...(unknown.length > 0 ? [words.figureNoColumn(unknown.join(', '))] : []),
    ...(linesRefused === null ? [] : [words.figureLinesRefused[linesRefused]]),
    ...(linesRefused === null && readable !== null && readable < enoughReadable ? [words.figureUnreadable(share(readable))] : []), // prettier-ignore
    ...(notThere.length > 0 ? [words.figureNotThere(notThere.join(', '))] : []),
    ...alike.slice(0, 6).map(({ one, other, sight }) => words.figureAlike(one, other, words.figureSights[sight])),
    ...(unwritten.length > 0 ? [words.figureUnwritten(unwritten.slice(0, 10).join(', '))] : []),
    ...(drawn.nameSize < asked ? [words.figureSmaller(number(Number(drawn.nameSize.toFixed(1))))] : []),
    ...(leftOut.length > 0 ? [words.figureLeftOut(leftOut.slice(0, 30).join(', '))] : []),
  ]
  return (
    <ul className="studio-says" role="status">
      {said.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
