import { useState } from 'react'
import { type Said, sayMistake } from '#data/vocabulary/words/say.ts'
import type { FigureKind, FigureSettings } from '#viewer/protocol/figure.ts'
import { download } from '../picture/save-picture.ts'
import { token } from '../send.ts'
import { useWorkbench } from '../workbench-context.ts'
import { FigureNumber } from './figure-number.tsx'

interface FigureToolsProps {
  readonly kept: number | null
  readonly number: number
  readonly settings: FigureSettings
  readonly setNumber: (number: number) => void
  readonly onKept: (number: number | null) => void
}

const files: readonly (readonly [FigureKind, dpi: number, name: string])[] = [
  ['svg', 300, 'SVG'],
  ['pdf', 300, 'PDF'],
  ['png', 300, 'PNG, 300 dpi'],
  ['png', 600, 'PNG, 600 dpi'],
]

/** Keeps the figure in the study under its number, and hands it over as a file. */
export function FigureTools({ kept, number, settings, setNumber, onKept }: FigureToolsProps) {
  const { model, speech, curation } = useWorkbench()
  const { words, language } = speech
  const [said, setSaid] = useState('')
  const [isMaking, setMaking] = useState(false)
  const keep = async (chosen: FigureSettings | null): Promise<void> => {
    const isDone = await curation?.send({ kind: 'figure', number, settings: chosen })
    if (isDone === true) onKept(chosen === null ? null : number)
  }
  const save = async (kind: FigureKind, dpi: number, name: string): Promise<void> => {
    setMaking(true)
    setSaid(words.figureMaking(name))
    const file = await askFile(settings, kind, dpi)
    setMaking(false)
    if (file instanceof Blob) download(file, `${model.data.corpus.title}-figure${number}.${kind}`)
    setSaid(
      file instanceof Blob
        ? ''
        : file === null
          ? words.figureFailed
          : file.map(one => sayMistake(one, language)).join(' '),
    )
  }
  return (
    <section>
      <FigureNumber title={words.figureNumber} value={number} least={1} most={9999} isWhole onChange={setNumber} />
      <p className="button-row">
        <button type="button" className="button" onClick={() => void keep(settings)}>
          {words.figureKeep}
        </button>
        {kept !== null && kept === number && (
          <button type="button" className="button" onClick={() => void keep(null)}>
            {words.figureRemove}
          </button>
        )}
      </p>
      <p className="button-row">
        {files.map(([kind, dpi, name]) => (
          <button
            key={name}
            type="button"
            className="button"
            disabled={isMaking}
            onClick={() => void save(kind, dpi, name)}
          >
            {words.figureSave(name)}
          </button>
        ))}
      </p>
      <output className="hint">{[curation?.message ?? '', said].filter(text => text !== '').join(' ')}</output>
    </section>
  )
}

/** The figure's file; why there is none; null: no answer. */
async function askFile(
  settings: FigureSettings,
  kind: FigureKind,
  dpi: number,
): Promise<Blob | readonly Said[] | null> {
  try {
    const response = await fetch('./api/figure', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-toile-token': token ?? '' },
      body: JSON.stringify({ settings, file: { kind, dpi } }),
    })
    if (response.ok) return await response.blob()
    return ((await response.json()) as { readonly said?: readonly Said[] }).said ?? null
  } catch {
    return null
  }
}
