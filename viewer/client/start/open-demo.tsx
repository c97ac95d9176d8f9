import { useState } from 'react'
import type { StartPartProps } from './start-part.ts'
import { studyAddress } from './use-studies.ts'

/** Opens the demonstration, made first where there is none. */
export function OpenDemo({ speech, ask }: StartPartProps) {
  const { words } = speech
  const [message, setMessage] = useState('')
  const open = async (): Promise<void> => {
    const asked = await ask({ kind: 'demo' }, words)
    setMessage(asked.message)
    if (asked.message === '') window.location.assign(studyAddress(asked.name))
  }
  return (
    <section className="way">
      <h2>{words.openDemo}</h2>
      <p className="hint">{words.openDemoHint}</p>
      {message !== '' && <p className="notice">{message}</p>}
      <button type="button" className="button" onClick={() => void open()}>
        {words.openDemoGo}
      </button>
    </section>
  )
}
