type Signature<Name> = readonly [bytes: readonly number[], name: Name]

const byteOrderMarks: readonly Signature<string>[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  // Excel's "Unicode text".
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

const noTexts: readonly Signature<NoText>[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'new-workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'old-workbook'],
  // '%PDF', '{\\rtf', PNG, JPEG, GIF, gzip.
  [[0x25, 0x50, 0x44, 0x46], 'document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'document'],
  [[0x89, 0x50, 0x4e, 0x47], 'document'],
  [[0xff, 0xd8, 0xff], 'document'],
  [[0x47, 0x49, 0x46, 0x38], 'document'],
  [[0x1f, 0x8b], 'document'],
]

/** What only a Word or OpenDocument text holds, in the names that its zip keeps plain. */
const inTextDocuments = /word\/document\.xml|application\/vnd\.oasis\.opendocument\.text/

const firstMatch = <Name>(bytes: Uint8Array, signatures: readonly Signature<Name>[]): Name | undefined =>
  signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))?.[1]

/** .xlsx and .ods, or .xls; a document, a picture, something packed. */
type NoText = 'new-workbook' | 'old-workbook' | 'document'

/** What `bytes` are when they are a program's own file instead of text; else null. */
export function noTextKind(bytes: Uint8Array): NoText | null {
  const kind = firstMatch(bytes, noTexts) ?? null
  return kind === 'new-workbook' && inTextDocuments.test(Buffer.from(bytes).toString('latin1')) ? 'document' : kind
}

/**
 * Returns the text of a file as spreadsheet programs save it: by its byte order mark, else UTF-16 where every other byte
 * is zero, else UTF-8 where it is valid, else Windows-1252 (what Excel calls CSV in France and the US). Every line ends in '\n'. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = firstMatch(bytes, byteOrderMarks) ?? unmarkedUtf16(bytes) ?? undefined
  const text = marked === undefined ? decodeUnmarked(bytes) : new TextDecoder(marked).decode(bytes)
  return text.replace(/\r\n?/g, '\n')
}

/**
 * UTF-16 that says not so: half of the bytes of its Latin letters are zero, which no other text has. Null: it isn't.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (firstMatch(bytes, byteOrderMarks) !== undefined) return null
  const pairs = Math.min(bytes.length, 8_192) >> 1
  const zeros: [even: number, odd: number] = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) zeros[(at % 2) as 0 | 1] += 1
  const [even, odd] = zeros
  if (pairs === 0 || Math.min(even, odd) * 10 > pairs || Math.max(even, odd) * 2 < pairs) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function decodeUnmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
