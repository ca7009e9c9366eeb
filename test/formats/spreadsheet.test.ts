import { Buffer } from 'node:buffer'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AxialError } from '../../domain/errors.ts'
import { MAX_SPREADSHEET_BYTES, readCsv, readWorkbook } from '../../formats/spreadsheet.ts'
import { tamper, workbookOf } from './workbook-fixture.ts'

async function reasonOf(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof AxialError) return error.reason
    throw error
  }
  return 'none'
}

describe('a workbook', () => {
  it('is read sheet by sheet, every cell as its value', async () => {
    const date = new Date(Date.UTC(2024, 4, 1, 9, 30))
    const bytes = await workbookOf({
      First: [
        ['a', 1, true, date],
        ['', 2.5, null, null],
      ],
      Second: [['é']],
    })
    expect(await readWorkbook('b.xlsx', bytes)).toEqual({
      sheets: [
        {
          name: 'First',
          rows: [
            ['a', 1, true, date],
            [null, 2.5, null, null],
          ],
        },
        { name: 'Second', rows: [['é']] },
      ],
    })
  })

  it('is read from a part of a larger buffer', async () => {
    const bytes = await workbookOf({ S: [['a']] })
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 10)
    expect((await readWorkbook('b.xlsx', larger.subarray(10, 10 + bytes.length))).sheets).toHaveLength(1)
  })

  it('keeps a cell that looks like a formula as its text', async () => {
    const bytes = await workbookOf({ S: [['=HYPERLINK("http://x.y")', '+1', '@a']] })
    expect((await readWorkbook('b.xlsx', bytes)).sheets[0]?.rows).toEqual([['=HYPERLINK("http://x.y")', '+1', '@a']])
  })

  it('keeps a cell of a hundred thousand letters whole', async () => {
    const long = 'é'.repeat(100_000)
    const bytes = await workbookOf({ S: [[long, 'b']] })
    expect((await readWorkbook('b.xlsx', bytes)).sheets[0]?.rows[0]?.[0]).toBe(long)
  })
})

describe('a file that is no workbook', () => {
  it.each([
    ['of no byte', new Uint8Array(), 'file-empty'],
    ['of plain text', Buffer.from('a,b\n1,2\n'), 'file-wrong-kind'],
    ['that is an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file-wrong-kind'],
    [
      'that is some other zip archive',
      zipSync({ 'word/document.xml': Buffer.from('<w:document/>') }),
      'file-wrong-kind',
    ],
    ['that only begins like a zip archive', Buffer.from('PK\u0003\u0004 and then words'), 'file-wrong-kind'],
    ['over the limit', new Uint8Array(MAX_SPREADSHEET_BYTES + 1), 'file-too-large'],
  ])('%s is refused with its reason', async (_, bytes, reason) => {
    expect(await reasonOf(() => readWorkbook('b.xlsx', bytes))).toBe(reason)
  })

  it('but a workbook cut short anywhere is refused as damaged', async () => {
    const bytes = await workbookOf({
      S: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    })
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = bytes.slice(0, Math.floor(share * bytes.length))
      expect(await reasonOf(() => readWorkbook('b.xlsx', cut))).toBe('file-wrong-kind')
    }
  })

  it('but a workbook whose sheet is no XML is refused', async () => {
    const bytes = tamper(
      await workbookOf({ S: [['a']] }),
      'xl/worksheets/sheet1.xml',
      () => '<worksheet><sheetData><row',
    )
    expect(await reasonOf(() => readWorkbook('b.xlsx', bytes))).toBe('file-wrong-kind')
  })

  it('but a workbook with one cell in the far corner is refused before it is laid out', async () => {
    const bytes = tamper(await workbookOf({ S: [['a'], ['b']] }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('"A2"', '"XFD1048576"').replace('r="2"', 'r="1048576"'),
    )
    expect(await reasonOf(() => readWorkbook('b.xlsx', bytes))).toBe('import-malformed')
  })

  it('but a small archive that says it unpacks to half a gigabyte is refused', async () => {
    const bytes = await workbookOf({ S: [['a']] })
    // PKWARE's APPNOTE, 4.3.12: the central directory's entries begin PK 1 2, the unpacked size is 24 bytes on.
    const entry = Buffer.from(bytes).indexOf('PK\u0001\u0002')
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(entry + 24, 500 * 1024 * 1024, true)
    expect(await reasonOf(() => readWorkbook('b.xlsx', bytes))).toBe('file-too-large')
  })
})

describe('separated values', () => {
  const rows = [
    ['id', 'what, who; and why', 'note'],
    ['1', 'a "quoted"\nline', 'é'],
  ]
  const write = (delimiter: string) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n')

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('are read with %s, quotes and line ends within cells', (_, delimiter) => {
    expect(readCsv('a.csv', Buffer.from(write(delimiter)))).toEqual(rows)
  })

  it('are read from UTF-16, as spreadsheet programs save them', () => {
    expect(readCsv('a.csv', Buffer.from(`\uFEFF${write('\t')}`, 'utf16le'))).toEqual(rows)
  })

  it('may name their delimiter in a first line', () => {
    expect(readCsv('a.csv', Buffer.from('sep=;\na;b,c,d\n'))).toEqual([['a', 'b,c,d']])
  })

  it('may have rows of different lengths and a quote within a cell', () => {
    expect(readCsv('a.csv', Buffer.from('a,b\n1,2,3\n\nin 5" steps,x\n'))).toEqual([
      ['a', 'b'],
      ['1', '2', '3'],
      ['in 5" steps', 'x'],
    ])
  })

  it.each([
    ['of no byte', new Uint8Array(), 'file-empty'],
    ['that are a web page', Buffer.from('<!DOCTYPE html>\n<html><body>Log in</body></html>'), 'file-wrong-kind'],
    ['that are a PDF', Buffer.from('%PDF-1.4'), 'file-wrong-kind'],
    ['with a quote that is never closed', Buffer.from('a,b\n"1,2\n3,4\n'), 'import-malformed'],
  ])('%s are refused with their reason', async (_, bytes, reason) => {
    expect(await reasonOf(() => readCsv('a.csv', bytes))).toBe(reason)
  })
})
