import type { TieLink } from '#data/store/changes/tie-links.ts'
import { causeOf, type TieChange } from '#data/store/changes/tie-changes.ts'
import type { Field } from '#data/table/column.ts'
import { fieldsOf, type LineOf } from '#data/table/day-columns.ts'

/** A tie's change with one of its hyperlinks. */
export interface ChangeTableRow {
  readonly tie: TieChange
  readonly link: TieLink
}

const lines: readonly LineOf<ChangeTableRow>[] = [
  ['source', 'text', 'Id of the citing entity.', ({ tie }) => tie.source],
  ['target', 'text', 'Id of the cited entity.', ({ tie }) => tie.target],
  ['change', 'text', 'kept, gone, born, reborn or unknown.', ({ tie }) => tie.change],
  ['before', 'text', 'The tie in the earlier wave: present, absent or unknown.', ({ tie }) => tie.before.state],
  ['before_cause', 'text', 'Why it is unknown there: a slug.', ({ tie }) => causeOf(tie.before)],
  ['after', 'text', 'The tie in the later wave.', ({ tie }) => tie.after.state],
  ['after_cause', 'text', 'Why it is unknown there.', ({ tie }) => causeOf(tie.after)],
  ['source_url', 'text', 'Page of the hyperlink.', ({ link }) => link.sourceUrl],
  ['target_url', 'text', 'Its destination.', ({ link }) => link.targetUrl],
  ['anchor', 'text', 'Its visible text.', ({ link }) => link.anchor],
  ['context', 'text', 'The sentence around it.', ({ link }) => link.context],
  ['zone', 'text', 'Region of the page.', ({ link }) => link.zone],
  ['seen_before', 'boolean', 'A page read in the earlier wave bore this hyperlink.', ({ link }) => link.isBefore],
  ['seen_after', 'boolean', 'A page read in the later wave bore it.', ({ link }) => link.isAfter],
  ['first_seen', 'date', 'First sighting of the hyperlink.', ({ link }) => link.firstSeen],
  ['last_seen', 'date', 'Last sighting.', ({ link }) => link.lastSeen],
]

/** Columns of `changes --csv`, one row per hyperlink. */
export const changeTable: readonly Field<ChangeTableRow>[] = fieldsOf(lines)
