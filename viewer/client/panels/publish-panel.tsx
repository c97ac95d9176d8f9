import { useId, useState } from 'react'
import { putToPaste } from '../put-to-paste.ts'
import { FigureSection } from '../figure/figure-section.tsx'
import { MakeSection } from '../deeds/make-section.tsx'
import { Chips } from '../parts/chips.tsx'
import { download, pngBlob, svgBlob } from '../picture/save-picture.ts'
import { pictureSvg } from '../picture/picture.ts'
import { textWidth } from '../picture/text-width.ts'
import { published } from '../published.ts'
import { EmbedSection } from '../story/embed-section.tsx'
import { StoriesSection } from '../story/stories-section.tsx'
import { token } from '../send.ts'
import { inks } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Widths in millimetres: one column, a page, a poster's half. */
const widths = [85, 180, 260] as const
const heights: Readonly<Record<number, number>> = { 85: 75, 180: 125, 260: 180 }
const pixelsPerMm = 96 / 25.4

/** Takes the map out: as a picture for print, as an address for a note, as a page for everybody. */
export function PublishPanel() {
  const { speech, view, change } = useWorkbench()
  const { words } = speech
  const id = useId()
  const [width, setWidth] = useState<number>(180)
  const [outcome, setOutcome] = useState('')
  const save = useSavePicture(width, setOutcome)
  const copyAddress = async (): Promise<void> =>
    setOutcome((await putToPaste(window.location.href)) ? words.copied : words.notCopied)
  return (
    <>
      {token !== null && <FigureSection />}
      <section>
        <h2>{words.ink}</h2>
        <Chips
          title={words.ink}
          values={inks}
          isOn={ink => view.ink === ink}
          onChoose={ink => change({ ink })}
          name={ink => words.inks[ink]}
        />
        <p className="hint">{words.inkHint}</p>
      </section>
      <StoriesSection canWrite />
      <section>
        <h2>{words.picture}</h2>
        <p className="hint">{words.pictureHint}</p>
        <p className="choice-line">
          <label htmlFor={id}>{words.pictureWidth}</label>
          <select id={id} value={width} onChange={event => setWidth(Number(event.target.value))}>
            {widths.map(mm => (
              <option key={mm} value={mm}>
                {mm} × {heights[mm]} mm
              </option>
            ))}
          </select>
        </p>
        <p className="button-row">
          <button type="button" className="button" onClick={() => save('svg')}>
            {words.saveSvg}
          </button>
          <button type="button" className="button" onClick={() => save('png')}>
            {words.savePng}
          </button>
        </p>
      </section>
      <section>
        <h2>{words.address}</h2>
        <p className="hint">{published === null ? words.addressHint : words.addressHintPage}</p>
        <button type="button" className="button" onClick={() => void copyAddress()}>
          {words.copyAddress}
        </button>
      </section>
      <EmbedSection />
      {token !== null && <MakeSection />}
      <output className="hint">{outcome}</output>
    </>
  )
}

/** Draws the picture anew at the size of the paper; nothing of the screen's size goes into it. */
function useSavePicture(widthMm: number, tell: (text: string) => void): (kind: 'svg' | 'png') => void {
  const { model, shown, speech, view, changes } = useWorkbench()
  return kind => {
    const [width, height] = [widthMm, heights[widthMm]!].map(mm => Math.round(mm * pixelsPerMm)) as [number, number]
    // One column is too narrow for letters of this size: it is drawn twice as large and shrunk by the printer.
    const zoom = widthMm < 120 ? 2 : 1
    const size = { width: width * zoom, height: height * zoom }
    const svg = pictureSvg({ model, shown, view, speech, changes, ...size, widthOf: textWidth })
    const name = `${model.data.corpus.title}-${speech.language}.${kind}`
    if (kind === 'svg') return download(svgBlob(svg), name)
    pngBlob(svg, width, height).then(
      png => {
        if (png === 'noise') return tell(speech.words.pictureNoise)
        return png === 'too-large' ? tell(speech.words.pictureFailed) : download(png, name)
      },
      () => tell(speech.words.pictureFailed),
    )
  }
}
