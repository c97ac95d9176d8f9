import { address, cell, type DemoFacts, type DemoTie, type StoryWords } from '../story-facts.ts'

const tie = ({ source, target }: DemoTie): string => address({ colour: 'country', from: source, to: target })

/** Comment lire la carte, en français. */
export const storyFr = ({ sites, ties, toUs, toFrance, there, back, mostCited, inMatter }: DemoFacts): StoryWords => ({
  title: 'Comment lire cette carte',
  steps: [
    {
      heading: 'Qui renvoie à qui',
      text: `Ce web est inventé : aucun de ses ${sites} sites, français et américains, n’a jamais existé. La carte, elle, est vraie : la collecte et le calcul qui l’ont faite sont ceux que vous emploierez sur le Web.

Chaque point est un site. Chaque trait est un lien : une page de l’un au moins porte un hyperlien vers l’autre. Il y a ici ${ties} liens. La couleur et la forme disent le pays ; un point plus grand est cité par plus de sites.`,
    },
    {
      heading: 'Un trait est fait de phrases',
      text: `Un trait commence large, au site qui cite, et finit mince à celui qui est cité. Celui-ci, de ${toUs.sourceLabel} vers ${toUs.targetLabel}, est le plus fort à travers la frontière : il vaut [${toUs.links} hyperliens](#${tie(toUs)}).

Rien sur la carte n’est à croire sur parole. En voici un, tel que sa page le dit ; le nombre ci-dessus mène à tous.`,
    },
    {
      heading: 'Des groupes que personne n’a décidés',
      text: `La couleur dit maintenant la communauté : des sites qui se citent entre eux plus que leurs nombres de liens ne le laissent attendre. Elle est calculée des seuls traits. Ni le pays, ni le genre du site, ni l’avis d’un lecteur n’y entrent.

Comparez avec l’étape précédente : là où les formes d’un même pays portent plusieurs couleurs, ce pays a plusieurs cercles. Un site entre deux couleurs peut changer de camp quand on retire au sort ; son panneau dit combien de fois cela arrive.`,
    },
    {
      heading: 'À travers la frontière',
      text: `[${there} liens](#${address({ colour: 'country', ...cell('FR', 'US') })}) vont de France vers les États-Unis, [${back} liens](#${address({ colour: 'country', ...cell('US', 'FR') })}) en reviennent. Est-ce beaucoup ? Sous « Aperçu », la carte dit ce que le hasard donnerait à des sites qui ont autant de liens.

Le plus fort de ceux qui reviennent, de ${toFrance.sourceLabel} vers ${toFrance.targetLabel}, compte [${toFrance.links} hyperliens](#${tie(toFrance)}). En voici un.`,
    },
    {
      heading: 'Être cité, et citer',
      text: `${mostCited.label} est [cité par ${mostCited.citedBy} sites](#${address({ site: mostCited.id })}), plus que tout autre. C’est de l’attention, non de l’accord : on cite aussi pour contredire, et ce que fait une citation, c’est à une personne d’en juger, lien par lien.

La taille peut dire autre chose : choisissez une mesure dans la légende, par exemple qui se tient sur les chemins entre les autres.`,
    },
    {
      heading: 'Ce que la carte ne montre pas',
      text: `Ici ne comptent que les hyperliens du corps des pages : il reste [${inMatter} des ${ties} liens](#zone=content). Les autres se trouvent dans des menus, des blogrolls, des pieds de page ou des commentaires : amitié et habitude plutôt qu’argument.

Un trait qui manque dit qu’aucune page lue ne portait un tel hyperlien. Les pages trop profondes, celles qui refusent la collecte ou qui ont disparu n’ont pas été lues ; un site dont rien n’a été lu le dit à côté de son nom. À vous maintenant : chaque point, chaque trait, chaque nombre s’ouvre.`,
    },
  ],
})
