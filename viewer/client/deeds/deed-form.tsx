import { useState } from 'react'
import type { Language } from '#data/vocabulary/languages.ts'
import { type Deed, type DeedName, deeds } from '#viewer/protocol/deeds/deeds.ts'
import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import type { Chosen, ChosenValue, DeedChoice } from '#viewer/protocol/deeds/deed-choice.ts'
import { refusedField } from '#viewer/protocol/deeds/refused-field.ts'
import { useJob } from '../crawl/use-job.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CommandBehind } from './command-behind.tsx'
import { DeedField } from './deed-field.tsx'

interface DeedFormProps {
  readonly name: DeedName
  readonly data: DeedsData
  /** What is chosen to begin with. */
  readonly given?: Chosen
  /** Asked before it is done. */
  readonly ask?: (chosen: Chosen) => string
  readonly onBegun?: () => void
}

/** The choices of a deed, its button, and the command behind it. */
export function DeedForm({ name, data, given = {}, ask: question, onBegun }: DeedFormProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const deed: Deed = deeds[name]
  const [chosen, setChosen] = useState<Chosen>(() => ({ ...usual(deed, speech.language), ...given }))
  const [isAsked, setAsked] = useState(false)
  const { ask, message } = useJob(words)
  const set = (field: DeedChoice, value: ChosenValue): void => setChosen(last => ({ ...last, [field.name]: value }))
  const fields = (some: readonly DeedChoice[]) =>
    some.map(field => (
      <DeedField key={field.name} field={field} value={chosen[field.name]} onChange={value => set(field, value)} />
    ))
  const shown = deed.fields.filter(field => !(field.name in given))
  const more = shown.slice(deed.firstFields)
  const isReady = refusedField(deed, chosen) === null && data.job?.running !== true
  const begin = (): void => {
    setAsked(false)
    ask({ kind: 'deed', deed: name, chosen })
    onBegun?.()
  }
  return (
    <form
      className="deed"
      onSubmit={event => {
        event.preventDefault()
        if (question === undefined) begin()
        else setAsked(true)
      }}
    >
      {fields(shown.slice(0, deed.firstFields))}
      {more.length > 0 && (
        <details className="behind">
          <summary>{words.moreChoices}</summary>
          {fields(more)}
        </details>
      )}
      {question !== undefined && isAsked ? (
        <Question text={question(chosen)} onGo={begin} onCancel={() => setAsked(false)} />
      ) : (
        <button type="submit" className={`button${question === undefined ? '' : ' danger'}`} disabled={!isReady}>
          {words.deeds[name].go}
        </button>
      )}
      {message !== '' && <p className="notice">{message}</p>}
      <CommandBehind deed={deed} chosen={chosen} data={data} />
    </form>
  )
}

interface QuestionProps {
  readonly text: string
  readonly onGo: () => void
  readonly onCancel: () => void
}

function Question({ text, onGo, onCancel }: QuestionProps) {
  const { words } = useWorkbench().speech
  return (
    <div role="alertdialog" aria-label={text} className="notice">
      <p>{text}</p>
      <p className="button-row">
        <button type="button" className="button danger" onClick={onGo}>
          {words.forgetGo}
        </button>
        <button type="button" className="button" autoFocus onClick={onCancel}>
          {words.forgetCancel}
        </button>
      </p>
    </div>
  )
}

/** What people of a language mostly want: French spreadsheets read semicolons and decimal commas. */
function usual(deed: Deed, language: Language): Chosen {
  const has = (name: string): boolean => deed.fields.some(field => field.name === name)
  return {
    ...(has('language') && { language }),
    ...(has('format') && { format: 'gexf' }),
    ...(has('separator') && language === 'fr' && { separator: ';', decimal: ',', bom: true }),
  }
}
