import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromJson, linesOf, toJson } from '../../app/contract/wire.ts'

async function* chunksOf(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

describe('the JSON of the wire', () => {
  it('carries any plain data and any bytes, whatever their keys are called', () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 40 }),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$', '__proto__')), tie('value'), {
          noNullPrototype: true,
        }),
      ),
    })).value
    fc.assert(
      fc.property(plain, (value) => {
        expect(fromJson(toJson(value))).toEqual(value)
      }),
    )
  })

  it('keeps an ordinary object apart from the bytes it looks like', () => {
    expect(fromJson(toJson({ $bytes: 'AAEC' }))).toEqual({ $bytes: 'AAEC' })
    expect(fromJson(toJson(Uint8Array.of(0, 1, 2)))).toEqual(Uint8Array.of(0, 1, 2))
  })

  it('writes bytes as the base64 of RFC 4648, across its own chunks too', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => (index * 31) % 256)
    expect(toJson(bytes)).toBe(JSON.stringify({ $bytes: Buffer.from(bytes).toString('base64') }))
  })

  it('leaves the prototype of what it reads alone', () => {
    const read = fromJson('{"__proto__": {"admitted": true}}') as object
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect('admitted' in read).toBe(false)
  })

  it('refuses what is not JSON, and bytes that are not base64, as a syntax error', () => {
    expect(() => fromJson('{')).toThrow(SyntaxError)
    expect(() => fromJson('{"$bytes": "*"}')).toThrow(SyntaxError)
  })

  it('finds the same lines wherever the chunks fall', async () => {
    const text = 'one\ntwo\n\nthree, « trois »\nfour'
    for (let size = 1; size <= text.length; size += 1) {
      const lines: string[] = []
      for await (const line of linesOf(chunksOf(text, size))) lines.push(line)
      expect(lines).toEqual(['one', 'two', 'three, « trois »', 'four'])
    }
  })
})
