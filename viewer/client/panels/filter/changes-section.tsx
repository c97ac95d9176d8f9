import { useState } from 'react'
import { type KindOfChange, kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import { zones as allZones } from '#data/vocabulary/zones.ts'
import { changeLook } from '#viewer/client/draw/change-look.ts'
import { ChangeSample } from '#viewer/client/map/change-key.tsx'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import type { ShownChanges } from '#viewer/client/view/use-changes.ts'
import { TypedCommand } from '#viewer/client/deeds/typed-command.tsx'
import { usePaper } from '#viewer/client/view/use-paper.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { ChangedTie } from './changed-tie.tsx'

/** What became of each tie between the two waves on the maps, kind by kind: the list of `toile changes`. */
export function ChangesSection({ changes }: { readonly changes: ShownChanges }) {
  const { speech, model, view } = useWorkbench()
  const { words } = speech
  const { from, to } = changes.data
  const { zones: all = [], statuses = [] } = (model.data.analysis?.options ?? {}) as Partial<
    Readonly<Record<'zones' | 'statuses', readonly string[]>>
  >
  const zones = view.layer.zones.length > 0 ? view.layer.zones : all
  // What the command takes by itself is not said.
  const ofAnalysis = [
    ...(zones.length === 0 || zones.length === allZones.length ? [] : ['--zones', zones.join(',')]),
    ...(statuses.length === 0 || statuses.join() === 'IN' ? [] : ['--statuses', statuses.join(',')]),
  ]
  return (
    <section>
      <h2>{words.changesBetween(words.waveNamed(from), words.waveNamed(to))}</h2>
      <p className="hint">{words.changesHint}</p>
      {kindsOfChange.map(kind => (
        <KindSection key={`${changes.query} ${kind}`} changes={changes} kind={kind} />
      ))}
      <p className="hint">{words.changesCommand}</p>
      <TypedCommand
        args={({ corpus }) => ['changes', '--csv', '--corpus', corpus, '--from', from, '--to', to, ...ofAnalysis]}
      />
    </section>
  )
}

function KindSection({ changes, kind }: { readonly changes: ShownChanges; readonly kind: KindOfChange }) {
  const { speech, view } = useWorkbench()
  const paper = usePaper(view.ink)
  const { words } = speech
  const [isOpen, setOpen] = useState(false)
  const ties = changes.data.change.flatMap((one, tie) => (one === kind ? [tie] : []))
  return (
    <details className="changes" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <ChangeSample look={changeLook(kind, view.ink, paper)} />
        {words.kindsOfChange[kind]} <span className="tally">{speech.count(ties.length)}</span>
      </summary>
      <p className="hint">{words.meaningsOfChange[kind]}</p>
      <MoreOf items={isOpen ? ties : []} atFirst={25} step={100}>
        {shown =>
          isOpen && (
            <ul className="rows">
              {shown.map(tie => (
                <ChangedTie key={tie} changes={changes} tie={tie} />
              ))}
            </ul>
          )
        }
      </MoreOf>
    </details>
  )
}
