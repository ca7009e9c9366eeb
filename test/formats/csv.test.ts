import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../formats/csv.ts'

const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\n' })

describe('writeCsv', () => {
  it('begins with a byte order mark, puts the header first and ends every line with LF', () => {
    expect(writeCsv(['name', 'n'], [['é', 1]])).toBe('\uFEFFname,n\né,1\n')
  })

  it('quotes delimiters, quotes and line ends', () => {
    expect(writeCsv(['a'], [['x,y'], ['say "no"'], ['two\r\nlines']])).toBe(
      '\uFEFFa\n"x,y"\n"say ""no"""\n"two\nlines"\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '－0.12'])(
    'neutralises the text %j',
    (hostile) => {
      const [, [cell] = []] = read(writeCsv(['a'], [[hostile]]))
      expect(cell).toBe(`'${hostile.replace('\r', '\n')}`)
    },
  )

  it('neutralises a header too', () => {
    expect(read(writeCsv(['=cmd'], []))).toEqual([["'=cmd"]])
  })

  it('leaves negative numbers numbers', () => {
    expect(read(writeCsv(['kappa', 'label'], [[-0.12, '-0.12']]))[1]).toEqual(['-0.12', "'-0.12"])
  })

  it('writes at most six decimals and no negative zero', () => {
    expect(read(writeCsv(['a', 'b', 'c', 'd'], [[1 / 3, -1e-9, 0.5538277511961722, 1000]]))[1]).toEqual([
      '0.333333',
      '0',
      '0.553828',
      '1000',
    ])
  })

  it('leaves a cell without a figure empty', () => {
    expect(writeCsv(['a', 'b', 'c'], [['x', null, 0]])).toBe('\uFEFFa,b,c\nx,,0\n')
  })

  it('gives back every text that needed no neutralising, whatever is in it', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => !/^[=+\-@\t\r\n＝＋－＠]/.test(value) && !value.includes('\r'))
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            text,
            fc.string().map(() => 'x'),
          ),
        ),
        (rows) => {
          expect(read(writeCsv(['a', 'b'], rows)).slice(1)).toEqual(rows)
        },
      ),
    )
  })

  it('never writes a text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ','), fc.string(), (first, rest) => {
        const cell = read(writeCsv(['a'], [[first + rest]]))[1]?.[0] ?? ''
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })
})
