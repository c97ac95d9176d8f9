import { fatalMistake, shown } from './mistake-list.ts'

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The encoding that an XML declaration names, or null. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? null
}

function decoder(file: string, label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw fatalMistake(file, 1, `the encoding ${shown(label)}`, 'utf-8 or another encoding of the Web')
  }
}

/** V8 holds no longer text. */
export const mostBytes = 500e6

/**
 * Returns the text of a file, without its byte order mark: by the mark, by the XML declaration, as UTF-8, and as
 * windows-1252 where it isn't UTF-8, as older spreadsheet programs save. Throws a Mistake when a declared encoding is
 * unknown or doesn't hold, or the file is larger than 500 MB.
 */
export function decodeFile(file: string, bytes: Uint8Array): string {
  if (bytes.length > mostBytes)
    throw fatalMistake(file, 1, `a file of ${Math.ceil(bytes.length / 1e6)} MB`, 'at most 500 MB')
  const marked = byteOrderMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const declared = declaredEncoding(bytes)
  try {
    return decoder(file, declared ?? 'utf-8').decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    if (declared)
      throw fatalMistake(file, 1, `bytes that are not ${shown(declared)}`, 'the encoding that the file declares')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
