/**
 * The engine's one copy of a name (an internalised string). Such names are compared by their addresses, and find a property at once; one that was
 * cut out of a page is looked at letter by letter each time. For names that repeat: those of elements and attributes.
 */
export function oneCopy(name: string): string {
  // Without a prototype, so that no name is special, and no shape of an object is kept for each.
  const holder = Object.create(null) as Record<string, true>
  holder[name] = true
  return Object.keys(holder)[0]!
}
