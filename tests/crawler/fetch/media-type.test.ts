import { describe, expect, it } from 'vitest'
import { kindOfDocument, looksLikeHtml, readMediaType } from '#crawler/fetch/media-type.ts'

describe('readMediaType(header)', () => {
  it.each([
    ['text/html', 'text/html', null],
    ['TEXT/HTML; Charset=ISO-8859-1', 'text/html', 'ISO-8859-1'],
    ['text/html;charset="utf-8"', 'text/html', 'utf-8'],
    ["text/html; charset='utf-8'", 'text/html', 'utf-8'],
    ['text/html;;; charset = utf-8 ;', 'text/html', 'utf-8'],
    ['text/html; version=1; charset=utf-8', 'text/html', 'utf-8'],
    ['text/plain, text/html; charset=utf-8', 'text/html', 'utf-8'],
    ['text/html; charset=utf-8, text/html', 'text/html', 'utf-8'],
    ['text/html; charset=utf-8, text/plain', 'text/plain', null],
    ['text/html, */*', 'text/html', null],
  ])('reads %j', (header, essence, charset) => {
    expect(readMediaType(header)).toEqual({ essence, charset })
  })

  it.each([undefined, '', 'html', '/', 'text/', 'charset=utf-8', '*/*'])('finds no type in %j', header => {
    expect(readMediaType(header)).toBeNull()
  })
})

describe('kindOfDocument(essence)', () => {
  it.each([
    ['text/html', 'html'],
    ['application/xhtml+xml', 'html'],
    ['', 'unknown'],
    ['unknown/unknown', 'unknown'],
    ['text/plain', 'other'],
    ['application/xml', 'xml'],
    ['application/rss+xml', 'other'],
  ])('takes %j as %s', (essence, kind) => {
    expect(kindOfDocument(essence)).toBe(kind)
  })
})

describe('looksLikeHtml(body)', () => {
  it.each([
    '<!DOCTYPE html>',
    '\n\t <html lang=fr>',
    '<!-- x -->',
    '<?xml version="1.0"?><html>',
    '\ufeff<p>x',
    '<a href=x>',
  ])('sees HTML in %j', text => {
    expect(looksLikeHtml(Buffer.from(text))).toBe(true)
  })
  it.each(['', 'text', '<rss/>', '%PDF', '<pre-x>', '{"a":1}', '<?xml version="1.0"?><rss>', '<html'])(
    'sees none in %j',
    text => {
      expect(looksLikeHtml(Buffer.from(text))).toBe(false)
    },
  )
})
