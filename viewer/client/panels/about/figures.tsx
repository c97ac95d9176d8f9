import type { AnalysisFacts } from '#viewer/protocol/map.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

type GraphValue = AnalysisFacts['values'][number]

/** The whole in figures, each with what chance alone would give where a null model was run. */
export function Figures({ abroad }: { readonly abroad: number }) {
  const { model, speech } = useWorkbench()
  const { words, count } = speech
  const { corpus, analysis } = model.data
  const value = (measure: string): GraphValue | undefined =>
    analysis?.values.find(row => row.measure === measure && row.group === '')
  const [reciprocity, modularity] = [value('reciprocity'), value('modularity')]
  const { pages, entities } = corpus
  const rows: readonly (readonly [string, string, GraphValue?])[] = [
    [words.figureSites, count(model.siteCount)],
    [words.figureTies, count(model.tieCount)],
    ...(abroad > 0
      ? [[words.figureAbroad, `${count(abroad)} (${speech.share(abroad / model.tieCount)})`] as const]
      : []),
    ...(reciprocity?.value != null
      ? [[words.figureReciprocity, speech.share(reciprocity.value), reciprocity] as const]
      : []),
    ...(modularity?.value != null
      ? [[words.figureModularity, speech.number(modularity.value), modularity] as const]
      : []),
    // A network that came as a file has neither pages nor hyperlinks.
    ...(corpus.crawl === null && corpus.links + pages.fetched === 0
      ? []
      : ([
          [words.figureLinks, count(corpus.links)],
          [words.figurePages, count(pages.fetched)],
          [words.figureUnread, count(pages.failed + pages.excluded + pages.pending)],
          [words.figureDiscovered, count(entities.DISCOVERED)],
        ] as const)),
  ]
  return (
    <section>
      <h2>{words.figures}</h2>
      <dl className="facts">
        {rows.map(([name, text, graphValue]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {text}
              {graphValue?.nullMean != null && graphValue.z != null && (
                <small>{words.against(speech.number(graphValue.nullMean), speech.number(graphValue.z))}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
