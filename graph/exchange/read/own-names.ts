import { tagPrefix } from '../model/node-fields.ts'

/** Columns of a node that are facts or drawn, not measures, in the files that this project writes. */
export const ownNodeNames: ReadonlySet<string> = new Set(
  'id label homepage country kind status pages_fetched in_degree out_degree community community_name self_links prefixes start_pages dated_names dated_prefixes x y size color name'.split(
    ' ',
  ),
)

/** Returns the category of a tag's column: the prefix that told it from another column is taken off. */
export function tagCategory(column: string): string {
  return column.startsWith(tagPrefix) ? column.slice(tagPrefix.length) : column
}
