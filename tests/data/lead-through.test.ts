import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goBetweens } from '#data/url/go-betweens.ts'
import { anyHost } from '#data/url/go-betweens/go-between.ts'
import { leadThrough } from '#data/url/lead-through.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const lead = (text: string, from = 'https://citing.example/'): string => leadThrough(normalizeUrl(text)!, from)

describe('leadThrough(url, from)', () => {
  it.each([
    ['https://www.google.com/url?q=http%3A%2F%2Fa.example%2Fp%3Fx%3D1&sa=D&usg=AO', 'http://a.example/p?x=1'],
    ['https://www.google.fr/url?sa=t&url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['http://plus.url.google.com/url?q=http://a.example/', 'http://a.example/'],
    ['https://www.google.co.uk/amp/s/www.a.example/amp/x', 'https://www.a.example/amp/x'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3DI&h=AT3', 'https://a.example/x'],
    ['http://www.facebook.com/l.php?u=http%3A%2F%2Fa.example%2F', 'http://a.example/'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fa.example%2F&e=AT', 'https://a.example/'],
    ['https://www.youtube.com/redirect?event=video_description&q=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://www.youtube.com/redirect?q=a.example%2Fshop', 'https://a.example/shop'],
    ['https://vk.com/away.php?to=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://out.reddit.com/t3_1?url=https%3A%2F%2Fa.example%2F&token=x', 'https://a.example/'],
    ['https://t.umblr.com/redirect?z=http%3A%2F%2Fa.example%2F&t=x', 'http://a.example/'],
    ['https://slack-redir.net/link?url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://href.li/?https://a.example/x?y=1&z=2', 'https://a.example/x?y=1&z=2'],
    [
      'https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU=https%3a%2f%2fa.example%2fx/RK=2/RS=c-',
      'https://a.example/x',
    ],
    ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.example%2F&rut=1', 'https://a.example/'],
    ['https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9hLmV4YW1wbGUveA&ntb=1', 'https://a.example/x'],
    [
      'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=05%7C01&reserved=0',
      'https://a.example/',
    ],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x-3Fy-3D1&d=Dw&c=z', 'https://a.example/x?y=1'],
    ['https://urldefense.com/v3/__https://a.example/x__;!!abc!def$', 'https://a.example/x'],
    ['https://urldefense.com/v3/__https://a.example/*x/**Bb__;w6lhYmM!!abc$', 'https://a.example/%C3%A9x/abcb'],
    ['https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example%2f&c=E', 'https://a.example/'],
    ['https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x', 'https://www.a.example/x'],
    ['https://a-example.cdn.ampproject.org/v/a.example/x', 'http://a.example/x'],
    ['https://translate.google.com/translate?sl=fr&tl=en&u=http%3A%2F%2Fa.example%2F', 'http://a.example/'],
    ['https://www-le--monde-fr.translate.goog/x?p=1&_x_tr_sl=fr&_x_tr_tl=en', 'https://www.le-monde.fr/x?p=1'],
    ['https://web.archive.org/web/20120506010203/http://www.a.example/x?y=1', 'http://www.a.example/x?y=1'],
    ['https://web.archive.org/web/20120506id_/a.example/', 'http://a.example/'],
    ['http://web.archive.org/web/*/http://a.example', 'http://a.example/'],
    ['http://archive.org/web/2012/http:/a.example/x', 'http://a.example/x'],
    ['https://archive.ph/20200101000000/https://a.example/x', 'https://a.example/x'],
    ['https://webarchive.nationalarchives.gov.uk/ukgwa/20120101000000/http://a.example/', 'http://a.example/'],
    ['https://arquivo.pt/wayback/20120101000000/http://a.example/', 'http://a.example/'],
    ['http://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:a.example/x+words&hl=fr', 'http://a.example/x'],
    ['https://scholar.google.com/scholar_url?url=https%3A%2F%2Fa.example%2Fp.pdf&hl=fr', 'https://a.example/p.pdf'],
    ['https://lm.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT0', 'https://a.example/'],
    ['http://www.facebook.com/l/AbC-1_/www.a.example/x', 'http://www.a.example/x'],
    ['https://l.threads.net/?u=https%3A%2F%2Fa.example%2F&e=AT', 'https://a.example/'],
    ['https://www.tiktok.com/link/v2?aid=1988&scene=bio_url&target=a.example%2Fx', null],
    ['https://www.tiktok.com/link/v2?target=https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
    ['https://go.bsky.app/redirect?u=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://fed.brid.gy/r/https://a.example/p', 'https://a.example/p'],
    ['https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://steamcommunity.com/linkfilter/?url=http://a.example/', 'http://a.example/'],
    ['https://steamcommunity.com/linkfilter/http://www.a.example', 'http://www.a.example/'],
    ['https://m.ok.ru/dk?st.cmd=outLinkWarning&st.rfn=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://www.livejournal.com/away?to=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['http://www.skyrock.com/r?url=http%3A%2F%2Fa.example%2F', 'http://a.example/'],
    ['https://medium.com/r/?url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://www.researchgate.net/deref/http%3A%2F%2Fa.example%2Fx', 'http://a.example/x'],
    ['https://c212.net/c/link/?t=0&l=fr&o=1&h=2&u=https%3A%2F%2Fa.example%2F&a=x', 'https://a.example/'],
    ['https://yandex.ru/clck/jsredir?from=x&text=&url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['http://anon.to/?http://a.example/x', 'http://a.example/x'],
    ['https://dereferer.me/?https%3A//a.example', 'https://a.example/'],
    [
      'https://disq.us/url?url=https%3A%2F%2Fa.example%2Fp%3Fx%3D1%3APxLSP7AjU7-LLKjz3b1k2lZO5fc&cuid=5',
      'https://a.example/p?x=1',
    ],
    ['http://disq.us/?url=http%3A%2F%2Fa.example%3A8080%2F', 'http://a.example:8080/'],
    [
      'https://apc01.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Fa.example%2F',
      'https://a.example/',
    ],
    ['https://urldefense.us/v3/__https:/a.example/?q=a*26b__;JQ!!x$', 'https://a.example/?q=a%26b'],
    ['https://urldefense.com/v3/__https://a.example/x%20y__;!!x$', 'https://a.example/x%20y'],
    ['https://0-bcher--kva-example.translate.goog/x?_x_tr_enc=0&_x_tr_sl=de', 'https://xn--bcher-kva.example/x'],
    ['https://1-en--gb-a-example.translate.goog/?_x_tr_enc=1&_x_tr_sch=http', 'http://en-gb.a.example/'],
    ['https://b-example.translate.goog/?_x_tr_hp=www-long-&q=%E9+a', 'https://www.long.b.example/?q=%E9+a'],
    [
      'https://a--b-example.cdn.ampproject.org/v/s/a-b.example/x?amp=1&amp_js_v=0.1',
      'https://a-b.example/x?amp=1&amp_js_v=0.1',
    ],
    ['https://cdn.ampproject.org/c/a.example/x', 'http://a.example/x'],
    ['https://web.archive.org/web/2012id_/https://a.example/x', 'https://a.example/x'],
    ['https://web.archive.org/web/20120506010203if_/http://a.example/', 'http://a.example/'],
    ['https://web.archive.org/web/https://a.example/', 'https://a.example/'],
    ['https://web.archive.org/save/https://a.example/', 'https://a.example/'],
    ['https://archive.today/newest/http://a.example/', 'http://a.example/'],
    [
      'https://www.google.com/imgres?imgurl=http://b.example/i.jpg&imgrefurl=http%3A%2F%2Fa.example%2Fx',
      'http://a.example/x',
    ],
    ['https://t.me/iv?url=https%3A%2F%2Fa.example%2Fx&rhash=1', 'https://a.example/x'],
    ['https://googleweblight.com/i?u=http%3A%2F%2Fa.example%2F', 'http://a.example/'],
    ['https://googleweblight.com/?lite_url=http%3A%2F%2Fa.example%2F&ei=x', 'http://a.example/'],
    ['https://via.hypothes.is/https://a.example/x?y=1', 'https://a.example/x?y=1'],
    ['https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    [
      'https://deref-mail.com/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.example%252F',
      'https://a.example/',
    ],
    ['https://urlsand.esvalabs.com/?u=https%3A%2F%2Fa.example%2F&e=1', 'https://a.example/'],
    [
      'https://paper.dropbox.com/ep/redirect/external-link?url=https%3A%2F%2Fa.example%2Fx&hmac=jQikoi7RyDCK',
      'https://a.example/x',
    ],
    [
      'https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2fa.example%2fp&umid=2f30&auth=53c7',
      'https://a.example/p',
    ],
    [
      `https://us-west-2.protection.sophos.com/?d=a.example&u=${Buffer.from('https://a.example/w?v=1_é').toString('base64url')}==&i=NjQ0&t=eWI5&h=9ba4`,
      'https://a.example/w?v=1_%C3%A9',
    ],
    ['https://protect2.fireeye.com/url?k=d37bc159-8f3bf467&u=https://a.example/brEON', 'https://a.example/brEON'],
    ['https://protect2.fireeye.com/v1/url?k=c5d0&q=1&e=489b&u=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://url.avanan.click/v2/___https:/a.example/abs/1___.YXAzOnNhcmFn', 'https://a.example/abs/1'],
    ['https://url.avanan.click/v2/r01/___https://a.example/x?id=1___.YXAz', 'https://a.example/x?id=1'],
    [
      'https://nam.safelink.emails.azure.net/redirect/?destination=https%3A%2F%2Fa.example%2F&p=bT02',
      'https://a.example/',
    ],
    [
      'https://mail.ville.example/owa/redir.aspx?C=YFr5.&URL=http%3a%2f%2fa.example%2f%3fx%3d1',
      'http://a.example/?x=1',
    ],
    ['https://emea.mail.example/OWA/redir.aspx?C=2aab&URL=http%3a%2f%2fwww.a.example', 'http://www.a.example/'],
    ['https://click.pstmrk.it/3s/a.example%2Farticle/abc123/def456', 'https://a.example/article'],
    [
      `https://news.google.com/rss/articles/${Buffer.from('\b\x13"\x13https://a.example/x\xd2\x01\0', 'latin1').toString('base64url')}?oc=5`,
      'https://a.example/x',
    ],
    [
      `https://news.google.com/articles/${Buffer.concat([Buffer.from([8, 0x13, 0x22, 0x92, 1]), Buffer.from(`https://a.example/${'x'.repeat(128)}`)]).toString('base64url')}`,
      `https://a.example/${'x'.repeat(128)}`,
    ],
    [
      'http://rss.feedsportal.com/c/33858/f/609641/s/4913512d/sc/21/l/0L0Sa0Bexample0Cadfreak0C50Ebrilliantly0E167325/story01.htm',
      'http://www.a.example/adfreak/5-brilliantly-167325',
    ],
    ['https://study.page.link/?link=https%3A%2F%2Fa.example%2F&apn=com.example', 'https://a.example/'],
    ['http://www.ecosia.org/url?url=http%3A%2F%2Fa.example%2Fx.html&v=2', 'http://a.example/x.html'],
    ['https://hashnode.com/util/redirect?url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://gitee.com/link?target=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://links.jianshu.com/go?to=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    [
      `https://link.segmentfault.com/?enc=${Buffer.from('https://a.example/1').toString('base64')}`,
      'https://a.example/1',
    ],
    ['https://a-example.turbopages.org/a.example/s/news/2020/x?y=1', 'https://a.example/news/2020/x?y=1'],
    ['https://a-example.turbopages.org/turbo/a.example/s/p/6713/', 'https://a.example/p/6713/'],
    ['https://translated.turbopages.org/proxy_u/en-ru.ru.57-63/https/a.example/q/1', 'https://a.example/q/1'],
    ['https://yandex.ru/turbo/a.example/s/catalog/x', 'https://a.example/catalog/x'],
    ['https://yandex.ru/turbo?text=https%3A%2F%2Fa.example%2F2015%2F', 'https://a.example/2015/'],
    ['https://shop.sjv.io/c/1/2/3?u=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://www.anrdoezrs.net/click-1-2?url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    // The bytes of another charset than UTF-8 arrive as they were.
    ['http://www.google.com/url?q=http://a.example/%3Fq%3Dcaf%E9', 'http://a.example/?q=caf%E9'],
    ['http://www.google.com/url?q=http%3A%2F%2Fa.example%2F%3Fq%3Dcaf%25E9', 'http://a.example/?q=caf%E9'],
    ['https://l.facebook.com/l.php?u=http%3A%2F%2Fcaf%C3%A9.example%2F', 'http://xn--caf-dma.example/'],
    [
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://www.google.com/url?q=https%3A%2F%2Fa.example%2F')}`,
      'https://a.example/',
    ],
  ])('%s leads to %s', (url, target) => {
    expect(lead(url)).toBe(target ?? normalizeUrl(url))
  })

  it.each([
    'https://www.google.com/search?q=http://a.example/',
    'https://www.google.com/maps?q=a.example',
    'https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Fa.example%2F',
    'https://twitter.com/intent/tweet?url=http%3A%2F%2Fa.example%2F',
    'https://www.youtube.com/watch?v=x&q=http://a.example/',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=/search',
    'https://l.facebook.com/l.php?h=AT0',
    'https://web.archive.org/details/x',
    'https://archive.org/details/http-a.example',
    'https://archive.ph/AbCd1',
    'https://protect-eu.mimecast.com/s/aB12CdEf34?domain=a.example',
    'https://url.uk.m.mimecastprotect.com/s/aB12CdEf34?domain=a.example',
    'https://feedproxy.google.com/~r/name/~3/AbCd/',
    'https://www.linkedin.com/slink?code=abc123',
    'https://medium.com/@x/r-1?url=https%3A%2F%2Fa.example%2F',
    'https://yandex.ru/clck/jsredir?from=x&text=&etext=2202.PILX',
    'https://urldefense.com/v3/__',
    'https://news.google.com/rss/articles/CBMiZEFVX3lxTFBrNDdzUWM2cU9BdkFRZ2oyTVEtMlI3TDZZ?oc=5',
    'https://news.google.com/read/CBMi',
    'https://www.baidu.com/link?url=XoCDMqDNj3qGsHTVQ7Y1kMZ9l',
    'https://us-east-2.protection.sophos.com/?d=rb.gy&b=9902&i=NjE2',
    'https://eu-west-1.protection.sophos.com/report?u=aHR0cHM6Ly9hLmV4YW1wbGUv',
    'https://shared.outlook.inky.com/link?domain=a.example&t=h.eJxV',
    'https://webmail.a.example/owa/redir.aspx?C=Titie&URL=mailto%3atom%40a.example',
    'https://a.example/login/redir.aspx?URL=http%3a%2f%2fb.example%2f',
    'https://yandex.ru/turbo?text=any_text',
    'https://out.feedsportal.com/c/x/abcdefghijklmnopqrstuvwx/story01.htm',
    'https://t.me/share/url?url=https%3A%2F%2Fa.example%2F',
    'https://t.co/AbCd1234',
    'https://a.example/url?q=http://b.example/',
    'https://notgoogle.com/url?q=http://b.example/',
  ])('%s is no go-between’s, or says nothing', url => {
    expect(lead(url)).toBe(normalizeUrl(url))
  })

  it('leaves the links between pages of a copy, whose reader stays there', () => {
    const page = 'https://web.archive.org/web/2012/http://a.example/'
    const next = 'https://web.archive.org/web/2012/http://a.example/next'
    expect(lead(next, page)).toBe(next)
    expect(lead(next)).toBe('http://a.example/next')
  })

  it('gives an address in normal form, the same when asked again, whatever stands in the way', () => {
    const hosts = [...new Set(goBetweens.flatMap(({ domains }) => domains))].filter(host => host !== anyHost)
    const path = constantFrom('/url?q=', '/l.php?u=', '/web/2012/', '/v3/__', '/v2/url?u=', '/?', '/c/s/', '/ck/a?u=a1')
    assert(
      property(constantFrom(...hosts), path, string({ unit: 'binary' }), (host, way, text) => {
        const url = normalizeUrl(`https://${host}${way}${encodeURI(text.toWellFormed())}`)!
        const target = leadThrough(url, 'https://citing.example/')
        expect(normalizeUrl(target)).toBe(target)
      }),
      { numRuns: 300, seed: 11 },
    )
  })

  it('has a source and one way to read for each row', () => {
    for (const { source, parameters, within, read } of goBetweens) {
      expect(source).not.toBe('')
      expect([parameters, within, read].filter(way => way !== undefined)).toHaveLength(1)
    }
  })
})
