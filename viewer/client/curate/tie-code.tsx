import { useState } from 'react'
import type { CodesData } from '#viewer/protocol/review.ts'
import { edgeCodes, type EdgeCode } from '#data/vocabulary/edge-codes.ts'
import { useAnswer } from '../ask.ts'
import { Chips } from '../parts/chips.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { FieldInput } from './field.tsx'
import type { Curation } from './use-curation.ts'

interface TieCodeProps {
  readonly source: string
  readonly target: string
}

/** What the citation does, in the eyes of each coder. */
export function TieCode(ends: TieCodeProps) {
  const { curation } = useWorkbench()
  return curation === null ? null : <TieCodeForm {...ends} curation={curation} />
}

/** Other coders' codes are shown only after one's own, so that they agree by judgement and not by sight. */
function TieCodeForm({ source, target, curation }: TieCodeProps & { readonly curation: Curation }) {
  const { words } = useWorkbench().speech
  const title = words.codeTitle
  const answer = useAnswer<CodesData>(`./api/codes?${new URLSearchParams({ source, target })}`)
  const [draft, setDraft] = useState<{ code: EdgeCode | null; note: string } | null>(null)
  if (answer.state !== 'ready') return null
  const stored = answer.data.codes.find(({ coder }) => coder === curation.coder)
  const own = draft ?? { code: stored?.code ?? null, note: stored?.note ?? '' }
  const others = answer.data.codes.filter(({ coder }) => coder !== curation.coder)
  const save = async (next: { code: EdgeCode | null; note: string }): Promise<void> => {
    setDraft(next)
    await curation.send({ kind: 'code', source, target, from: stored?.code ?? null, ...next })
    setDraft(null)
  }
  return (
    <section className="judgement">
      <h3>{title}</h3>
      <Chips
        title={title}
        values={edgeCodes}
        isOn={code => own.code === code}
        onChoose={code => void save({ ...own, code: own.code === code ? null : code })}
        name={code => words.codes[code]}
      />
      {own.code !== null && (
        <>
          <FieldInput title={words.note} value={own.note} onSave={note => void save({ ...own, note })} />
          <p className="hint">
            {others.length === 0
              ? words.noOtherCodes
              : others.map(({ coder, code }) => `${coder}${words.colon} ${words.codes[code]}`).join(' · ')}
          </p>
        </>
      )}
      {own.code === null && others.length > 0 && <p className="hint">{words.othersHidden(others.length)}</p>}
      {curation.isProblem && (
        <p className="notice" role="status">
          {curation.message}
        </p>
      )}
    </section>
  )
}
