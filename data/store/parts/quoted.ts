/** A text in DuckDB's SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
