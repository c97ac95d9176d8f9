import { useEffect, useMemo, useRef, useState } from 'react'
import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { ChangesData } from '#viewer/protocol/changes.ts'
import type { TiesData } from '#viewer/protocol/map.ts'
import { type LoadedAnswer, useAnswers } from '../ask.ts'
import { shownBy } from '../filters/shown-by.ts'
import { buildModel } from '../model/model.ts'
import { download, pngBlob, svgBlob } from '../picture/save-picture.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { textWidth } from '../picture/text-width.ts'
import { useWorkbench } from '../workbench-context.ts'
import { changeModel } from './change-model.ts'
import { type Multiple, multiplesSize, multiplesSvg } from './multiples-svg.ts'

/** The first wave, then what each next one kept, gained, lost or did not look at: small pictures side by side, for print. */
export function Multiples() {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const box = useRef<HTMLDivElement>(null)
  const [outcome, setOutcome] = useState('')
  const { svg, answer } = useMultiples()
  useEffect(() => {
    if (svg === null) return
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
    box.current?.replaceChildren(document.importNode(documentElement, true))
  }, [svg])
  const name = `${model.data.corpus.title}-${words.multiplesFile}-${speech.language}`
  const save = async (): Promise<void> => {
    const { width, height } = multiplesSize((model.data.corpus.crawl?.waves ?? []).length)
    const png = await pngBlob(svg!, width, height).catch(() => 'too-large' as const)
    if (png === 'noise') setOutcome(words.pictureNoise)
    else if (png === 'too-large') setOutcome(words.pictureFailed)
    else download(png, `${name}.png`)
  }
  return (
    <section className="multiples" aria-busy={svg === null}>
      <h2>{words.multiplesTitle}</h2>
      <p className="hint">{words.multiplesHint}</p>
      <NotYet answer={answer} words={words} />
      <div ref={box} className="multiples-picture" />
      {svg !== null && (
        <p className="button-row">
          <button type="button" className="button" onClick={() => download(svgBlob(svg), `${name}.svg`)}>
            {words.saveSvg}
          </button>
          <button type="button" className="button" onClick={() => void save()}>
            {words.savePng}
          </button>
        </p>
      )}
      <output className="hint">{outcome}</output>
    </section>
  )
}

interface DrawnMultiples {
  /** Null while answers are on their way, or when they did not come. */
  readonly svg: string | null
  readonly answer: LoadedAnswer<readonly unknown[]>
}

function useMultiples(): DrawnMultiples {
  const { model, speech, view } = useWorkbench()
  const { filters, colour, shape, size, label, ink } = view
  const waves = useMemo(() => model.data.corpus.crawl?.waves ?? [], [model.data])
  const asked = useMemo(
    () => [
      `./api/ties?${new URLSearchParams({ wave: waves[0] ?? '' })}`,
      ...waves.slice(1).map((to, at) => `./api/changes?${new URLSearchParams({ from: waves[at]!, to })}`),
    ],
    [waves],
  )
  const answer = useAnswers(asked)
  const answers = answer.state === 'ready' ? answer.data : null
  const { data } = model
  const svg = useMemo(() => {
    if (answers === null) return null
    const [first, ...steps] = answers as [TiesData, ...ChangesData[]]
    const whole = buildModel(data, first, 'links', first.unread)
    const multiples = [
      { title: speech.words.waveNamed(waves[0]!), model: whole, changes: null },
      ...steps.map((step): Omit<Multiple, 'shown'> => {
        const place = (source: number, target: number): number => source * whole.siteCount + target
        const kinds = new Map<number, KindOfChange>(
          step.change.map((kind, tie) => [place(step.source[tie]!, step.target[tie]!), kind]),
        )
        return {
          title: speech.words.waveNamed(step.to),
          model: changeModel(whole, step),
          changes: { change: step.change, kindOf: (source, target) => kinds.get(place(source, target)) },
        }
      }),
    ].map(one => ({ ...one, shown: shownBy(one.model, filters) }))
    return multiplesSvg({ multiples, view: { colour, shape, size, label, ink }, speech, widthOf: textWidth })
  }, [answers, data, waves, speech, filters, colour, shape, size, label, ink])
  return { svg, answer }
}
