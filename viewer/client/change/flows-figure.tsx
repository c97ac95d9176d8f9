import { useMemo } from 'react'
import type { FlowsData } from '#viewer/protocol/changes.ts'
import { useAnswer } from '../ask.ts'
import { categoryColumn, type Model } from '../model/model.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { flowGroupName } from './flow-group-name.ts'
import { placeFlows, type PlacedFlow, type PlacedGroup } from './flow-places.ts'
import { FlowTable } from './flow-table.tsx'

const [barWidth, head, labelWidth] = [14, 26, 165]
const grey = '#8a8d93'

/** Communities as flows between waves: how many sites stayed together, joined, left; those not read are a stream of their own. */
export function FlowsFigure() {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<FlowsData>('./api/flows')
  if (answer.state === 'failed') return <p className="notice">{words.flowsLeftOut}</p>
  return (
    <section className="flows" aria-busy={answer.state === 'waiting'}>
      <h2>{words.flowsTitle}</h2>
      <p className="hint">{words.flowsHint}</p>
      <NotYet answer={answer} words={words} />
      {answer.state === 'ready' && answer.data.groups.length > 0 && (
        <>
          <FlowsPicture data={answer.data} model={model} />
          <FlowTable data={answer.data} />
        </>
      )}
    </section>
  )
}

function FlowsPicture({ data, model }: { readonly data: FlowsData; readonly model: Model }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  const { waves, groups } = data
  const columnWidth = waves.length > 5 ? 170 : 230
  const total = groups.reduce((sum, { wave, sites }) => sum + (wave === 0 ? sites.length : 0), 0)
  const places = useMemo(
    () => placeFlows(data, columnWidth, Math.min(9, Math.max(0.4, 360 / Math.max(1, total)))),
    [data, columnWidth, total],
  )
  const inks = useMemo(() => groups.map(group => inkOf(group, model)), [groups, model])
  const width = columnWidth * (waves.length - 1) + barWidth + labelWidth
  const y = (value: number): number => value + head
  return (
    <div className="flows-scroll" tabIndex={0} role="group" aria-label={words.flowsTitle}>
      <svg viewBox={`0 0 ${width} ${places.height + head + 6}`} width={width} className="flows-picture">
        <defs>
          <pattern id="flow-unread" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="var(--panel)" />
            <path d="M0,0V6" stroke="var(--ink-faint)" strokeWidth="2.4" />
          </pattern>
        </defs>
        {waves.map((wave, at) => (
          <text key={wave} x={at * columnWidth} y={14} className="flow-wave">
            {words.waveNamed(wave)}
          </text>
        ))}
        {places.flows.map(flow => (
          <path
            key={`${flow.from} ${flow.to}`}
            d={bandOf(flow, places.groups, y)}
            className="flow-band"
            fill={isUnread(groups, flow) ? 'url(#flow-unread)' : inks[flow.from]}
            fillOpacity={isUnread(groups, flow) ? 0.55 : 0.38}
          >
            <title>
              {words.flowOf(
                words.sites(flow.sites),
                flowGroupName(data, flow.from, words),
                flowGroupName(data, flow.to, words),
              )}
            </title>
          </path>
        ))}
        {places.groups.map(({ at, x, y: top, height }) => {
          const { sites, kind } = groups[at]!
          const name = `${flowGroupName(data, at, words)}, ${words.sites(sites.length)}`
          const choose = (): void => select({ kind: 'sites', ids: [...sites] })
          return (
            <g
              key={at}
              role="button"
              tabIndex={0}
              aria-label={`${words.waveNamed(waves[groups[at]!.wave]!)}${words.colon} ${name}`}
              className="flow-group"
              onClick={choose}
              onKeyDown={event => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), choose())}
            >
              <rect className="flow-reach" {...{ x, y: y(top), width: barWidth + labelWidth, height }} />
              <rect
                {...{ x, y: y(top), width: barWidth, height }}
                fill={kind === 'unread' ? 'url(#flow-unread)' : inks[at]}
                stroke="var(--ink)"
                strokeWidth="0.7"
              />
              {height > 7 && (
                <text x={x + barWidth + 4} y={y(top + height / 2) + 4} className="flow-name">
                  {name}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

const isUnread = (groups: FlowsData['groups'], { from, to }: PlacedFlow): boolean =>
  groups[from]!.kind === 'unread' || groups[to]!.kind === 'unread'

function bandOf(
  { from, to, y1, y2, width }: PlacedFlow,
  placed: readonly PlacedGroup[],
  y: (at: number) => number,
): string {
  const x1 = placed.find(({ at }) => at === from)!.x + barWidth
  const x2 = placed.find(({ at }) => at === to)!.x
  const middle = (x1 + x2) / 2
  return `M${x1},${y(y1)}C${middle},${y(y1)} ${middle},${y(y2)} ${x2},${y(y2)}V${y(y2) + width}C${middle},${y(y2) + width} ${middle},${y(y1) + width} ${x1},${y(y1) + width}Z`
}

/** The colour that most of its sites have on the map when it shows communities; a stream without any is grey. */
function inkOf({ kind, sites }: FlowsData['groups'][number], model: Model): string {
  const column = categoryColumn(model, 'community')
  if (kind !== 'community' || column === undefined) return grey
  const counts = new Map<string, number>()
  for (const id of sites) {
    const colour = column.categories[column.values[model.indexOf.get(id) ?? -1] ?? -1]?.colour
    if (colour !== undefined) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? grey
}
