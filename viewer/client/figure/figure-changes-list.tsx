import { isolated } from '#data/vocabulary/words/isolated.ts'
import type { FigureChanges, FigureTie } from '#viewer/protocol/figure.ts'
import { useAnswer } from '../ask.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Speech } from '../words/format.ts'

interface Answer {
  readonly changes: FigureChanges | null
}

/** What a kept figure shows otherwise than when it was kept. */
export function FigureChangesList({ number }: { readonly number: number }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<Answer>(`./api/figure-changes?number=${number}`)
  if (answer.state !== 'ready') return null
  const { changes } = answer.data
  const said = changes === null ? [words.figureUnknown] : changedLines(changes, speech)
  return (
    <section>
      <h3>{words.figureChanged}</h3>
      <ul className="studio-says">
        {(said.length === 0 ? [words.figureUnchanged] : said).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

const most = 12
const listed = (names: readonly string[]): string => names.slice(0, most).join(', ') + (names.length > most ? ' …' : '')
const ends = (ties: readonly FigureTie[]): string =>
  listed(ties.map(({ source, target }) => `${isolated(source)} → ${isolated(target)}`))

function changedLines(changes: FigureChanges, { words, share }: Speech): string[] {
  const { sitesGained, sitesLost, sitesGone, tiesGained, tiesLost, tiesReweighted, regrouped, displaced } = changes
  const when = (count: number, text: string): string[] => (count === 0 ? [] : [text])
  return [
    ...when(sitesGained.length, words.figureGained(words.sites(sitesGained.length), listed(sitesGained))),
    ...when(sitesLost.length, words.figureLost(words.sites(sitesLost.length), listed(sitesLost))),
    ...when(sitesGone, words.figureGone(words.sites(sitesGone))),
    ...when(tiesGained.length, words.figureTiesGained(words.ties(tiesGained.length), ends(tiesGained))),
    ...when(tiesLost.length, words.figureTiesLost(words.ties(tiesLost.length), ends(tiesLost))),
    ...when(tiesReweighted.length, words.figureReweighted(words.ties(tiesReweighted.length))),
    ...when(
      regrouped.length,
      words.figureRegrouped(words.sites(regrouped.length), listed(regrouped.map(({ name, to }) => `${name} (${to})`))),
    ),
    ...when(displaced >= 0.005 ? 1 : 0, words.figureDisplaced(share(displaced))),
  ]
}
