import type { DrawnFigure } from '#viewer/protocol/figure.ts'

interface FigurePaletteProps {
  readonly groups: DrawnFigure['groups']
  readonly onChange: (value: string, fill: string) => void
}

/** A colour for each group that the figure shows. */
export const FigurePalette = ({ groups, onChange }: FigurePaletteProps) => (
  <ul className="studio-palette">
    {groups.map(({ value, name, fill }) => (
      <li key={value}>
        <label>
          <input type="color" value={fill} onChange={event => onChange(value, event.target.value)} />
          <span>{name}</span>
        </label>
      </li>
    ))}
  </ul>
)
