import type { AnalysisFacts } from '#viewer/protocol/map.ts'
import { BesideChance, type ByChance } from './beside-chance.tsx'
import { isWhole } from '#viewer/client/view/view.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

type GraphValue = AnalysisFacts['values'][number]

/** A figure, what chance alone gives, and how both are said. */
type Row = readonly [name: string, text: string, byChance?: ByChance | undefined, say?: (value: number) => string]

/** The ties between countries that rewired graphs have on the whole: what each pair of countries has, added. Null: it was not asked for. */
function meanAbroad(values: readonly GraphValue[]): number | null {
  const pairs = values.filter(({ measure, group, null: of }) => {
    const [, from, to] = /^country:(.*)>(.*)$/.exec(group) ?? []
    return measure === 'mixing' && of === 'rewire' && from !== to
  })
  return pairs.length === 0 ? null : pairs.reduce((sum, { nullMean }) => sum + (nullMean ?? 0), 0)
}

/** The whole in figures, each with what chance alone would give where a null model was run. */
export function Figures({ abroad }: { readonly abroad: number }) {
  const { model, speech, view } = useWorkbench()
  const { words, count } = speech
  const { corpus, analysis } = model.data
  // Of the ties that were analysed: those of other hyperlinks, or of what sites share, have others.
  const isAnalysed = isWhole(view.layer)
  const value = (measure: string): GraphValue | undefined =>
    isAnalysed ? analysis?.values.find(row => row.measure === measure && row.group === '') : undefined
  const [reciprocity, modularity] = [value('reciprocity'), value('modularity')]
  const abroadByChance = isAnalysed ? { nullMean: meanAbroad(analysis?.values ?? []), z: null } : undefined
  const { pages, entities } = corpus
  const rows: readonly Row[] = [
    [words.figureSites, count(model.siteCount)],
    [words.figureTies, count(model.tieCount)],
    ...(abroad > 0
      ? [
          [
            words.figureAbroad,
            `${count(abroad)} (${speech.share(abroad / model.tieCount)})`,
            abroadByChance,
            speech.number,
          ] as const,
        ]
      : []),
    ...(reciprocity?.value != null
      ? [[words.figureReciprocity, speech.share(reciprocity.value), reciprocity, speech.share] as const]
      : []),
    ...(modularity?.value != null
      ? [[words.figureModularity, speech.number(modularity.value), modularity, speech.number] as const]
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
        {rows.map(([name, text, byChance, say = speech.number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {text}
              {byChance && <BesideChance {...byChance} say={say} />}
            </dd>
          </div>
        ))}
      </dl>
      {!isAnalysed && analysis !== null && <p className="hint">{words.figuresOfAnalysis}</p>}
    </section>
  )
}
