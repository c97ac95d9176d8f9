import { type Language, languages } from '#data/vocabulary/languages.ts'
import {
  type DrawnFigure,
  figureBounds,
  figureFonts,
  figureInks,
  figureLines,
  figurePapers,
  type FigureSettings,
  figureSheets,
  figureTurns,
  figureUnits,
  legendBlocks,
  legendPlaces,
} from '#viewer/protocol/figure.ts'
import { FieldInput } from '../curate/field.tsx'
import { Chips } from '../parts/chips.tsx'
import { Choice } from '../parts/choice.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { FigureNumber } from './figure-number.tsx'
import { FigurePalette } from './figure-palette.tsx'

export interface FigureFormProps {
  readonly settings: FigureSettings
  readonly drawn: DrawnFigure | null
  readonly change: (part: Partial<FigureSettings>) => void
}

const sheetNames = Object.keys(figureSheets) as readonly (keyof typeof figureSheets)[]

/** All that can be chosen of a figure. */
export function FigureForm(props: FigureFormProps) {
  return (
    <>
      <PageFields {...props} />
      <WordFields {...props} />
      <LegendFields {...props} />
      <NameFields {...props} />
      <ColourFields {...props} />
    </>
  )
}

function PageFields({ settings, change }: FigureFormProps) {
  const { words } = useWorkbench().speech
  const { unit, width, height, turn } = settings
  const page = sheetNames.find(name => figureSheets[name].unit === unit && figureSheets[name].width === width && figureSheets[name].height === height) // prettier-ignore
  return (
    <section>
      <Choice
        title={words.figurePage}
        value={page ?? ''}
        options={[
          ...sheetNames.map(name => ({ value: name as string, text: words.figureSheets[name] })),
          ...(page === undefined ? [{ value: '', text: words.figureOwnPage }] : []),
        ]}
        onChoose={name => {
          const chosen = sheetNames.find(one => one === name)
          if (chosen !== undefined) change(figureSheets[chosen])
        }}
      />
      <p className="studio-numbers">
        <FigureNumber
          title={words.figureWidth}
          value={width}
          {...figureBounds[unit]}
          onChange={next => change({ width: next })}
        />
        <FigureNumber
          title={words.figureHeight}
          value={height}
          {...figureBounds[unit]}
          onChange={next => change({ height: next })}
        />
      </p>
      <Choice
        title={words.figureUnit}
        value={unit}
        options={figureUnits.map(value => ({ value, text: value }))}
        onChoose={value => change(value === 'px' ? figureSheets.slide : figureSheets.page)}
      />
      <Choice
        title={words.figureDirection}
        value={typeof turn === 'number' && turn !== 0 ? '' : String(turn)}
        options={[
          { value: '0', text: words.figureAsMap },
          { value: 'upright', text: words.figureUpright },
          { value: 'across', text: words.figureAcross },
          { value: 'fit', text: words.figureBestTurn },
          ...(typeof turn === 'number' && turn !== 0 ? [{ value: '', text: `${turn}°` }] : []),
        ]}
        onChoose={value => change({ turn: figureTurns.find(one => one === value) ?? 0 })}
      />
      <FigureNumber
        title={words.figureTurn}
        value={typeof turn === 'number' ? turn : 0}
        least={-360}
        most={360}
        onChange={next => change({ turn: next })}
      />
      <Choice
        title={words.figureProportions}
        value={settings.isFilled ? 'filled' : ''}
        options={[
          { value: 'filled', text: words.figureFilled },
          { value: '', text: words.figureAsLaidOut },
        ]}
        onChoose={value => change({ isFilled: value !== '' })}
      />
    </section>
  )
}

function WordFields({ settings, drawn, change }: FigureFormProps) {
  const { words } = useWorkbench().speech
  const own = drawn?.words
  // What is typed before the map's own words have come would be taken back by them.
  if (own === undefined) return null
  const field = (name: 'title' | 'caption' | 'source', title: string) => (
    <FieldInput
      title={title}
      value={settings[name] ?? own[name]}
      long={name !== 'title'}
      onSave={text => change({ [name]: text })}
    />
  )
  return (
    <section>
      <h3>{words.figureWords}</h3>
      {field('title', words.figureTitleField)}
      {field('caption', words.figureCaption)}
      {field('source', words.figureSource)}
      <Chips
        title={words.figureLanguage}
        values={languages}
        isOn={language => settings.language === language}
        onChoose={(language: Language) => change({ language })}
        name={language => words.deedOptions[`language ${language}`] ?? language}
      />
    </section>
  )
}

function LegendFields({ settings, change }: FigureFormProps) {
  const { words } = useWorkbench().speech
  const { blocks } = settings
  return (
    <section>
      <Choice
        title={words.figureLegend}
        value={settings.legend}
        options={legendPlaces.map(value => ({ value, text: words.figureLegendPlaces[value] }))}
        onChoose={value => change({ legend: legendPlaces.find(one => one === value) ?? 'left' })}
      />
      <Chips
        title={words.figureLegendParts}
        values={legendBlocks}
        isOn={block => blocks.includes(block)}
        onChoose={block => change({ blocks: legendBlocks.filter(one => blocks.includes(one) !== (one === block)) })}
        name={block => words.figureBlocks[block]}
      />
    </section>
  )
}

function NameFields({ settings, change }: FigureFormProps) {
  const { words } = useWorkbench().speech
  return (
    <section>
      <h3>{words.figureNames}</h3>
      <p className="studio-numbers">
        <FigureNumber
          title={words.figureNamesMost}
          value={settings.names}
          {...figureBounds.names}
          isWhole
          onChange={names => change({ names })}
        />
        <FigureNumber
          title={words.figureNameSize}
          value={settings.nameSize}
          {...figureBounds.nameSize}
          onChange={nameSize => change({ nameSize })}
        />
      </p>
      <Choice
        title={words.figureFont}
        value={settings.font}
        options={figureFonts.map(value => ({ value, text: words.figureFonts[value] }))}
        onChoose={value => change({ font: value === 'serif' ? 'serif' : 'sans' })}
      />
    </section>
  )
}

function ColourFields({ settings, drawn, change }: FigureFormProps) {
  const { words } = useWorkbench().speech
  return (
    <section>
      <Choice
        title={words.figureColours}
        value={settings.ink}
        options={figureInks.map(value => ({ value, text: words.figureInks[value] }))}
        onChoose={value => change({ ink: figureInks.find(one => one === value) ?? 'colour' })}
      />
      {settings.ink === 'own' && drawn !== null && (
        <FigurePalette
          groups={drawn.groups}
          onChange={(value, fill) => change({ palette: { ...settings.palette, [value]: fill } })}
        />
      )}
      <Choice
        title={words.figurePaper}
        value={settings.paper}
        options={figurePapers.map(value => ({ value, text: words.figurePapers[value] }))}
        onChoose={value => change({ paper: figurePapers.find(one => one === value) ?? 'white' })}
      />
      <Choice
        title={words.figureLines}
        value={settings.lines}
        options={figureLines.map(value => ({ value, text: words.figureLineChoices[value] }))}
        onChoose={value => change({ lines: figureLines.find(one => one === value) ?? 'all' })}
      />
      <FigureNumber
        title={words.figureDots}
        value={settings.dots}
        {...figureBounds.dots}
        onChange={dots => change({ dots })}
      />
    </section>
  )
}
