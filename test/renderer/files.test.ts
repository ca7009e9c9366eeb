import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../renderer/components/read-files.ts'
import { groupingInput } from '../../renderer/features/export/grouping.ts'
import { zipOf } from '../../renderer/components/download.ts'
import { formatIn } from '../../renderer/i18n/format.ts'

describe('choosing files', () => {
  it('hands over the bytes of each file', async () => {
    const files = await readFiles([new File(['ab'], 'a.txt')], 1)
    expect(files).toEqual([{ name: 'a.txt', bytes: new Uint8Array([97, 98]) }])
  })

  it('refuses a file over the limit by its name and size', async () => {
    const large = new File([new Uint8Array(1_200_000)], 'large.txt')
    await expect(readFiles([new File(['a'], 'small.txt'), large], 1)).rejects.toMatchObject({
      reason: 'file-too-large',
      params: { name: 'large.txt', size: 2, limit: 1 },
    })
  })
})

describe('an archive of exports', () => {
  const files = [
    { name: 'a.csv', bytes: new Uint8Array([1, 2, 3]) },
    { name: 'b.md', bytes: new Uint8Array([4]) },
  ]

  it('holds every file under its name', () => {
    expect(unzipSync(zipOf(files))).toEqual({ 'a.csv': files[0]?.bytes, 'b.md': files[1]?.bytes })
  })

  it('is the same bytes for the same files', () => {
    expect(zipOf(files)).toEqual(zipOf(files))
  })
})

describe('the grouping of an export', () => {
  it('merges groups only where at least two were chosen', () => {
    expect(groupingInput({ by: 'Role', merged: ['Operations'], top: 2 })).toEqual({ by: 'Role', top: 2, merge: [] })
    expect(groupingInput({ by: 'Role', merged: ['Operations', 'Other'], top: 2 }).merge).toEqual([
      { label: 'Operations + Other', groups: ['Operations', 'Other'] },
    ])
  })
})

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect(formatIn('en').number(1234)).toBe('1,234')
    expect(formatIn('fr').number(1234)).toBe('1\u202f234')
    expect(formatIn('fr').decimal(0.5543, 3)).toBe('0,554')
    expect(formatIn('fr').percent(36)).toMatch(/^36\s%$/)
  })
})
