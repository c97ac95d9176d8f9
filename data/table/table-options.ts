/** How a table is written: what spreadsheets of a country expect. */
export interface TableOptions {
  /** Between the cells of a table; default ','. */
  readonly separator?: string
  /** Decimal mark of numbers in tables; default '.'. */
  readonly decimal?: '.' | ','
  /** Byte order mark before tables, for spreadsheets that otherwise misread accents; default false. */
  readonly byteOrderMark?: boolean
}
