import { describe, expect, test } from 'vitest'
import { parseXml } from '../../src/billing/xml.ts'

const parse = (text: string) => () => parseXml(text, 'f.xml')

describe('XML is refused', () => {
  test('with a document type, before anything is read', () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
<a>&lol2;</a>`
    expect(parse(bomb)).toThrow('f.xml:2:1: <!DOCTYPE is not allowed')
  })

  test('with an external entity', () => {
    const leak = '<!doctype a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    expect(parse(leak)).toThrow('f.xml:1:1: <!doctype is not allowed')
  })

  test('with an entity nobody declared', () => {
    expect(parse('<a>\n  <b>&eacute;</b></a>')).toThrow('f.xml:2:3: "&eacute;" is not an entity')
    expect(parse('<a>&#0;</a>')).toThrow('"&#0;" is not an entity')
    expect(parse('<a b="&nope;"/>')).toThrow('"&nope;" is not an entity')
  })

  test('when it is not well formed, with line and column', () => {
    expect(parse('<a>\n  <b>\n</a>')).toThrow(/^f\.xml:3:\d+: not well-formed XML: .*'b'/)
    expect(parse('<a>')).toThrow('not well-formed')
    expect(parse('<a/><b/>')).toThrow('f.xml: 2 root elements, expected one')
  })

  test('when it is nested too deep or too long', () => {
    expect(parse('<a>'.repeat(60) + '</a>'.repeat(60))).toThrow('f.xml: not XML we can read')
    expect(parse(`<a>${' '.repeat(4_000_001)}</a>`)).toThrow('at most 4000000 are read')
  })

  test('with a prefix that is not declared', () => {
    expect(parse('<a><x:b/></a>')).toThrow('f.xml:1:4: the prefix "x" is not declared')
  })

  test('with names that would reach into objects', () => {
    expect(parse('<a><__proto__>1</__proto__></a>')).toThrow('f.xml: not XML we can read')
  })
})

describe('XML is read', () => {
  test('by namespace, whatever the prefixes', () => {
    const root = parseXml('<p:a xmlns:p="u"><b xmlns="v" c="1"/><p:b xmlns:p="w"/></p:a>', 'f')
    expect([root.name, root.space]).toEqual(['a', 'u'])
    expect(root.children.map(({ name, space }) => [name, space])).toEqual([
      ['b', 'v'],
      ['b', 'w'],
    ])
    expect(root.children[0]?.attributes).toEqual({ c: '1' })
  })

  test('with its own entities, character references, comments and CDATA', () => {
    const root = parseXml('<a>R&amp;D &#233;&#xE9;<!-- no --> <![CDATA[<x>&amp;]]></a>', 'f')
    expect(root.text).toBe('R&D éé <x>&amp;')
  })

  test('with the place of each element, whatever ends the lines', () => {
    const root = parseXml('<a>\r\n  <b/>\r\n  <c/>\r\n</a>', 'f')
    expect(root.children.map(({ at }) => at)).toEqual(['f:2:3', 'f:3:3'])
  })
})
