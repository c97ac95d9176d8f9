import type { CommunityData } from '#viewer/protocol/explained.ts'
import { ChangeNote } from '#viewer/client/curate/change-note.tsx'
import { FieldInput } from '#viewer/client/curate/field.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** The name that a person gave, what became of its sites, and names that might be given. */
export function CommunityNameField({ facts }: { readonly facts: CommunityData }) {
  const { speech, curation } = useWorkbench()
  const { words } = speech
  const { given, kept, suggestions, members } = facts
  const site = members.sites[0]?.id ?? ''
  const save = (name: string): void => void curation?.send({ kind: 'name-community', site, from: given, name })
  return (
    <section className="judgement">
      {kept !== null && kept.left < kept.sites && (
        <p className="hint">{words.communityKept(speech.count(kept.left), words.sites(kept.sites))}</p>
      )}
      {kept !== null && kept.warning !== '' && <p className="notice">{words.communityWarnings[kept.warning]}</p>}
      {curation !== null && (
        <>
          {/* What was typed and taken back is gone from the field, too. */}
          <FieldInput
            key={String(curation.message === words.takenBack)}
            title={words.communityName}
            value={given}
            onSave={save}
          />
          <p className="hint">{words.communityNameHint}</p>
          {given !== '' && (
            <button type="button" className="plain" onClick={() => save('')}>
              {words.communityUnname}
            </button>
          )}
          <h3>{words.communitySuggested}</h3>
          <ul className="rows">
            {suggestions
              .filter(name => name !== given)
              .map(name => (
                <li key={name}>
                  <button type="button" className="plain" onClick={() => save(name)}>
                    {name}
                  </button>
                </li>
              ))}
          </ul>
          <ChangeNote />
        </>
      )}
    </section>
  )
}
