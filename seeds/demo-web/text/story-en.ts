import { address, cell, type DemoFacts, type DemoTie, type StoryWords } from '../story-facts.ts'

const tie = ({ source, target }: DemoTie): string => address({ colour: 'country', from: source, to: target })

/** How to read the map, in English. */
export const storyEn = ({ sites, ties, toUs, toFrance, there, back, mostCited, inMatter }: DemoFacts): StoryWords => ({
  title: 'How to read this map',
  steps: [
    {
      heading: 'Who points at whom',
      text: `This web is invented: none of its ${sites} sites, French and American, has ever existed. The map is real: it was made by the crawler and the computation that you will use on the Web.

Each dot is a site. Each line is a tie: some page of one site holds a hyperlink to the other. There are ${ties} ties here. Colour and shape say the country; a larger dot is cited by more sites.`,
    },
    {
      heading: 'A line is made of sentences',
      text: `A line begins wide, at the site that cites, and ends thin at the one cited. This one, from ${toUs.sourceLabel} to ${toUs.targetLabel}, is the strongest across the border: it stands for [${toUs.links} hyperlinks](#${tie(toUs)}).

Nothing on the map has to be believed. Below is one of them, as its page says it; the number above leads to all.`,
    },
    {
      heading: 'Groups that nobody decided',
      text: `Now colour says the community: sites that cite each other more than their numbers of ties would let expect. It is computed of the lines alone. No country, no kind of site, no reader's opinion went into it.

Compare it with the step before: where shapes of one country bear several colours, that country has several circles. A site between two colours may change sides when chance is drawn again; its panel says how often it does.`,
    },
    {
      heading: 'Across the border',
      text: `[${there} ties](#${address({ colour: 'country', ...cell('FR', 'US') })}) go from France to the United States, [${back} ties](#${address({ colour: 'country', ...cell('US', 'FR') })}) come back. Is that much? Under “Overview” the map says what chance would give to sites with as many ties.

The strongest that comes back, from ${toFrance.sourceLabel} to ${toFrance.targetLabel}, has [${toFrance.links} hyperlinks](#${tie(toFrance)}). Here is one.`,
    },
    {
      heading: 'To be cited, and to cite',
      text: `${mostCited.label} is [cited by ${mostCited.citedBy} sites](#${address({ site: mostCited.id })}), more than any other. That is attention, not agreement: one may cite to contradict, and what a citation does is for a person to judge, tie by tie.

Size can say something else: in the legend, choose a measure, such as who stands on the paths between others.`,
    },
    {
      heading: 'What the map does not show',
      text: `Here only hyperlinks in the matter of pages count: [${inMatter} of the ${ties} ties](#zone=content) are left. The others stand in menus, blogrolls, footers or comments: friendship and habit, not argument.

A line that is missing says that no page read bore such a hyperlink. Pages that lie too deep, that refuse crawlers or that are gone were not read; a site of which nothing was read says so beside its name. Now it is your turn: every dot, line and figure opens.`,
    },
  ],
})
