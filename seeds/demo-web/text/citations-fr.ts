/**
 * How one French site speaks of another. `[…]` is the anchor; {ref} a singular noun phrase with its article ('l’étude sur
 * …'), {site} the other's name, {of} that name after 'de' or 'd’', {de} and {que} the bare words before it. Nothing agrees
 * with {ref} in gender.
 */
export const citationsFr: readonly string[] = [
  'Nous avons relu [{ref}] {of} avant d’écrire ces lignes, et presque tout y était déjà.',
  '[{site}] a publié {ref} : c’est de là que part notre propre protocole.',
  'Pour aller plus loin, [{ref}] {of} donne les chiffres que nous n’avons pas la place de reproduire.',
  'Le point de départ de cette discussion est [{ref}], que l’on doit à {site}.',
  'Nous ne partageons pas la conclusion, mais [{ref}] {of} pose la bonne question.',
  'Il faut le dire clairement : [{ref}] {of} ne prouve pas ce que l’on en répète en réunion.',
  'Un lecteur nous signale [{ref}] ; {site} y arrive par un tout autre chemin au même résultat.',
  'Notre équipe a repris, presque à la lettre, la démarche {que}{site} décrit dans [{ref}].',
  'Qui découvre le sujet commencera par [{ref}], chez {site}, avant de revenir aux tableaux.',
  'On retrouve la même prudence dans [{ref}] {of}, avec un échantillon bien plus large.',
  'Entre les deux tours, [{ref}] {of} a circulé dans toutes les permanences que nous avons visitées.',
  'À la question posée par nos bénévoles, [{site}] répond mieux que nous dans {ref}.',
  'Le contraste avec [{ref}] {of} est instructif : mêmes outils, autre ville, autre résultat.',
  'Nous devons à [{site}] d’avoir remis le sujet sur la table avec {ref}.',
  'Cette partie s’appuie sur [{ref}], où {site} détaille ses calculs et ses doutes.',
  'Il existe peu de travaux publics sur ce point ; [{ref}] {of} fait exception.',
  'La critique la plus sérieuse vient {de}[{site}], dont {ref} nous oblige à revoir deux hypothèses.',
  'Nous avons essayé la recette donnée dans [{ref}] {of} ; elle tient, à condition de réduire les équipes.',
  'Depuis, [{site}] a repris la question avec {ref}, à lire jusqu’aux annexes.',
  'Pour la version longue, voir [{ref}] {of}, et surtout ses notes de bas de page.',
  'Comme le rappelle [{site}] dans {ref}, un contact n’est pas une conversation.',
  'Le calendrier proposé ici suit celui que [{ref}] {of} avait rendu populaire dans le métier.',
  'Nous avions promis d’y revenir : [{ref}] {of} nous en donne l’occasion.',
  'À l’inverse, {site} soutient dans [{ref}] que l’outil compte moins que les gens qui s’en servent.',
  'On nous demande si [{ref}] {of} vaut pour une petite commune ; notre réponse est oui, avec des réserves.',
  'Le vocabulaire lui-même vient d’ailleurs, et [{site}] le montre bien dans {ref}.',
  'On lira aussi [{ref}] {of}, ne serait-ce que pour le ton.',
  'La comparaison a ses limites, et [{site}] les énumère honnêtement dans {ref}.',
  'Rien de tout cela n’aurait été possible sans [{ref}] {que}{site} laisse en libre accès.',
  'Nous avons soumis nos chiffres à [{site}], et {ref} nous avait en partie devancés.',
  'Faut-il suivre {site} quand [{ref}] conclut à l’abandon pur et simple ? Nous hésitons.',
  'Le meilleur résumé reste [{ref}] {of}, que nous distribuons désormais à chaque nouvelle équipe.',
  'Dans le même esprit, [{ref}] {of} raconte ce que l’on n’écrit jamais dans les bilans.',
  'Le débat s’est déplacé, et [{site}] y est pour beaucoup depuis {ref}.',
  'Un tableau, dans [{ref}] {of}, résume à lui seul trois ans de tâtonnements.',
  'Sans surprise, [{ref}] {of} divise nos lecteurs en deux camps de taille égale.',
]

/** The same towards the United States: what travels, and what does not. */
export const citationsFrAbroad: readonly string[] = [
  'De l’autre côté de l’Atlantique, [{ref}] {of} sert de manuel à toute une génération de responsables de terrain.',
  'L’exemple américain revient sans cesse, et c’est presque toujours [{ref}] {of} que l’on cite de seconde main.',
  'Nous avons traduit l’essentiel, avec l’autorisation {of} : voir [{ref}].',
  'Avant d’importer la méthode, il faut relire [{ref}] {of} : leur fichier n’a pas d’équivalent ici.',
  'À notre retour des États-Unis, nous avions dans nos notes [{ref}] {of}, et une question : qu’est-ce qui se transporte ?',
  'Outre-Atlantique, [{site}] a tranché avec {ref} ; en France, le droit oblige à faire autrement.',
  'Ce {que}[{site}] décrit dans {ref} a été repris ici presque mot pour mot, souvent sans le dire.',
  'Les Américains eux-mêmes en doutent désormais, à commencer par {site} dans [{ref}].',
  'La légende veut que tout soit parti de là ; [{ref}] {of} est pourtant bien plus modeste.',
  'Nous avons vu fonctionner l’outil chez [{site}], et {ref} en donne une image fidèle.',
  'Le mot nous vient {de}[{site}], et plus précisément de la page qui présente {ref}.',
  'Que reste-t-il, une fois l’océan franchi, de ce que promet [{ref}] {of} ?',
]

/** Where there is only the site to point to. */
export const mentionsFr: readonly string[] = [
  'Merci à [{site}], qui nous a ouvert ses archives pour préparer ce texte.',
  'Nous travaillons depuis deux saisons avec [{site}], et cela se voit dans nos tableaux.',
  'Parmi les confrères que nous lisons chaque semaine, [{site}] garde une longueur d’avance.',
  'L’idée nous a été soufflée lors d’une rencontre organisée par [{site}] au printemps.',
  'Qui veut voir la méthode à l’œuvre peut regarder du côté {de}[{site}].',
  'Les exemples de cette page viennent {de}[{site}] ; les erreurs sont de nous.',
  'Une version de ce texte a d’abord servi de support à une journée d’étude chez [{site}].',
  'Tout le monde n’est pas d’accord : [{site}] refuse par principe ce genre d’outil.',
  'Nos chiffres rejoignent ceux que [{site}] tient à jour depuis plusieurs années.',
  'Il n’y a guère {que}[{site}] pour publier aussi ses échecs.',
  'Le schéma est emprunté à [{site}], avec son accord.',
  'À suivre également : [{site}], dont nous reparlerons à la rentrée.',
]
