import { readXml, type XmlElement } from '../read-xml.ts'

/** Where each sheet stands in the file, and how its cells are to be understood. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  /** Texts that cells name by their number. */
  readonly texts: readonly string[]
  /** By style of a cell: whether its numbers are days. */
  readonly dated: readonly boolean[]
  /** Days count from 1904, as they did on old Macs. */
  readonly from1904: boolean
}

type PartText = (part: string) => string | null

interface Handlers {
  readonly open?: (element: XmlElement) => void
  readonly close?: (element: XmlElement, text: string) => void
}

function read(file: string, text: string | null, { open, close }: Handlers): void {
  if (text === null) return
  readXml(file, text, { open: element => open?.(element), close: (element, own) => close?.(element, own) })
}

/** Shared texts: runs of one text are joined, readings of Japanese left out. */
function sharedTexts(file: string, text: string | null): readonly string[] {
  const texts: string[] = []
  let reading = 0
  read(file, text, {
    open: ({ name }) => {
      if (name === 'si') texts.push('')
      if (name === 'rph') reading += 1
    },
    close: ({ name }, own) => {
      if (name === 'rph') reading -= 1
      if (name === 't' && reading === 0 && texts.length > 0) texts[texts.length - 1] += own
    },
  })
  return texts
}

/** Numbers of formats that Excel has for days and times. */
const isDayFormat = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47)

/** A format of one's own with years, days or hours outside quotes and brackets. */
const isDayCode = (code: string): boolean => /[ydh]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

function datedStyles(file: string, text: string | null): readonly boolean[] {
  const own = new Map<number, boolean>()
  const dated: boolean[] = []
  let inCells = false
  read(file, text, {
    open: ({ name, attributes }) => {
      const id = Number(attributes.get('numfmtid') ?? 0)
      if (name === 'numfmt') own.set(id, isDayCode(attributes.get('formatcode') ?? ''))
      if (name === 'cellxfs') inCells = true
      if (name === 'xf' && inCells) dated.push(own.get(id) ?? isDayFormat(id))
    },
    close: ({ name }) => {
      if (name === 'cellxfs') inCells = false
    },
  })
  return dated
}

/** Reads what a workbook says of its sheets. Source: ECMA-376, SpreadsheetML. */
export function readWorkbook(file: string, textOf: PartText): Workbook {
  const targets = new Map<string, string>()
  read(file, textOf('xl/_rels/workbook.xml.rels'), {
    open: ({ attributes }) => void targets.set(attributes.get('id') ?? '', attributes.get('target') ?? ''),
  })
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  read(file, textOf('xl/workbook.xml'), {
    open: ({ name, attributes }) => {
      if (name === 'workbookpr') from1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const target = targets.get(attributes.get('id') ?? '') ?? ''
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      sheets.push({ name: attributes.get('name') ?? '', part })
    },
  })
  return {
    sheets,
    texts: sharedTexts(file, textOf('xl/sharedStrings.xml')),
    dated: datedStyles(file, textOf('xl/styles.xml')),
    from1904,
  }
}
