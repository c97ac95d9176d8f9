/** Columns of a link that point to texts. */
export const textColumns = ['href', 'anchor', 'context', 'heading', 'place'] as const

/** Deletes the texts listed in temp.gone_text that no link and no visit uses now. */
export const deleteUnneededTexts = `DELETE FROM snippet WHERE id IN (SELECT id FROM temp.gone_text) AND id NOT IN (${textColumns
  .map(column => `SELECT ${column} FROM link WHERE ${column} IN (SELECT id FROM temp.gone_text)`)
  .join(' UNION ')} UNION SELECT borrowed FROM visit WHERE borrowed IN (SELECT id FROM temp.gone_text))`
