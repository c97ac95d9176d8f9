/** Who keeps a memento: the host of its address, else the name of the file. */
export function archiveName(memento: string): string {
  if (/^https?:\/\//i.test(memento)) return URL.parse(memento)?.host ?? memento
  return memento.replace(/[:#@]\d{1,15}$/, '')
}
