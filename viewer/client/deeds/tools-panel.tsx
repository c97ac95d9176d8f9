import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useWorkbench } from '../workbench-context.ts'
import { DeedDesk } from './deed-desk.tsx'
import { DeedFold } from './deed-fold.tsx'
import { DeedForm } from './deed-form.tsx'
import { ForgetForm } from './forget-form.tsx'
import { OptOutForm } from './opt-out-form.tsx'
import { Told } from './told.tsx'

/** What is done to the study as a whole. */
export function ToolsPanel() {
  const { words } = useWorkbench().speech
  return (
    <section>
      <h2>{words.toolsTitle}</h2>
      <DeedDesk>{data => <Tools data={data} />}</DeedDesk>
    </section>
  )
}

function Tools({ data }: { readonly data: DeedsData }) {
  const { model } = useWorkbench()
  // A file says nothing of places on pages.
  const names = (['analyse', 'suggest', 'classify', 'regroup'] as const).filter(
    name => name !== 'classify' || model.data.ofFile !== true,
  )
  return (
    <>
      <Told data={data} />
      {names.map(name => (
        <DeedFold key={name} name={name}>
          <DeedForm name={name} data={data} />
        </DeedFold>
      ))}
      <DeedFold name="opt-out">
        <OptOutForm data={data} />
      </DeedFold>
      <DeedFold name="forget">
        <ForgetForm data={data} />
      </DeedFold>
    </>
  )
}
