import type { changeMistakesEn } from '#data/vocabulary/words/en/mistakes/changes.ts'

export const changeMistakesFr: Readonly<Record<keyof typeof changeMistakesEn, string>> = {
  'no-such-entity': '« {name} » n’est pas une entité de cette étude ; attendu : un identifiant de la table des sites',
  'forgotten-entity': '« {name} » a été oublié sur opposition ; attendu : une entité qui existe encore',
  'merged-entity': '« {name} » a été fusionné dans « {into} » ; attendu : une entité qui existe encore',
  'bad-field':
    '« {field} » ne peut pas être enregistré tel quel ; attendu : un texte d’une ligne, de longueur ordinaire',
  'not-a-prefix': '« {found} » n’est pas une adresse http(s) ; attendu : https://example.org/blog ou *.example.org',

  'prefix-reviewed':
    'le préfixe {prefix} appartient à « {name} » ({status}) ; attendu : qu’on le lui retire d’abord, ou que les deux soient fusionnés',
  'prefix-forgotten': '{prefix} a été oublié sur opposition ; attendu : une adresse que personne n’a demandé d’écarter',
  'prefix-not-own': '« {name} » n’a pas le préfixe {prefix} ; attendu : l’un de ceux-ci : {own}',
  'last-prefix': 'c’est le dernier préfixe de « {name} » ; attendu : fusionner l’entité avec une autre, ou l’écarter',
  'merge-other-times':
    '« {name} » et « {into} » ont {prefix} à des moments différents et ne peuvent donc faire un ; attendu : que ses dates soient d’abord retirées, par date-prefix',
  'merge-into-itself': '« {name} » ne peut pas être fusionné avec lui-même ; attendu : deux entités',
  'split-nothing': 'rien à séparer de « {name} » ; attendu : au moins un préfixe',
  'split-of-another': '{prefix} appartient à « {owner} » ; attendu : un préfixe de « {name} », ou un plus étroit',
  'split-of-nobody': '{prefix} n’appartient à personne ; attendu : un préfixe de « {name} », ou un plus étroit',
  'split-whole': 'il ne resterait rien de « {name} » ; attendu : quelques-uns de ses préfixes, ou de plus étroits',
  'split-known': '« {name} » est déjà une entité ; attendu : un préfixe qui en nomme une nouvelle',
  'name-not-borne': '« {name} » ne porte pas le nom « {borne} » ; attendu : un nom qu’il porte',
  'tie-to-itself': '« {source} » et « {target} » sont une seule entité ; attendu : deux',

  'undo-unknown': 'le changement n° {event} n’existe pas ; attendu : un numéro du journal',
  'undo-done': 'le changement n° {event} ({action}) a déjà été annulé, par le n° {by}',
  'undo-of-undo': 'le changement n° {event} a annulé le n° {undoes} ; attendu : un changement, que l’on peut refaire',
  'undo-forget': 'l’oubli (changement n° {event}) ne peut pas être annulé : ce qui a été oublié est perdu',
  'undo-seed':
    'le changement n° {event} ne peut pas être annulé : la liste de départ le dit ; attendu : changer l’entité, ou une autre liste',
  'undo-of-forgotten':
    'le changement n° {event} ({action}) ne peut pas être annulé : il concerne une entité oubliée depuis',
  'undo-entity-changed':
    'le changement n° {event} ({action}) ne peut pas être annulé : « {name} » a été changé depuis ; attendu : que ces changements soient annulés d’abord',
  'undo-code-changed':
    'le codage (changement n° {event}) ne peut pas être annulé : le code a été changé depuis ; attendu : que cela soit annulé d’abord',
  'undo-figure-changed':
    'la figure {figure} (changement n° {event}) ne peut pas revenir à son état d’avant : elle a été changée depuis ; attendu : que cela soit annulé d’abord',
  'figure-too-large':
    'l’image ferait {width} × {height} pixels ; attendu : {most} en tout au plus, donc moins de dpi, ou SVG ou PDF',
  'undo-pin-changed':
    'la place (changement n° {event}) ne peut pas être annulée : le site a été déplacé depuis ; attendu : que cela soit annulé d’abord',
  'undo-story-changed':
    'le récit « {story} » (changement n° {event}) ne peut pas être rétabli : il a été changé depuis ; attendu : que cela soit annulé d’abord',

  'no-such-story': '« {name} » n’est pas un récit de cette étude ; attendu : un de ceux qui sont listés',
  'story-quote-unknown':
    'étape {step}, citation {quote} : aucun hyperlien de « {source} » vers « {target} » sur {page} ne porte ces mots ; attendu : une citation prise dans la page',
  'undo-community-changed':
    'le nom d’une communauté (changement n° {event}) ne peut pas être annulé : elle en a reçu un autre depuis ; attendu : que cela soit annulé d’abord',
  'community-name-taken': 'une autre communauté s’appelle « {name} » ; attendu : un nom qui soit à elle',
  'community-name-means':
    '« {name} » veut dire autre chose là où l’on demande une communauté : un numéro, une adresse ou un site d’une autre ; attendu : des mots à elle',
  'no-such-community':
    'la dernière analyse n’a pas de communauté « {community} » ; attendu : une de celles qu’elle a trouvées',
  'no-such-end':
    '« {end} » n’est ni un site du réseau analysé ni une communauté de la dernière analyse ; attendu : un identifiant, ou community: et un numéro, un nom ou un site',
  'why-itself': '« {one} » et « {other} » sont une seule et même chose ; attendu : deux qui diffèrent',
}
