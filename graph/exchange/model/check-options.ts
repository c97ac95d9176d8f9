import { Mistake } from '#data/mistake.ts'
import type { WriteOptions } from './export-model.ts'
import { formatNames, formats, type Format, type FormatName } from '../write/formats.ts'
import type { TextFormatName } from '../write/texts/text-formats.ts'

const isOfGraph = (format: string): format is FormatName => Object.hasOwn(formats, format)

const optionNames: Readonly<Record<keyof WriteOptions, string>> = {
  separator: '--csv-separator',
  decimal: '--csv-decimal',
  byteOrderMark: '--csv-bom',
  dynamic: '--dynamic',
}

/** Throws a Mistake when an option doesn't concern the format, or when a table could not be read back with it. */
export function checkOptions(format: FormatName | TextFormatName | 'html' | 'deposit', options: WriteOptions): void {
  for (const name of Object.keys(optionNames) as (keyof WriteOptions)[]) {
    if (options[name] === undefined || options[name] === false) continue
    const takes = (other: FormatName) => (formats[other] as Format).options.includes(name)
    if (!isOfGraph(format) || !takes(format))
      throw new Mistake(
        `${optionNames[name]} goes with --format ${formatNames.filter(takes).join(' or ')}, not ${format}`,
      )
  }
  const { separator, decimal } = options
  if (separator !== undefined && !/^[,;\t|]$/.test(separator))
    throw new Mistake(`--csv-separator ${JSON.stringify(separator)} found, expected one of , ; | or a tab`)
  if (decimal !== undefined && decimal !== '.' && decimal !== ',')
    throw new Mistake(`--csv-decimal ${JSON.stringify(decimal)} found, expected . or ,`)
}
