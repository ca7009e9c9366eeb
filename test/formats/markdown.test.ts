import { describe, expect, it } from 'vitest'
import { blockQuote, bullets, heading, inline, joinBlocks, labelled, paragraph, table } from '../../formats/markdown.ts'

describe('paragraph', () => {
  it.each([
    ['# not a heading', String.raw`\# not a heading`],
    ['- not a list', String.raw`\- not a list`],
    ['1. not a list', String.raw`1\. not a list`],
    ['> not a quote', String.raw`\> not a quote`],
    ['=== not an underline', String.raw`\=== not an underline`],
    [':- not a table', String.raw`\:- not a table`],
    ['*bold* ~gone~', String.raw`\*bold\* \~gone\~`],
    ['`code`', '\\`code\\`'],
    ['[a](b)', String.raw`\[a\](b)`],
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['&amp; & &#35;', String.raw`\&amp; & &\#35;`],
    ['a | b', String.raw`a \| b`],
    ['_x_ data_missing', String.raw`\_x\_ data_missing`],
    ['back\\slash', String.raw`back\\slash`],
    ['$x$', String.raw`\$x\$`],
    ['one\n- two', 'one\n\\- two'],
  ])('keeps %j as words', (words, expected) => {
    expect(paragraph(words)).toBe(expected)
  })
})

describe('inline', () => {
  it('makes one line of several', () => {
    expect(inline('one\r\n\r\n\ttwo\u2028three  ')).toBe('one two three')
  })

  it('keeps no-break spaces, and signs that mean nothing within a line', () => {
    expect(inline('87\u00a0%')).toBe('87\u00a0%')
    expect(inline('-0.12')).toBe('-0.12')
  })
})

describe('table', () => {
  it('keeps pipes and line ends inside their cell', () => {
    expect(table([{ title: 'a|b' }, { title: 'n', align: 'right' }], [['x | y\nz', '1'], ['short']])).toBe(
      ['| a\\|b | n |', '| --- | ---: |', '| x \\| y z | 1 |', '| short |  |'].join('\n'),
    )
  })
})

describe('blockQuote', () => {
  it('marks every line, the empty ones too', () => {
    expect(blockQuote('# one\n\n> two\n```')).toBe('> \\# one\n>\n> \\> two\n> \\`\\`\\`')
  })
})

describe('the other blocks', () => {
  it('escape what they are given', () => {
    expect(heading(2, '# a\n# b')).toBe(String.raw`## \# a \# b`)
    expect(labelled('Why:', 'a *b*')).toBe(String.raw`**Why:** a \*b\*`)
    expect(bullets(['a', '- b'])).toBe('- a\n- \\- b')
  })

  it('stand a blank line apart, empty ones left out, with a line end last', () => {
    expect(joinBlocks(['a', '', 'b'])).toBe('a\n\nb\n')
  })
})
