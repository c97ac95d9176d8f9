import { useId, useState } from 'react'
import type { StoriesData } from '#viewer/protocol/stories.ts'
import { useAnswer } from '../ask.ts'
import { putToPaste } from '../put-to-paste.ts'
import { published } from '../published.ts'
import { useWorkbench } from '../workbench-context.ts'
import { embedCode } from './embed-code.ts'
import { spoken } from './story-words.tsx'
import { storedAddress } from './use-telling.ts'

/** Pixels. */
const heights = [480, 640, 800] as const

/** The lines that put the published page into another one: of a story, or of the view on the screen. */
export function EmbedSection() {
  const { speech, model, view } = useWorkbench()
  const { words, language } = speech
  const id = useId()
  const answer = useAnswer<StoriesData>('./api/stories')
  const stories = answer.state === 'ready' ? answer.data.stories.map(({ story }) => story) : []
  const [address, setAddress] = useState(published === null ? '' : window.location.href.replace(/#.*$/s, ''))
  const [named, setNamed] = useState<string | null>(null)
  const [height, setHeight] = useState<number>(640)
  const [outcome, setOutcome] = useState('')
  const story = stories.find(({ name }) => name === (named ?? stories[0]?.name))
  const part = named === '' || story === undefined ? storedAddress(view, model) : `story=${story.name}`
  const title = story === undefined || named === '' ? model.data.corpus.title : spoken(story.title, language).text
  const code = embedCode({ address: address || `https://example.org/${words.embedFile}`, part, height, title })
  const copy = async (): Promise<void> => setOutcome((await putToPaste(code)) ? words.copied : words.notCopied)
  return (
    <section>
      <h2>{words.embed}</h2>
      <p className="hint">{words.embedHint}</p>
      <p className="field">
        <label htmlFor={`${id}-address`}>{words.embedAddress}</label>
        <input
          id={`${id}-address`}
          type="url"
          value={address}
          placeholder="https://"
          onChange={event => setAddress(event.target.value)}
        />
      </p>
      <p className="choice-line">
        <label htmlFor={`${id}-part`}>{words.embedPart}</label>
        <select
          id={`${id}-part`}
          value={named ?? stories[0]?.name ?? ''}
          onChange={event => setNamed(event.target.value)}
        >
          {stories.map(({ name, title: said }) => (
            <option key={name} value={name}>
              {spoken(said, language).text || name}
            </option>
          ))}
          <option value="">{words.embedView}</option>
        </select>
      </p>
      <p className="choice-line">
        <label htmlFor={`${id}-height`}>{words.embedHeight}</label>
        <select id={`${id}-height`} value={height} onChange={event => setHeight(Number(event.target.value))}>
          {heights.map(pixels => (
            <option key={pixels} value={pixels}>
              {pixels} px
            </option>
          ))}
        </select>
      </p>
      <pre className="command" tabIndex={0}>
        {code}
      </pre>
      <button type="button" className="button" onClick={() => void copy()}>
        {words.embedCopy}
      </button>
      <output className="hint">{outcome}</output>
    </section>
  )
}
