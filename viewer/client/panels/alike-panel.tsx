import type { Language } from '#data/vocabulary/languages.ts'
import type { AlikeSite, SimilarData } from '#viewer/protocol/words.ts'
import { useAnswer } from '../ask.ts'
import { Bar } from '../parts/bar.tsx'
import { published } from '../published.ts'
import { shownWave, waveQuery } from '../view/shown-wave.ts'
import { tieOf } from '../view/focus-of.ts'
import { sayShared } from '../words/say-shared.ts'
import { useWorkbench } from '../workbench-context.ts'
import { PairHead } from './pair-head.tsx'
import { SayingPages } from './saying-pages.tsx'

interface Ends {
  readonly source: string
  readonly target: string
}

/** How far two sites say the same words: the words, what each adds, and the pages that say it. */
export function AlikePanel({ source, target }: Ends) {
  const { model, speech } = useWorkbench()
  const tie = model.as === 'similar' ? tieOf(model, { source, target }) : undefined
  const text = tie === undefined ? '' : sayShared('similar', model.ties.weight[tie]!, speech)
  return (
    <article>
      <PairHead as="similar" source={source} target={target} text={text} />
      {published === null ? (
        <SharedWords source={source} target={target} />
      ) : (
        <p className="hint">{speech.words.similarPublished}</p>
      )}
    </article>
  )
}

function SharedWords({ source, target }: Ends) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const query = new URLSearchParams({ source, target })
  const answer = useAnswer<SimilarData>(`./api/similar?${query}${waveQuery(shownWave(view, model.data))}`)
  if (answer.state === 'failed') return <p className="notice">{words.failed}</p>
  if (answer.state === 'waiting') return <p className="hint" aria-busy="true" />
  const { kept, languages } = answer.data
  if (!kept) return <p className="hint">{words.similarNotKept}</p>
  if (languages.length === 0) return <p className="hint">{words.similarNoCommon}</p>
  return (
    <>
      <p className="hint">{words.similarPairHint}</p>
      {languages.flatMap(({ language, sites, alike }) =>
        alike.map(pair => (
          <WordsIn key={language} language={language} sites={sites} pair={pair} ends={{ source, target }} />
        )),
      )}
    </>
  )
}

interface WordsInProps {
  readonly language: Language
  /** Sites that were compared. */
  readonly sites: number
  readonly pair: AlikeSite
  readonly ends: Ends
}

function WordsIn({ language, sites, pair: { cosine, words: shared, shares }, ends }: WordsInProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  return (
    <section>
      <h3>
        {words.similarIn[language]}
        {words.colon} {speech.number(cosine)}
      </h3>
      <p className="hint">{words.similarHint(speech.count(sites))}</p>
      {shared.map((word, nth) => (
        <SayingPages
          key={word}
          {...ends}
          language={language}
          word={word}
          summary={
            <span className="shared-word-line">
              <span className="row-name">{word}</span>
              <span className="row-detail">{speech.number(shares[nth]!)}</span>
              <Bar part={shares[nth]! / shares[0]!} />
            </span>
          }
        />
      ))}
    </section>
  )
}
