/** Returns the entry of a table under a name that comes from a file; undefined for `constructor` and the like. */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
