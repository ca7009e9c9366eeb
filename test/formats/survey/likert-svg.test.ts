import { describe, expect, it } from 'vitest'
import { coloursOf } from '../../../formats/survey/likert-colours.ts'
import { likertSvg, type LikertSvgInput } from '../../../formats/survey/likert-svg.ts'
import { escapeXml } from '../../../formats/xml-text.ts'
import { SCALE, summaryOf } from '../small-study.ts'

const input: LikertSvgInput = {
  title: 'Answers to <"&\'>',
  scale: SCALE,
  items: [
    { label: 'Metadata <script>', summary: summaryOf([4, 4, 4, 1, 1, null]) },
    { label: 'Versioning', summary: summaryOf([2, 3]) },
    { label: 'Nobody', summary: summaryOf([null]) },
  ],
}
const svg = likertSvg(input, { language: 'en' })

/** Elements opened and not closed again, in order: none in well-formed XML. */
function unclosed(xml: string): readonly string[] {
  const open: string[] = []
  for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([a-z]+)((?:\s+[a-z-]+="[^"<]*")*\s*\/?)>/gi)) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!rest.endsWith('/')) open.push(name)
  }
  return open
}

describe('likertSvg', () => {
  it('is well-formed, whatever the labels are', () => {
    expect(unclosed(svg)).toEqual([])
    expect(svg).toContain('Metadata &lt;script&gt;')
    expect(svg.replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/)
  })

  it('is an image with a title and a description that holds every figure', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"/)
    const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? []
    expect(svg).toContain(`<title id="${title}">Answers to &lt;&quot;&amp;&#39;&gt;</title>`)
    expect(svg).toContain(`<desc id="${desc}">`)
    expect(svg).toContain(
      'Metadata &lt;script&gt;, n = 5: Not important 2 (40 %), Somewhat 0 (0 %), Important 0 (0 %), Very important ' +
        '3 (60 %).',
    )
  })

  it('says n for each row, and marks few answers', () => {
    expect([...svg.matchAll(/>(n = [^<]*)</g)].map(([, n]) => n)).toEqual(['n = 5', 'n = 2 †', 'n = 0'])
    expect(svg).toContain('† fewer than 5 answers.')
    expect(svg).toContain('>no answer<')
  })

  it('has a legend in the order of the scale', () => {
    const places = SCALE.map((label) => svg.indexOf(`>${label}<`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('has no script, no style sheet and nothing from outside the file', () => {
    expect(svg).not.toMatch(/<script|<style|href|url\(|@import|onload/i)
    expect(svg.match(/https?:/g)).toEqual(['http:'])
  })

  it('has a fixed width and ends with a line end', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960" height="\d+" viewBox="0 0 960 \d+"/)
    expect(svg.endsWith('</svg>\n')).toBe(true)
  })

  it('can be drawn of a survey without items', () => {
    expect(unclosed(likertSvg({ title: '', scale: [], items: [] }, { language: 'fr' }))).toEqual([])
  })

  it('gives the same bytes for the same input', () => {
    expect(likertSvg(structuredClone(input), { language: 'en' })).toBe(svg)
  })
})

describe('coloursOf', () => {
  it('gives every point its own colour, and grey to the middle of an odd scale', () => {
    for (const points of [2, 3, 4, 5, 7, 11]) {
      expect(new Set(coloursOf(points).map(({ fill }) => fill)).size).toBe(points)
    }
    expect(coloursOf(5)[2]?.fill).toBe('#d9d9d9')
  })

  it('puts text on each colour with a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)', () => {
    const luminance = (colour: string) => {
      const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      const [r = 0, g = 0, b = 0] = parts.map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    for (const { fill, text } of [2, 3, 4, 5, 6, 7, 9, 11].flatMap(coloursOf)) {
      const [light = 0, dark = 0] = [luminance(fill), luminance(text)].sort((a, b) => b - a)
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('escapeXml', () => {
  it('writes special characters as entities and what XML cannot hold as a replacement sign', () => {
    expect(escapeXml('<a b="c">\'&\0\uD800')).toBe('&lt;a b=&quot;c&quot;&gt;&#39;&amp;\uFFFD\uFFFD')
  })
})
