/** Where communities are looked up. */
export interface CommunityBook {
  readonly has: (number: number) => boolean
  readonly named: (name: string) => number | null | undefined
  readonly ofSite: (id: string) => number | undefined
}

/** The number of the community that `text` means: its number, the name that a person gave it, or the id of one of its sites, in that order. Null: none. */
export function communityCalled({ has, named, ofSite }: CommunityBook, text: string): number | null {
  const wanted = text.trim()
  const number = /^\d{1,9}$/.test(wanted) && has(Number(wanted)) ? Number(wanted) : null
  const found = number ?? named(wanted) ?? ofSite(wanted) ?? 0
  return has(found) ? found : null
}
