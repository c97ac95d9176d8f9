/** What the server says beside an archived copy, or in its place. */
export const archiveEn = {
  heading: 'Archived copy',
  received: (date: string): string => `Received on ${date} UTC.`,
  leftOut: 'Its scripts, styles, images and forms are left out; nothing of it is run or loaded.',
  /** No visit of this number has a copy. */
  unknown: 'The study knows of no archived copy for this visit.',
  gone: (file: string): string =>
    `The archive file ${file} is not where it was, or no longer holds this page. Put the archive's folder back to its place beside the study to read the copy.`,
  noPage: (status: number): string =>
    `The archive holds no page for this visit: the answer was HTTP ${status}, without a document.`,
}
