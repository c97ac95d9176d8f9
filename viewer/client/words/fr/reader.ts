/** The sentences of the command's reader of seed lists, which speaks English, and the same in French. */
const sentences: readonly (readonly [english: RegExp, french: string])[] = [
  [
    /^no address in the column 'url', expected one such as (.+)$/s,
    'aucune adresse dans la colonne url ; attendu : une adresse comme $1',
  ],
  [
    /^'(.*)' is not an http\(s\) address, expected one such as (.+)$/s,
    '« $1 » n’est pas une adresse http(s) ; attendu : une adresse comme $2',
  ],
  [
    /^'(.*)' is not an ISO 3166-1 country code, expected two letters.*$/s,
    '« $1 » n’est pas un code de pays ISO 3166-1 ; attendu : deux lettres comme FR ou US (un second pays va dans une colonne à lui)',
  ],
  [
    /^'(.*)' is not an ISO 3166-1 country code, expected (.+)$/s,
    '« $1 » n’est pas un code de pays ISO 3166-1 ; attendu : $2',
  ],
  [
    /^prefix '(.*)' is not an http\(s\) address, expected addresses such as (.+), separated by spaces$/s,
    'le préfixe « $1 » n’est pas une adresse http(s) ; attendu : des adresses comme $2, séparées par des espaces',
  ],
  [
    /^prefix '(.*)' has a query or a fragment, expected addresses such as (.+), separated by spaces$/s,
    'le préfixe « $1 » a une requête ou un fragment ; attendu : des adresses comme $2, séparées par des espaces',
  ],
  [
    /^prefix '(.*)' belongs to the entity of line (\d+) already, expected each prefix in one row$/s,
    'le préfixe « $1 » appartient déjà à l’entité de la ligne $2 ; attendu : chaque préfixe dans une seule ligne',
  ],
  [
    /^'(.*)' is in none of the prefixes of its row, expected one that holds it$/s,
    '« $1 » n’est sous aucun des préfixes de sa ligne ; attendu : un préfixe qui la contient',
  ],
  [
    /^'(.*)' belongs to the entity of line (\d+) by its longer prefix, expected an address of its own$/s,
    '« $1 » appartient à l’entité de la ligne $2 par un préfixe plus long ; attendu : une adresse à elle',
  ],
  [
    /^'(.*)' belongs to the entity of line (\d+) already and is left out$/s,
    '« $1 » appartient déjà à l’entité de la ligne $2 et n’est pas reprise',
  ],
  [
    /^'(.*)' belongs to the entity of line (\d+) already and becomes another start page of it.*$/s,
    '« $1 » appartient déjà à l’entité de la ligne $2 et en devient une autre page de départ ; les autres cases de cette ligne ne sont pas reprises',
  ],
  [
    /^an (.+) workbook was found, expected text: save it as CSV UTF-8$/s,
    'un classeur a été trouvé ($1) ; attendu : du texte, enregistrez-le en CSV UTF-8',
  ],
  [
    /^no row was found, expected a header with a column 'url' \(known columns: (.+)\)$/s,
    'aucune ligne ; attendu : un en-tête avec une colonne url (colonnes connues : $1)',
  ],
  [
    /^columns (.+), expected a header with a column 'url' \(known columns: (.+)\)$/s,
    'colonnes $1 ; attendu : un en-tête avec une colonne url (colonnes connues : $2)',
  ],
  [/^two columns '(.*)', expected one$/s, 'deux colonnes « $1 » ; attendu : une seule'],
  [
    /^(\d+) cells, the last being '(.*)', expected (\d+): put quotes around a cell that holds the separator$/s,
    '$1 cases, dont la dernière est « $2 » ; attendu : $3. Mettez entre guillemets une case qui contient le séparateur',
  ],
  [
    /^'(.*)' stands in column (\d+), which has no name, expected a name in the header$/s,
    '« $1 » est dans la colonne $2, qui n’a pas de nom ; attendu : un nom dans l’en-tête',
  ],
  [
    /^a quote that is never closed begins in this row, expected its other "$/s,
    'un guillemet ouvert dans cette ligne n’est jamais fermé ; attendu : l’autre "',
  ],
  [
    /^a quote in the middle of a cell, expected the whole cell in quotes.*$/s,
    'un guillemet au milieu d’une case ; attendu : toute la case entre guillemets, et "" pour un guillemet à l’intérieur',
  ],
  [/^only a header was found, expected a row for each site$/s, 'il n’y a qu’un en-tête ; attendu : une ligne par site'],
]

/** What the reader says of a line of a list ('seeds.csv:3: …') in French; null: it says something that is not known here. */
export function readerInFrench(line: string): string | null {
  const [, file, at, said = ''] = /^(.*?):(\d+): (.*)$/s.exec(line) ?? []
  const known = sentences.find(([english]) => english.test(said))
  return known === undefined ? null : `${file}, ligne ${at} : ${said.replace(...known)}`
}
