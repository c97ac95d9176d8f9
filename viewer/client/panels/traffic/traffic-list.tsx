import type { Traffic } from '#data/vocabulary/traffic/count-traffic.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

const most = 20

interface TrafficListProps {
  /** Heaviest first. */
  readonly flows: readonly Traffic[]
  readonly nameOf: (category: number) => string
  readonly undirected: boolean
  readonly onChoose: (from: number, to: number) => void
}

/** The heaviest flows with what both ends let expect; a click opens the ties of one. */
export function TrafficList({ flows, nameOf, undirected, onChoose }: TrafficListProps) {
  const { count, number, words } = useWorkbench().speech
  const weightOf = new Map(flows.map(({ from, to, weight }) => [`${from} ${to}`, weight]))
  const cellName = words.cellName[undirected ? 'shared' : 'links']
  return (
    <div className="traffic-list" tabIndex={0} role="region" aria-label={words.importsTable}>
      <table>
        <caption>
          {words.importsTable} <span className="screen-only">{words.importsClick}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.importsWho}</th>
            <th scope="col">{words.importsTies}</th>
            <th scope="col">{words.importsWeight}</th>
            <th scope="col">{words.importsExpected}</th>
            <th scope="col">{words.importsRatio}</th>
            {!undirected && <th scope="col">{words.importsBack}</th>}
          </tr>
        </thead>
        <tbody>
          {flows.slice(0, most).map(({ from, to, ties, weight, expected }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">
                <button type="button" className="plain" onClick={() => onChoose(from, to)}>
                  {cellName(nameOf(from), nameOf(to))}
                </button>
              </th>
              <td>{count(ties)}</td>
              <td>{number(weight)}</td>
              <td>{number(expected)}</td>
              <td>{number(weight / expected)}</td>
              {!undirected && <td>{from === to ? '' : number(weightOf.get(`${to} ${from}`) ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
