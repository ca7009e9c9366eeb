import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { axial, axialJson, temporaryFolder } from './axial.ts'

const coded = {
  interview: 'interview-01',
  sources: ['C1', 'C2'].map((coder) => ({
    coder,
    pass: 'independent',
    turns: [
      { speaker: 'Interviewer', text: 'What data did you get?', codes: [] },
      { speaker: 'P1', text: 'Readings without any description.', codes: ['no description'] },
    ],
  })),
}

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
  const text = 'Interviewer: What data did you get?\nP1: Readings without any description.'
  await writeFile(path.join(folder, 'interview-01.txt'), text)
  await writeFile(path.join(folder, 'coded.json'), JSON.stringify(coded))
  await axial(folder, ['new', 's'])
  await axial(folder, ['import', 'transcript', 's', 'interview-01.txt'])
  await axial(folder, ['import', 'codings', 's', 'coded.json'])
})

const line = (...rest: readonly string[]) => ['export', 'transcript', 's', 'interview-01', ...rest]

describe('axial export transcript', () => {
  it('writes a page with everyone’s codes', async () => {
    const ran = await axial(folder, line('--format', 'html', '--out', 'page'))
    expect([ran.status, ran.errors]).toEqual([0, ''])
    expect(ran.output).toContain('the whole transcript, 2 turns; 2 codings of 2 coders by name')
    const page = await readFile(path.join(folder, 'page/interview-01.html'), 'utf8')
    expect(page.match(/no description/g)).toHaveLength(2)
  })

  it('writes a document of one coder’s codings and tells what it holds', async () => {
    const told = await axialJson(folder, line('--format', 'docx', '--out', 'doc', '--coder', 'C2'))
    expect(told).toMatchObject({ written: true, file: { name: 'interview-01.docx', turns: 2, codings: 1 } })
    const bytes = await readFile(path.join(folder, 'doc/interview-01.docx'))
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })

  it('writes nothing with --dry-run', async () => {
    const ran = await axial(folder, line('--format', 'html', '--out', 'none', '--dry-run'))
    expect([ran.status, ran.output.startsWith('Would write')]).toEqual([0, true])
    expect(await readdir(folder)).not.toContain('none')
  })

  it('says what is not there: the transcript, the coder, the format', async () => {
    const tried = async (...words: readonly string[]) =>
      (await axial(folder, ['export', 'transcript', 's', ...words])).errors
    expect(await tried('nobody', '--format', 'html', '--out', 'x')).toContain('no transcript "nobody"')
    expect(await tried('interview-01', '--format', 'html', '--out', 'x', '--coder', 'Zed')).toContain('no coder "Zed"')
    expect(await tried('interview-01', '--format', 'pdf', '--out', 'x')).toContain('html, docx')
  })
})
