import { makingDeeds } from '#viewer/protocol/deeds/deeds.ts'
import { useWorkbench } from '../workbench-context.ts'
import { DeedDesk } from './deed-desk.tsx'
import { DeedFold } from './deed-fold.tsx'
import { DeedForm } from './deed-form.tsx'
import { MadeList } from './made-list.tsx'

/** Everything that leaves the study as a file: report, exports, page, deposit. */
export function MakeSection() {
  const { words } = useWorkbench().speech
  return (
    <section>
      <h2>{words.makeTitle}</h2>
      <p className="hint">{words.makeHint}</p>
      <DeedDesk>
        {data => (
          <>
            <MadeList data={data} />
            {makingDeeds.map(name => (
              <DeedFold key={name} name={name}>
                <DeedForm name={name} data={data} />
              </DeedFold>
            ))}
          </>
        )}
      </DeedDesk>
    </section>
  )
}
