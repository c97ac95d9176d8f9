import type { Traffic } from '#data/vocabulary/traffic/count-traffic.ts'
import type { OrderedMatrix } from '#data/vocabulary/traffic/order-matrix.ts'
import { placeTraffic } from '#data/vocabulary/traffic/place-traffic.ts'

const side = 360

interface MatrixPictureProps {
  readonly matrix: OrderedMatrix
  readonly label: string
}

/** All shown ties, with the sites in the order of their categories. */
export function MatrixPicture({ matrix: { cells, ends, shades }, label }: MatrixPictureProps) {
  const scale = side / cells
  return (
    <svg className="traffic-picture" viewBox={`-2 -2 ${side + 4} ${side + 4}`} role="img" aria-label={label}>
      <rect className="traffic-paper" width={side} height={side} />
      <g transform={`scale(${scale})`}>
        {shades.map((d, depth) => d !== '' && <path key={depth} d={d} className={`traffic-depth-${depth + 1}`} />)}
      </g>
      {ends.slice(0, -1).map((end, at) => (
        <path key={at} className="traffic-edge" d={`M0 ${end * scale}H${side}M${end * scale} 0V${side}`} />
      ))}
    </svg>
  )
}

interface RingPictureProps {
  readonly flows: readonly Traffic[]
  readonly sizes: readonly number[]
  readonly names: readonly string[]
  readonly undirected: boolean
  readonly label: string
}

/** Categories on a ring, with an arrow where more goes than both ends let expect. */
export function RingPicture({ flows, sizes, names, undirected, label }: RingPictureProps) {
  const placed = placeTraffic(flows, { side, sizes, undirected })
  return (
    <svg className="traffic-picture" viewBox={`-60 -4 ${side + 120} ${side + 24}`} role="img" aria-label={label}>
      {placed.flows.map(({ flow, line, head, width, isMore }) => (
        <g key={`${flow.from} ${flow.to}`} className={isMore ? 'traffic-arrow' : 'traffic-arrow traffic-less'}>
          <path d={line} strokeWidth={width} className="traffic-line" />
          {head !== '' && <path d={head} />}
        </g>
      ))}
      {placed.classes.map(({ at, x, y, radius, isClosed }) => {
        const name = names[at] ?? ''
        const isShort = [...name].length <= 3
        return (
          <g key={at}>
            <circle cx={x} cy={y} r={radius} className={isClosed ? 'traffic-class traffic-closed' : 'traffic-class'} />
            <text x={x} y={isShort ? y + 4.5 : y + radius + 15} className="traffic-name">
              {[...name].length > 20 ? `${[...name].slice(0, 19).join('')}…` : name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
