import { z } from 'zod'
import { languages } from '#data/vocabulary/languages.ts'
import {
  figureBounds,
  figureFonts,
  figureInks,
  figureLines,
  figurePapers,
  figureTurns,
  figureUnits,
  legendBlocks,
  legendPlaces,
} from '../protocol/figure.ts'

const within = ({ least, most }: { readonly least: number; readonly most: number }) => z.number().min(least).max(most)
/** Lines may be broken, nothing else that controls a terminal. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^(?:[^\p{Cc}]|\n)*$/u)
    .nullable()
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const offset = z.number().min(-5000).max(5000)

export const mostFigureNumber = 9999

/** Settings of a figure as they come from a page, a file or the corpus. */
export const figureShape = z
  .strictObject({
    unit: z.enum(figureUnits),
    width: z.number(),
    height: z.number(),
    title: words(500),
    caption: words(5000),
    source: words(2000),
    legend: z.enum(legendPlaces),
    blocks: z.array(z.enum(legendBlocks)).max(legendBlocks.length),
    names: within(figureBounds.names).int(),
    nameSize: within(figureBounds.nameSize),
    font: z.enum(figureFonts),
    isText: z.boolean(),
    ink: z.enum(figureInks),
    palette: z.record(z.string().max(500), colour).refine(palette => Object.keys(palette).length <= 200),
    paper: z.enum(figurePapers),
    turn: z.union([z.enum(figureTurns), z.number().min(-360).max(360)]),
    isFilled: z.boolean(),
    lines: z.enum(figureLines),
    dots: within(figureBounds.dots),
    language: z.enum(languages),
    view: z.string().max(20_000),
    moved: z
      .record(z.string().max(2000), z.tuple([offset, offset]))
      .refine(moved => Object.keys(moved).length <= figureBounds.names.most),
  })
  .superRefine(({ unit, width, height }, context) => {
    for (const [name, value] of [
      ['width', width],
      ['height', height],
    ] as const)
      // prettier-ignore
      if (value < figureBounds[unit].least || value > figureBounds[unit].most)
        context.addIssue({ code: 'custom', path: [name], message: 'out of bounds' })
  })
