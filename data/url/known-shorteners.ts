import { words } from '../words.ts'

/**
 * Hosts whose addresses stand for others: general shorteners, those of networks and mailing tools, and those that press and
 * campaigns use for their own. Asked for by `--resolve known`; without www.
 */
export const knownShorteners: readonly string[] = [
  ...words('bit.ly j.mp bitly.com t.co goo.gl ow.ly tinyurl.com is.gd v.gd buff.ly dlvr.it ift.tt tiny.cc t.ly rb.gy'),
  ...words(
    'cutt.ly shorturl.at bit.do s.id short.io rebrand.ly bl.ink lc.cx urlz.fr urls.fr minu.me miniurl.com huit.re',
  ),
  ...words(
    'frama.link xfru.it vu.fr 1url.com adf.ly tr.im cli.gs su.pr snipurl.com snurl.com budurl.com ping.fm post.ly',
  ),
  ...words(
    'fb.me m.me lnkd.in youtu.be redd.it flic.kr pin.it wp.me tmblr.co ht.ly hubs.ly hubs.la mailchi.mp eepurl.com',
  ),
  ...words(
    'dai.ly amzn.to a.co apple.co spoti.fi gu.com nyti.ms wapo.st bbc.in cnn.it huff.to politi.co wrd.cm slate.me',
  ),
  ...words(
    'lemde.fr lefig.ro lib.tl l.leparisien.fr ebx.sh bfmtv.fr nouvobs.com po.st trib.al econ.st on.ft.com reut.rs',
  ),
  ...words('nbcnews.to abcn.ws cbsn.ws pewrsr.ch brook.gs ampr.gs mzl.la doi.org dx.doi.org hdl.handle.net purl.org'),
  ...words('feedproxy.google.com feeds.feedburner.com feedburner.com rss.feedsportal.com bctp.io actn.et act.gd'),
]
