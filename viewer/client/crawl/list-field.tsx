import { useId } from 'react'
import type { Speech } from '../words/format.ts'

/** A seed list as the user gave it: a text, or a file instead of it. */
export interface GivenList {
  readonly text: string
  readonly file: File | null
}

interface ListFieldProps {
  readonly given: GivenList
  readonly onGive: (given: GivenList) => void
  readonly speech: Speech
}

const example = 'url,name,country,kind\nhttps://agency.example/,An agency,FR,agency'

/** Takes a seed list, pasted or as a file; a text stays while a file is tried. */
export function ListField({ given, onGive, speech }: ListFieldProps) {
  const { words } = speech
  const { text, file } = given
  const id = useId()
  return (
    <>
      {file === null ? (
        <p className="field">
          <label htmlFor={`${id}-list`}>{words.seedsPaste}</label>
          <textarea
            id={`${id}-list`}
            rows={5}
            spellCheck={false}
            placeholder={example}
            value={text}
            onChange={event => onGive({ text: event.target.value, file: null })}
            onDrop={event => {
              const dropped = event.dataTransfer.files[0]
              if (dropped === undefined) return
              event.preventDefault()
              onGive({ text, file: dropped })
            }}
          />
        </p>
      ) : (
        <p>
          {words.seedsOf(file.name)}{' '}
          <button type="button" className="plain" onClick={() => onGive({ text, file: null })}>
            {words.seedsPasteInstead}
          </button>
        </p>
      )}
      <p className="field">
        <label htmlFor={`${id}-file`}>{words.seedsFile}</label>
        <input
          // A file input can't be emptied; a new one is.
          key={file === null ? 'none' : 'one'}
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={event => onGive({ text, file: event.target.files?.[0] ?? null })}
        />
      </p>
    </>
  )
}
