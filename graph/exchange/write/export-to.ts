import { checkModel } from '../model/check-model.ts'
import { checkOptions } from '../model/check-options.ts'
import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import { formats, type Format, type FormatName } from './formats.ts'
import { type FolderMark, writeFileWhenWhole, writeFolderWhenWhole } from '#data/table/write-when-whole.ts'

/** The file that every folder export has, in place last; and what an earlier one of another form may have left. */
const mark: FolderMark = {
  name: 'codebook.csv',
  head: /^\ufeff?table.column.type.unit.description\n/,
  own: /^(?:(?:nodes|edges|links|pages|measures|waves|covariates|pages-read|unread|composition|events|(?:edge|vertex)-spells|(?:ties|covariate|siena)-\d+)\.csv|read\.(?:do|R|py)|datapackage\.json)$/,
}

/**
 * Writes `model` to `out` (for folder formats a folder), whole or not at all; see writeFileWhenWhole. Same model, same
 * bytes. Throws a Mistake when `out` can't be replaced or an option doesn't concern the format, a Fault when the disk fails or the graph is not simple.
 */
export async function exportTo(
  format: FormatName,
  out: string,
  model: ExportModel,
  options: WriteOptions & { readonly stop?: AbortSignal } = {},
): Promise<void> {
  checkOptions(format, options)
  checkModel(model)
  const chosen: Format = formats[format]
  if (chosen.kind === 'file') await writeFileWhenWhole(out, chosen.write(model, options), options.stop)
  else await writeFolderWhenWhole(out, chosen.write(model, options), mark, options.stop)
}
