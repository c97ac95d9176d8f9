/**
 * `text` without the characters of `unwanted` (a set of single ones) at its ends. In place of `/[…]+$/`, which looks again from each character of
 * a run inside the text: quadratic in a stranger's spaces or dots. O(length).
 */
export const trimBoth = (text: string, unwanted: RegExp): string => trimEnd(trimStart(text, unwanted), unwanted)

/** As trimBoth, of the beginning alone. */
export function trimStart(text: string, unwanted: RegExp): string {
  let start = 0
  while (start < text.length && unwanted.test(text[start]!)) start += 1
  return text.slice(start)
}

/** As trimBoth, of the end alone. */
export function trimEnd(text: string, unwanted: RegExp): string {
  let end = text.length
  while (end > 0 && unwanted.test(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}
