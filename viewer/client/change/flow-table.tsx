import type { FlowsData } from '#viewer/protocol/changes.ts'
import { useWorkbench } from '../workbench-context.ts'
import { flowGroupName } from './flow-group-name.ts'

/** The same in rows: each community of each wave, what became of it, and where its sites came from. Its name selects them, where a bar is too thin for a finger. */
export function FlowTable({ data }: { readonly data: FlowsData }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  const { waves, groups, flows } = data
  return (
    <details>
      <summary>{words.flowsAsTable}</summary>
      <table className="flow-table">
        <thead>
          <tr>
            {[words.flowWave, words.flowGroup, words.flowSites, words.flowEvent, words.flowFrom].map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ wave, sites, event }, at) => (
            <tr key={at}>
              <td>{words.waveNamed(waves[wave]!)}</td>
              <th scope="row">
                <button type="button" className="plain" onClick={() => select({ kind: 'sites', ids: [...sites] })}>
                  {flowGroupName(data, at, words)}
                </button>
              </th>
              <td className="numeric">{sites.length}</td>
              <td>{event === '' ? '' : words.flowEvents[event]}</td>
              <td>
                {flows
                  .filter(({ to }) => to === at)
                  .map(flow => `${flowGroupName(data, flow.from, words)} (${flow.sites})`)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
