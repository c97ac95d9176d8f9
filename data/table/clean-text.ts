// XML 1.0 allows no control character but tab, LF and CR, and no U+FFFE or U+FFFF; terminals obey some of them.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/**
 * Returns `text` with what no XML, table or terminal can carry (control characters, lone surrogates) as U+FFFD, so
 * that the same text stands in every format. Idempotent.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(unwritable, '\ufffd')
}
