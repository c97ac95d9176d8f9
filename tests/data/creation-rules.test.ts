import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { creationRules } from '#data/entity/creation-rules.ts'
import { entityIdOfLru } from '#data/entity/entity-id.ts'
import { discoveredPrefix, foldLru } from '#data/entity/web-entity.ts'
import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { words } from '#data/words.ts'

const url = (raw: string): Url => normalizeUrl(raw)!
const discoveredId = (raw: string): string => discoveredPrefix(url(`https://${raw}`), () => false).id

/** First the entity, then addresses that are all its own. */
const cases = `
  tnova.fr              tnova.fr www.tnova.fr/notes/x blog.tnova.fr:8080/a tnova.fr/?p=1
  agence.example        www.agence.example/x a.b.agence.example
  x.github.io           x.github.io/projet a.x.github.io
  github.io             github.io/about
  gov.uk                www.gov.uk/guidance
  8.8.8.8               8.8.8.8/a
  8.8.8.8:8080          8.8.8.8:8080/a
  twitter.com/spintank  twitter.com/Spintank x.com/spintank/status/12?s=20 mobile.twitter.com/SPINTANK fr.twitter.com/spintank/ www.x.com/@spintank
  twitter.com           twitter.com x.com twitter.com/share?url=a twitter.com/intent/tweet twitter.com/hashtag/data twitter.com/i/web/status/1 twitter.com/search?q=a help.twitter.com/fr twitter.com/robots.txt
  facebook.com/terranova        www.facebook.com/TerraNova m.facebook.com/terranova/posts/1 fr-fr.facebook.com/terranova?fref=ts facebook.com/pg/TerraNova/about fb.com/terranova
  facebook.com/profile.php?id=100012  facebook.com/profile.php?id=100012 m.facebook.com/Profile.php?ref=a&id=100012 facebook.com/profile.php?id=100012&sk=about
  facebook.com/pages/terra-nova/123   facebook.com/pages/Terra-Nova/123?sk=wall
  facebook.com/pages/category/party/en-marche-12  facebook.com/pages/category/Party/En-Marche-12/
  facebook.com/group.php?gid=12       facebook.com/group.php?gid=12&v=wall
  facebook.com/groups/civictech       facebook.com/groups/CivicTech/permalink/1
  facebook.com/people/jean/1000       facebook.com/people/Jean/1000
  facebook.com          www.facebook.com facebook.com/sharer.php?u=x facebook.com/sharer/sharer.php?u=x facebook.com/dialog/feed facebook.com/plugins/like.php developers.facebook.com/docs facebook.com/tr?id=1 facebook.com/profile.php
  linkedin.com/in/jean-dupont   fr.linkedin.com/in/Jean-Dupont www.linkedin.com/in/jean-dupont/fr linkedin.com/in/jean-dupont?trk=x
  linkedin.com/company/spintank linkedin.com/company/Spintank/about
  linkedin.com/school/sciences-po linkedin.com/school/sciences-po/people
  linkedin.com          linkedin.com/shareArticle?mini=true linkedin.com/cws/share linkedin.com/in business.linkedin.com/x
  instagram.com/spintank  instagram.com/Spintank/ instagram.com/stories/spintank/1
  instagram.com         instagram.com/p/Bxyz instagram.com/explore/tags/x
  threads.net/@spintank threads.net/@Spintank www.threads.com/@spintank/post/1
  bsky.app/profile/spintank.fr  bsky.app/profile/spintank.fr/post/3k
  tiktok.com/@spintank  tiktok.com/@spintank/video/1
  mastodon.social/@jean mastodon.social/@Jean/1 mastodon.social/users/jean mastodon.social/web/@jean
  mamot.fr/@lqdn        mamot.fr/@LQDN
  mamot.fr              mamot.fr mamot.fr/about
  t.me/spintank         t.me/spintank/3 t.me/s/spintank telegram.me/Spintank
  reddit.com/r/france   old.reddit.com/r/france/comments/1 fr.reddit.com/r/France
  youtube.com/@spintank youtube.com/@Spintank/videos m.youtube.com/@spintank
  youtube.com/channel/UCabcDEF  youtube.com/channel/UCabcDEF/videos
  youtube.com/c/spintank  youtube.com/c/Spintank
  youtube.com/user/spintank  fr.youtube.com/user/Spintank
  youtube.com           youtube.com/watch?v=aBc youtu.be/aBc www.youtube-nocookie.com/embed/aBc youtube.com/playlist?list=1
  vimeo.com/spintank    vimeo.com/Spintank/videos
  vimeo.com             vimeo.com/1234567 player.vimeo.com/video/12
  dailymotion.com/spintank  dailymotion.com/Spintank dailymotion.com/user/spintank/1
  dailymotion.com       dailymotion.com/video/x1 dailymotion.com/embed/video/x1
  slideshare.net/spintank  fr.slideshare.net/Spintank/deck
  flickr.com/photos/spintank  flickr.com/photos/spintank/1234
  medium.com/@jean      medium.com/@Jean/post-12
  medium.com/spintank   medium.com/spintank/post-12
  jean.medium.com       jean.medium.com/post-12
  medium.com            medium.com medium.com/m/signin help.medium.com/x medium.com/tag/data
  substack.com/@jean    substack.com/@jean/note/1
  jean.substack.com     jean.substack.com/p/x open.substack.com/pub/jean/p/x open.substack.com/pub/Jean
  substack.com          substack.com/home open.substack.com/x
  jean.tumblr.com       jean.tumblr.com/post/1 www.tumblr.com/jean/1 tumblr.com/blog/view/Jean/1 tumblr.com/blog/jean
  tumblr.com            tumblr.com/dashboard 66.media.tumblr.com/x tumblr.com/share/link?url=x tumblr.com/a%20b tumblr.com/www
  polit.hypotheses.org  polit.hypotheses.org/12
  hypotheses.org        hypotheses.org/a fr.hypotheses.org/b
  jean.over-blog.com    jean.over-blog.com/article-1.html
  jean.over-blog.fr     www.jean.over-blog.fr
  jean.canalblog.com    jean.canalblog.com/archives
  jean.hautetfort.com   jean.hautetfort.com/archive
  jean.typepad.fr       jean.typepad.fr/blog/2007
  jean.free.fr          jean.free.fr/spip
  free.fr               www.free.fr/x portail.free.fr
  perso.free.fr/~Jean   perso.free.fr/~Jean/a
  jean.perso.free.fr    jean.perso.free.fr/a
  perso.wanadoo.fr/Jean perso.wanadoo.fr/Jean/index.html
  jean.blogspot.com     jean.blogspot.com/2012 jean.blogspot.fr/2012 www.jean.blogspot.co.uk jean.blogspot.com.br
  jean.wordpress.com    jean.wordpress.com/2012 jean.files.wordpress.com/2012/a.jpg www.jean.wordpress.com
  wordpress.com        en.wordpress.com/tag/x wordpress.com/about
  jean.wixsite.com      jean.wixsite.com
  jean.wixsite.com/site jean.wixsite.com/Site/blog
  campagne2014.nationbuilder.com  campagne2014.nationbuilder.com/donate
  nationbuilder.com     nationbuilder.com/pricing support.nationbuilder.com/x
  lemonde.fr/blog/data  www.lemonde.fr/blog/data/2019
  data.blog.lemonde.fr  data.blog.lemonde.fr/2012
  lemonde.fr            www.lemonde.fr/politique lemonde.fr/blog
  blogs.mediapart.fr/jean  blogs.mediapart.fr/jean/blog/010112/x blogs.mediapart.fr/blog/Jean/010112
  blogs.mediapart.fr/edition/data  blogs.mediapart.fr/edition/data/article/1
  mediapart.fr          www.mediapart.fr/journal blogs.mediapart.fr
  jean.blogs.nouvelobs.com  jean.blogs.nouvelobs.com/archive
  data.blogs.liberation.fr  data.blogs.liberation.fr/blog/2012
  forbes.com/sites/jean forbes.com/sites/jean/2012/x
  github.com/datactivist github.com/Datactivist/repo/issues github.com/datactivist?tab=repositories
  github.com            github.com/features github.com/login
  gitlab.com/datactivist gitlab.com/datactivist/x/-/issues
  jean.deviantart.com   jean.deviantart.com/art/1 www.deviantart.com/Jean
  lofgren.house.gov     lofgren.house.gov/news www.lofgren.house.gov
  bits.blogs.nytimes.com  bits.blogs.nytimes.com/2012
  sites.google.com/site/monSite   sites.google.com/site/monSite/a
  sites.google.com/a/ecole.fr/x   sites.google.com/a/ecole.fr/x/b
  sites.google.com/view/x         sites.google.com/view/x/accueil
  google.com            www.google.com/search?q=a docs.google.com/d/1 sites.google.com
  data.gouv.fr/organizations/insee  www.data.gouv.fr/fr/organizations/insee data.gouv.fr/organizations/INSEE
  scoop.it/topic/data   www.scoop.it/t/data scoop.it/topic/Data/p/1
  scoop.it/u/jean       scoop.it/u/jean/x
  journals.openedition.org/rfs  journals.openedition.org/RFS/123
`
  .trim()
  .split('\n')
  .map(line => words(line))

describe('creation rules', () => {
  it.each(cases.flatMap(([id = '', ...found]) => found.map(raw => [raw, id] as const)))('%s is of %s', (raw, id) =>
    expect(discoveredId(raw)).toBe(id),
  )

  it('keep a domain in one rule only', () => {
    const domains = creationRules.flatMap(rule => [...rule.domains, ...(rule.folds ?? [])])
    expect(new Set(domains).size).toBe(domains.length)
  })

  it('give every address, however odd, a prefix that owns it and that folds to itself', () => {
    const domains = creationRules.flatMap(rule => [...rule.domains.slice(0, 3), ...(rule.folds ?? []).slice(0, 3)])
    const labels = fc.constantFrom('', 'www.', 'm.', 'fr.', 'jean.', 'a.jean.', 'www.jean.', 'a.www.', 'media.', '1.')
    const rulePaths = creationRules.flatMap(rule => (rule.paths ?? []).flat()).filter(path => path.startsWith('/'))
    const name = fc.constantFrom(
      'Jean',
      'www',
      '%c3%89',
      '@',
      '..',
      'a b',
      'x.php',
      '$&',
      "$'",
      '@Jean',
      '-',
      '1',
      '*',
      'é|',
    )
    const path = fc
      .tuple(
        fc.constantFrom('/', '/*', '//*', ...rulePaths),
        name,
        fc.constantFrom('', '/', '/s/@x', '?id=2&b', '/?a', ':1'),
      )
      .map(([pattern, text, tail]) => pattern.replaceAll('*', () => text) + tail)
    const port = fc.constantFrom('', '', ':8080')
    fc.assert(
      fc.property(
        labels,
        fc.constantFrom('spintank.fr', 'gov.uk', 'github.io', ...domains),
        port,
        path,
        (label, domain, port, path) => {
          const found = normalizeUrl(`https://${label}${domain}${port}${path}`)
          if (found === null) return
          const { lru, id, homepage } = discoveredPrefix(found, () => false)
          const table = buildPrefixTable([{ lru, entity: id }])
          expect(table.find(found)).toBe(id)
          expect(table.find(homepage)).toBe(id)
          expect(entityIdOfLru(lru)).toBe(id)
          expect(foldLru(lru)).toBe(lru)
          expect(discoveredPrefix(homepage, () => false).id).toBe(id)
        },
      ),
      { numRuns: 4000 },
    )
  })
})
