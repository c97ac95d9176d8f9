import { Boundary } from './parts/boundary.tsx'
import { Message } from './parts/message.tsx'
import { speak } from './words/format.ts'
import { startLanguage } from './start-language.ts'

/** The last one: whatever fails, the page says so, and what to do. */
export function PageBoundary({ children }: { readonly children: React.ReactNode }) {
  return <Boundary instead={() => <Broken />}>{children}</Boundary>
}

function Broken() {
  const { words } = speak(startLanguage())
  return (
    <Message title={words.pageBroken} text={words.pageBrokenNext}>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {words.reload}
      </button>
    </Message>
  )
}
