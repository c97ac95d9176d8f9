/** A robots.txt, and what it says to whom about which address. */
interface Case {
  readonly title: string
  readonly robots: string
  readonly says: readonly (readonly [token: string, url: string, isAllowed: boolean])[]
}

export const site = 'http://foo.bar'

const groups = `allow: /foo/bar/

user-agent: FooBot
disallow: /
allow: /x/
user-agent: BarBot
disallow: /
allow: /y/


allow: /w/
user-agent: BazBot

user-agent: FooBot
allow: /z/
disallow: /
`

// The questions that Google's published tests of its parser ask, as far as RFC 9309 covers them, in our own words.
export const cases: readonly Case[] = [
  {
    title: 'an empty file allows everything',
    robots: '',
    says: [
      ['FooBot', '', true],
      ['FooBot', `${site}/x`, true],
    ],
  },
  {
    title: 'a rule for everybody',
    robots: 'user-agent: *\ndisallow: /\n',
    says: [
      ['FooBot', `${site}/x/y`, false],
      ['FooBot', `${site}/robots.txt`, true],
    ],
  },
  { title: 'a rule for one', robots: 'user-agent: FooBot\ndisallow: /\n', says: [['FooBot', `${site}/x/y`, false]] },
  { title: 'words that are no directives', robots: 'foo: FooBot\nbar: /\n', says: [['FooBot', `${site}/x/y`, true]] },
  { title: 'a missing colon', robots: 'user-agent FooBot\ndisallow /\n', says: [['FooBot', `${site}/x/y`, false]] },
  {
    title: 'groups, several of one agent, rules before any group',
    robots: groups,
    says: [
      ['FooBot', `${site}/x/b`, true],
      ['FooBot', `${site}/z/d`, true],
      ['FooBot', `${site}/y/c`, false],
      ['BarBot', `${site}/y/c`, true],
      ['BarBot', `${site}/w/a`, true],
      ['BarBot', `${site}/z/d`, false],
      ['BazBot', `${site}/z/d`, true],
      ['FooBot', `${site}/foo/bar/`, false],
      ['BarBot', `${site}/foo/bar/`, false],
      ['BazBot', `${site}/foo/bar/`, false],
    ],
  },
  {
    title: 'a sitemap between user-agent lines does not part them',
    robots: 'User-agent: BarBot\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n',
    says: [
      ['FooBot', `${site}/`, false],
      ['BarBot', `${site}/`, false],
    ],
  },
  {
    title: 'nor does an unknown line',
    robots: 'User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n',
    says: [
      ['FooBot', `${site}/`, false],
      ['BarBot', `${site}/`, false],
    ],
  },
  ...[
    'USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n',
    'user-agent: FooBot\nallow: /x/\ndisallow: /\n',
    'uSeR-aGeNt: FooBot\nAlLoW: /x/\ndIsAlLoW: /\n',
  ].map(robots => ({
    title: `names of directives have no case (${robots.slice(0, 10)})`,
    robots,
    says: [
      ['FooBot', `${site}/x/y`, true],
      ['FooBot', `${site}/a/b`, false],
    ] as const,
  })),
  ...['FOO BAR', 'foo bar', 'FoO bAr'].map(agent => ({
    title: `agents have no case, and end at the first space (${agent})`,
    robots: `User-Agent: ${agent}\nAllow: /x/\nDisallow: /\n`,
    says: [
      ['Foo', `${site}/x/y`, true],
      ['foo', `${site}/x/y`, true],
      ['Foo', `${site}/a/b`, false],
      ['foo', `${site}/a/b`, false],
      ['Bar', `${site}/a/b`, true],
    ] as const,
  })),
  {
    title: 'a version after the product token is ignored',
    robots: 'User-Agent: FooBot/2.1\nDisallow: /\n',
    says: [
      ['FooBot', `${site}/x`, false],
      ['FooBotX', `${site}/x`, true],
      ['Foo', `${site}/x`, true],
    ],
  },
  {
    title: 'a group of one’s own wins over the one for everybody, wherever it stands',
    robots: 'user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n',
    says: [
      ['FooBot', `${site}/x/y`, false],
      ['BarBot', `${site}/x/y`, true],
    ],
  },
  {
    title: 'nobody’s group allows',
    robots: 'user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\nuser-agent: BazBot\ndisallow: /\n',
    says: [['QuxBot', `${site}/x/y`, true]],
  },
  {
    title: 'an own group without rules allows everything, whatever everybody may not',
    robots: 'user-agent: *\ndisallow: /\nuser-agent: FooBot\n',
    says: [
      ['FooBot', `${site}/x`, true],
      ['BarBot', `${site}/x`, false],
    ],
  },
  {
    title: 'paths have case',
    robots: 'user-agent: FooBot\ndisallow: /x/\n',
    says: [
      ['FooBot', `${site}/x/y`, false],
      ['FooBot', `${site}/X/y`, true],
    ],
  },
  ...(
    [
      ['disallow: /x/page.html\nallow: /x/\n', '/x/page.html', false],
      ['allow: /x/page.html\ndisallow: /x/\n', '/x/page.html', true],
      ['allow: /x/page.html\ndisallow: /x/\n', '/x/', false],
      ['disallow: \nallow: \n', '/x/page.html', true],
      ['disallow: /\nallow: /\n', '/x/page.html', true],
      ['disallow: /x\nallow: /x/\n', '/x', false],
      ['disallow: /x\nallow: /x/\n', '/x/', true],
      ['disallow: /x/page.html\nallow: /x/page.html\n', '/x/page.html', true],
      ['allow: /page\ndisallow: /*.html\n', '/page.html', false],
      ['allow: /page\ndisallow: /*.html\n', '/page', true],
      ['allow: /x/page.\ndisallow: /*.html\n', '/x/page.html', true],
      ['allow: /x/page.\ndisallow: /*.html\n', '/x/y.html', false],
    ] as const
  ).map(([rules, path, isAllowed]) => ({
    title: `the longest match wins, allow at equal length: ${JSON.stringify(rules)}`,
    robots: `user-agent: FooBot\n${rules}`,
    says: [['FooBot', `${site}${path}`, isAllowed]] as const,
  })),
  {
    title: 'a rule for everybody does not count against the longest match of one’s own',
    robots: 'User-agent: *\nDisallow: /x/page.html\nUser-agent: FooBot\nDisallow: /x/\n',
    says: [
      ['FooBot', `${site}/x/page`, false],
      ['FooBot', `${site}/x/page.html`, false],
    ],
  },
  {
    title: 'query strings belong to the path',
    robots: 'User-agent: FooBot\nDisallow: /\nAllow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par\n',
    says: [['FooBot', `${site}/foo/bar?qux=taz&baz=http://foo.bar?tar&par`, true]],
  },
  ...['/foo/bar/ツ', '/foo/bar/%E3%83%84', '/foo/bar/%e3%83%84'].map(pattern => ({
    title: `raw and encoded UTF-8 are the same (${pattern})`,
    robots: `User-agent: FooBot\nDisallow: /\nAllow: ${pattern}\n`,
    says: [
      ['FooBot', `${site}/foo/bar/%E3%83%84`, true],
      ['FooBot', `${site}/foo/bar/ツ`, true],
      ['FooBot', `${site}/foo/bar/`, false],
    ] as const,
  })),
  {
    // RFC 9309, 2.2.2 (Google's parser does otherwise).
    title: 'unreserved characters are the same, encoded or not',
    robots: 'User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/%62%61%7A\n',
    says: [
      ['FooBot', `${site}/foo/bar/baz`, true],
      ['FooBot', `${site}/foo/bar/%62%61%7A`, true],
    ],
  },
  {
    title: 'a star is any characters',
    robots: 'User-agent: FooBot\nDisallow: /foo/bar/quz\nAllow: /foo/*/qux\n',
    says: [
      ['FooBot', `${site}/foo/bar/quz`, false],
      ['FooBot', `${site}/foo/quz`, true],
      ['FooBot', `${site}/foo//quz`, true],
      ['FooBot', `${site}/foo/bax/quz`, true],
    ],
  },
  {
    title: 'a dollar is the end',
    robots: 'User-agent: FooBot\nDisallow: /foo/bar$\nAllow: /foo/bar/qux\n',
    says: [
      ['FooBot', `${site}/foo/bar`, false],
      ['FooBot', `${site}/foo/bar/qux`, true],
      ['FooBot', `${site}/foo/bar/`, true],
      ['FooBot', `${site}/foo/bar/baz`, true],
    ],
  },
  {
    title: 'a hash begins a comment',
    robots: 'User-agent: FooBot\n# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /\n',
    says: [
      ['FooBot', `${site}/foo/bar`, true],
      ['FooBot', `${site}/foo/quz`, false],
    ],
  },
  ...(
    [
      ['/fish', '/bar', false],
      ['/fish', '/fish', true],
      ['/fish', '/fish.html', true],
      ['/fish', '/fish/salmon.html', true],
      ['/fish', '/fishheads', true],
      ['/fish', '/fishheads/yummy.html', true],
      ['/fish', '/fish.html?id=anything', true],
      ['/fish', '/Fish.asp', false],
      ['/fish', '/catfish', false],
      ['/fish', '/?id=fish', false],
      ['/fish*', '/fish', true],
      ['/fish*', '/fish/salmon.html', true],
      ['/fish*', '/catfish', false],
      ['/fish/', '/fish', false],
      ['/fish/', '/fish/', true],
      ['/fish/', '/fish/salmon', true],
      ['/fish/', '/fish/?salmon', true],
      ['/fish/', '/fish?id=anything', false],
      ['/fish/', '/Fish/Salmon.asp', false],
      ['/*.php', '/filename.php', true],
      ['/*.php', '/folder/filename.php?parameters', true],
      ['/*.php', '//folder/any.php.file.html', true],
      ['/*.php', '/filename.php/', true],
      ['/*.php', '/index?f=filename.php/', true],
      ['/*.php', '/php/', false],
      ['/*.php', '/index?php', false],
      ['/*.php', '/windows.PHP', false],
      ['/*.php$', '/filename.php', true],
      ['/*.php$', '/folder/filename.php', true],
      ['/*.php$', '/filename.php?parameters', false],
      ['/*.php$', '/filename.php/', false],
      ['/*.php$', '/filename.php5', false],
      ['/*.php$', '/php/', false],
      ['/*.php$', '/filename?php', false],
      ['/*.php$', '/aaaphpaaa', false],
      ['/fish*.php', '/fish.php', true],
      ['/fish*.php', '/fishheads/catfish.php?parameters', true],
      ['/fish*.php', '/Fish.PHP', false],
    ] as const
  ).map(([pattern, path, isAllowed]) => ({
    title: `only ${pattern} is allowed: ${path}`,
    robots: `user-agent: FooBot\ndisallow: /\nallow: ${pattern}\n`,
    says: [['FooBot', `${site}${path}`, isAllowed]] as const,
  })),
  ...(
    [
      ['allow: /p\ndisallow: /\n', '/page', true],
      ['allow: /folder\ndisallow: /folder\n', '/folder/page', true],
      ['allow: /page\ndisallow: /*.htm\n', '/page.htm', false],
      ['allow: /$\ndisallow: /\n', '/', true],
      ['allow: /$\ndisallow: /\n', '/page.html', false],
    ] as const
  ).map(([rules, path, isAllowed]) => ({
    title: `order of precedence: ${JSON.stringify(rules)} ${path}`,
    robots: `user-agent: FooBot\n${rules}`,
    says: [['FooBot', `${site}${path}`, isAllowed]] as const,
  })),
  ...['\n', '\r\n', '\r', '\n\n\n', '\r\r\n'].map(end => ({
    title: `lines may end with ${JSON.stringify(end)}, the last one with nothing`,
    robots: ['User-Agent: foo', 'Allow: /some/path', 'User-Agent: bar', '', 'Disallow: /'].join(end),
    says: [
      ['foo', `${site}/x`, true],
      ['bar', `${site}/x`, false],
    ] as const,
  })),
  ...['\ufeff'].map(bom => ({
    title: 'a byte order mark is skipped',
    robots: `${bom}User-Agent: foo\nDisallow: /\n`,
    says: [['foo', `${site}/x`, false]] as const,
  })),
  {
    title: 'a sitemap is nobody’s rule',
    robots: 'User-Agent: foo\nAllow: /some/path\nUser-Agent: bar\n\nSitemap: http://foo.bar/sitemap.xml\n\n',
    says: [['bar', `${site}/x`, true]],
  },
  {
    title: 'spaces and tabs around everything',
    robots: ' \tUser-Agent \t:\t FooBot \nDisallow\t:   /x/ \t\n',
    says: [
      ['FooBot', `${site}/x/y`, false],
      ['FooBot', `${site}/y`, true],
    ],
  },
  {
    title: 'a literal star or dollar is written encoded (RFC 9309, 2.2.3)',
    robots: 'user-agent: FooBot\ndisallow: /a-%2A.html\ndisallow: /b-%24\ndisallow: /c$d\n',
    says: [
      ['FooBot', `${site}/a-*.html`, false],
      ['FooBot', `${site}/a-x.html`, true],
      ['FooBot', `${site}/b-$/x`, false],
      ['FooBot', `${site}/c$d`, false],
      ['FooBot', `${site}/c`, true],
    ],
  },
  {
    title: 'agents that share a group',
    robots: 'user-agent: a\nuser-agent: b\ndisallow: /x\nuser-agent: c\ndisallow: /y\n',
    says: [
      ['a', `${site}/x`, false],
      ['b', `${site}/x`, false],
      ['c', `${site}/x`, true],
      ['b', `${site}/y`, true],
    ],
  },
]
