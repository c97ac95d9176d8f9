import { useState } from 'react'
import { published } from '../published.ts'
import { useWorkbench } from '../workbench-context.ts'
import { GroupLinks } from './group-links.tsx'

/** All the hyperlinks to a site, or from it, when asked for. */
export function SiteLinks({ id, label }: { readonly id: string; readonly label: string }) {
  const { words } = useWorkbench().speech
  const [way, setWay] = useState<'to' | 'from' | null>(null)
  if (published !== null) return null
  const names = { to: words.linksTo(label), from: words.linksFrom(label) }
  return (
    <section>
      <h3>{words.evidence}</h3>
      <div className="chips" role="group" aria-label={words.evidence}>
        {(['to', 'from'] as const).map(one => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={way === one}
            onClick={() => setWay(way === one ? null : one)}
          >
            {names[one]}
          </button>
        ))}
      </div>
      {way !== null && <GroupLinks key={way} group={{ [way]: id }} title={names[way]} />}
    </section>
  )
}
