// oxlint-disable-next-line no-control-regex -- these are what is taken out
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const runs = /[\s\u200b]+/g
// oxlint-disable-next-line no-control-regex -- as above
const needsWork = /[\s\u200b]{2}|[^\S ]|[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Runs of white space (no-break spaces included) become one space; control and direction characters, which nobody sees, go. */
export function collapseSpaces(text: string): string {
  return needsWork.test(text) ? text.replace(unseen, '').replace(runs, ' ') : text
}

/** Whether `text` is as collapseSpaces makes it. */
export const isCollapsed = (text: string): boolean => !needsWork.test(text)
