const runs = /[\s\u200b]+/g
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Runs of white space (no-break spaces included) become one space; control and direction characters, which nobody sees, go. */
export function collapseSpaces(text: string): string {
  return text.replace(unseen, '').replace(runs, ' ')
}
