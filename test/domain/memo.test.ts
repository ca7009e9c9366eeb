import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asId } from '../../domain/ids.ts'
import { codeLink, memoLinks, memoName, moveLinks, passageLink, withoutLinks } from '../../domain/memo.ts'
import { spanOf, type Offset } from '../../domain/span.ts'

const CODE = asId<'code'>('01a1fe1d-7471-7670-b09a-8b419f00db09')
const TRANSCRIPT = asId<'transcript'>('01a1fe1d-7471-7670-b09a-8b419f00db10')

describe('the name of a memo', () => {
  it.each([
    ['Titled', 'body', 'Titled'],
    ['', '\n\n## A **bold** start\nmore', 'A bold start'],
    ['', '- first of a list', 'first of a list'],
    ['', 'Why *nobody* asked: snake_case, 2 * 3 * 4 and _so_', 'Why nobody asked: snake_case, 2 * 3 * 4 and so'],
    ['', '> quoted', 'quoted'],
    ['', `see ${codeLink('labels', CODE)}`, 'see labels'],
    ['', '', ''],
  ])('for the title "%s" and the body "%s" is "%s"', (title, body, name) => {
    expect(memoName({ title, body })).toBe(name)
  })

  it('is cut after eighty letters, never within one', () => {
    expect(memoName({ title: '', body: '😀'.repeat(90) })).toBe(`${'😀'.repeat(80)}…`)
  })
})

describe('links of a memo', () => {
  it('are found once each, whatever their labels hold', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => text.trim() !== ''),
        fc.nat(1000),
        fc.integer({ min: 1, max: 50 }),
        (label, start, length) => {
          const span = spanOf(start, start + length)
          if (span === null) throw new Error('no span')
          const links = [codeLink(label, CODE), passageLink(label, TRANSCRIPT, span), codeLink('again', CODE)]
          const found = memoLinks(`before ${links.join(' ')} after`)
          expect(found.codes).toEqual([CODE])
          expect(found.passages).toMatchObject([{ transcriptId: TRANSCRIPT, span }])
        },
      ),
    )
  })

  it('leave their labels when they are taken out, and other links as they are', () => {
    const body = `${codeLink('a [b] \\ c', CODE)} and [site](https://example.org)`
    expect(withoutLinks(body)).toBe('a [b] \\ c and [site](https://example.org)')
  })

  it('follow the words of one transcript and leave everything else of the body alone', () => {
    const OTHER = asId<'transcript'>('01a1fe1d-7471-7670-b09a-8b419f00db11')
    const at = (start: number) => ({ start: start as Offset, end: (start + 5) as Offset })
    const body = (start: number) =>
      `${codeLink('c', CODE)} ${passageLink('a ] b', TRANSCRIPT, at(start))} ${passageLink('o', OTHER, at(7))} $& 7-12`
    const moved = moveLinks(body(7), TRANSCRIPT, ({ start }) => at(start + 10))
    expect(moved).toBe(body(17))
  })

  it('with an address that is no span lead nowhere', () => {
    expect(memoLinks(`[x](passage:${TRANSCRIPT}:5-5) [y](code:nothing)`)).toEqual({ codes: [], passages: [] })
  })
})
