import type { EditedFields } from '#viewer/protocol/change.ts'
import type { EntityData } from '#viewer/protocol/entity.ts'
import { ForgetThis } from '../deeds/forget-this.tsx'
import { useWorkbench } from '../workbench-context.ts'
import type { Curation } from './use-curation.ts'
import { ChangeNote } from './change-note.tsx'
import { EditPrefixes } from './edit-prefixes.tsx'
import { EditTags } from './edit-tags.tsx'
import { FieldInput } from './field.tsx'
import { History } from './history.tsx'
import { StatusChoice } from './status-choice.tsx'

/** Everything of an entity that a person decides; each change is an event that can be taken back. */
export function EditEntity({ entity }: { readonly entity: EntityData }) {
  const { curation } = useWorkbench()
  return curation === null ? null : <EditForm entity={entity} curation={curation} />
}

function EditForm({ entity, curation }: { readonly entity: EntityData; readonly curation: Curation }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const set = (from: EditedFields, to: EditedFields): void =>
    void curation.send({ kind: 'set', id: entity.id, from, to })
  return (
    <section className="judgement">
      <h3>{words.judge}</h3>
      <StatusChoice status={entity.status} onChoose={status => set({ status: entity.status }, { status })} />
      <ChangeNote />
      <details className="edit">
        <summary>{words.edit}</summary>
        <FieldInput title={words.name} value={entity.label} onSave={label => set({}, { label })} />
        <FieldInput
          title={words.country}
          value={entity.country}
          pattern="[A-Z]{2}|"
          hint="FR, US …"
          onSave={country => set({ country: entity.country }, { country })}
        />
        <FieldInput
          title={words.kind}
          value={entity.entityKind}
          known={Object.keys(words.kinds)}
          onSave={kind => set({ kind: entity.entityKind }, { kind })}
        />
        <FieldInput title={words.note} value={entity.note} long onSave={note => set({ note: entity.note }, { note })} />
        <EditTags entity={entity} send={curation.send} />
        <EditPrefixes entity={entity} send={curation.send} />
        {entity.pinned && (
          <p>
            {words.pinned}{' '}
            <button
              type="button"
              className="plain"
              onClick={() => void curation.send({ kind: 'pin', id: entity.id, place: null })}
            >
              {words.unpin}
            </button>
          </p>
        )}
        <History id={entity.id} send={curation.send} />
        <ForgetThis id={entity.id} />
      </details>
    </section>
  )
}
