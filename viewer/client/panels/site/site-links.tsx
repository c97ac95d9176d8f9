import { useState } from 'react'
import { Chips } from '#viewer/client/parts/chips.tsx'
import { published } from '#viewer/client/published.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { GroupLinks } from '../evidence/group-links.tsx'

/** All the hyperlinks to a site, or from it, when asked for. */
export function SiteLinks({ id, label }: { readonly id: string; readonly label: string }) {
  const { words } = useWorkbench().speech
  const [way, setWay] = useState<'to' | 'from' | null>(null)
  if (published !== null) return null
  const names = { to: words.linksTo(label), from: words.linksFrom(label) }
  return (
    <section>
      <h3>{words.evidence}</h3>
      <Chips
        title={words.evidence}
        values={['to', 'from'] as const}
        isOn={one => way === one}
        onChoose={one => setWay(way === one ? null : one)}
        name={one => names[one]}
      />
      {way !== null && <GroupLinks key={way} group={{ [way]: id }} title={names[way]} />}
    </section>
  )
}
