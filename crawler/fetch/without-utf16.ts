/**
 * Bytes of a text file as UTF-8 if they are UTF-16, as Windows' Notepad saves them: by their mark, or by the zeros beside
 * the letters it begins with. All others stay as they are.
 */
export function withoutUtf16(bytes: Buffer): Buffer {
  const [a = 1, b = 1, c = 1, d = 1] = bytes
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0)
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0)
  if (!isLittle && !isBig) return bytes
  return Buffer.from(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes), 'utf8')
}
