type Signature<Name> = readonly [bytes: readonly number[], name: Name]

const byteOrderMarks: readonly Signature<string>[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  // Excel's "Unicode text".
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

const workbooks: readonly Signature<Workbook>[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'new-workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'old-workbook'],
]

const firstMatch = <Name>(bytes: Uint8Array, signatures: readonly Signature<Name>[]): Name | undefined =>
  signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))?.[1]

/** .xlsx and .ods, or .xls. */
type Workbook = 'new-workbook' | 'old-workbook'

/** What `bytes` are when they are a spreadsheet program's own file instead of text; else null. */
export const workbookKind = (bytes: Uint8Array): Workbook | null => firstMatch(bytes, workbooks) ?? null

/**
 * Returns the text of a file as spreadsheet programs save it: by its byte order mark, else UTF-8 where it is valid, else
 * Windows-1252 (what Excel calls CSV in France and the US). Every line ends in '\n'. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = firstMatch(bytes, byteOrderMarks)
  const text = marked === undefined ? decodeUnmarked(bytes) : new TextDecoder(marked).decode(bytes)
  return text.replace(/\r\n?/g, '\n')
}

function decodeUnmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
