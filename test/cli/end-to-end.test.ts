import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { axial, axialJson, program, temporaryFolder } from './axial.ts'

const interview = [
  'Interviewer: What data did you get?',
  'Ann: Sensor readings, without any description of the columns.',
  '',
  'Interviewer: And then?',
  'Ann: We guessed. The unit of the pressure was wrong for months.',
].join('\n')

const turn = (speaker: string, text: string, ...codes: string[]) => ({ speaker, text, codes })
const coded = (last: string) => ({
  interview: 'interview-01',
  sources: ['C1', 'C2'].map((coder) => ({
    coder,
    pass: 'independent',
    turns: [
      turn('Interviewer', 'What data did you get?'),
      turn('Ann', 'Sensor readings, without any description of the columns.', 'no description'),
      turn('Interviewer', 'And then?'),
      turn('Ann', last, ...(coder === 'C1' ? ['wrong unit'] : [])),
    ],
  })),
})
const LAST = 'We guessed. The unit of the pressure was wrong for months.'

const survey = [
  'role,Name,Metadata,Data dictionary',
  'Data Scientist,Ann,Important,Very important',
  'Data Scientist,Bob,Very important,Important',
  'Operations,Cem,Not important,Important',
  'Other,Dee,Somewhat important,Very important',
  'Data Scientist,Eve,Important,Not important',
].join('\n')

const issues = {
  issues: [
    {
      reference: 'Q01',
      name: 'Unit not recorded',
      description: 'Readings come without their unit.',
      phase: 'data-collection',
      facets: [{ facet: 'symptom', text: 'Values jump between sites.' }],
      evidence: [{ interview: 'interview-01', quote: 'The unit of the pressure was wrong for months.' }],
    },
  ],
}

let folder = ''
const at = (name: string) => path.join(folder, name)

/** The bytes of the study file, as a fingerprint. */
async function fingerprint(name: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(at(name)))
    .digest('hex')
}

beforeAll(async () => {
  folder = await temporaryFolder()
  await writeFile(at('interview-01.txt'), interview)
  await writeFile(at('coded.json'), JSON.stringify(coded(LAST)))
  await writeFile(at('survey.csv'), survey)
  const commented = survey.split('\n').map((line, index) => `${line},${index === 0 ? 'Comment' : `note ${index}`}`)
  await writeFile(at('commented.csv'), [...commented, ',Fay,,,'].join('\n'))
  await writeFile(at('issues.json'), JSON.stringify(issues))
  await writeFile(at('empty.txt'), '')
  await writeFile(at('binary.txt'), Buffer.from([0, 1, 2, 0, 255, 0, 7, 0, 0, 0]))
  await mkdir(at('a-folder'))
  await writeFile(at('large.txt'), '')
  await truncate(at('large.txt'), 200_000_000)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('axial', () => {
  it('prints its help and its version', async () => {
    const help = await axial(folder, ['--help'])
    expect(help).toMatchObject({ status: 0, errors: '' })
    expect(help.output).toContain('import transcript STUDY FILE…')
    expect((await axial(folder, ['--version'])).output).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await axial(folder, ['catalog', '--help'])).output).toContain('Example:\n  axial catalog hospital --json')
  })

  it('ends with 2 and one line for misuse', async () => {
    expect(await axial(folder, ['inof', 's'])).toEqual({
      status: 2,
      output: '',
      errors: 'axial: there is no command "inof"; did you mean info?; nothing was changed; see "axial --help"\n',
    })
  })
})

describe('standard output', () => {
  it.skipIf(!existsSync('/dev/full'))('that is a full disk gets one line and exit status 2', () => {
    const full = openSync('/dev/full', 'w')
    const ran = spawnSync(process.execPath, [program, '--help'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
    closeSync(full)
    expect(ran.stderr).toBe(
      'axial: standard output cannot be written (the disk is full); no half-written file was left; choose another folder\n',
    )
    expect(ran.status).toBe(2)
  })
})

describe('a study, from nothing to its artefacts', () => {
  it('is created, and never over a file that is there', async () => {
    expect(await axialJson(folder, ['new', 'study', '--title', 'Sensors', '--taxonomy', 'ml-mismatch'])).toMatchObject({
      title: 'Sensors',
      encrypted: false,
    })
    const before = await fingerprint('study.axial')
    const again = await axial(folder, ['new', 'study.axial'])
    expect(again.errors).toMatch(/^axial: .*study\.axial exists already; that file was not touched; [^\n]*\n$/)
    expect(again.status).toBe(2)
    expect(await fingerprint('study.axial')).toBe(before)
  })

  it('has nothing to compare yet: exit status 1', async () => {
    expect(await axialJson(folder, ['agreement', 'study', '--seed', '7'], 1)).toMatchObject({
      unit: 'turn',
      seed: 7,
      comparisons: [],
    })
  })

  it('takes a transcript with its participant', async () => {
    const who = ['--participant', 'P1a', '--role', 'data scientist', '--organization', 'O1', '--language', 'en']
    const imported = await axialJson(folder, ['import', 'transcript', 'study', 'interview-01.txt', ...who])
    expect(imported).toMatchObject({ imported: [{ name: 'interview-01', turns: 4, language: 'en' }] })
  })

  it.each([
    ['gone.txt', 'there is no file gone.txt'],
    ['a-folder', 'a-folder is a folder'],
    ['large.txt', 'large.txt has 200 MB, and 20 MB is the most that is read'],
    ['empty.txt', 'empty.txt is empty'],
    ['binary.txt', 'binary.txt is not text'],
    ['interview-01.txt', 'interview-01.txt is in the study already'],
  ])('refuses %s as a transcript, and the study is unchanged', async (name, expected) => {
    const before = await axialJson(folder, ['info', 'study'])
    const { status, output, errors } = await axial(folder, ['import', 'transcript', 'study', name, '--json'])
    expect(errors).toMatch(/^axial: [^\n]*; the study is unchanged; [^\n]*\n$/)
    expect(errors).toContain(expected)
    expect({ status, output }).toEqual({ status: 2, output: '' })
    expect(await axialJson(folder, ['info', 'study'])).toEqual(before)
  })

  it('takes coded turns and attaches them to the transcript', async () => {
    expect(await axialJson(folder, ['import', 'codings', 'study', 'coded.json'])).toMatchObject({
      passes: [
        { coder: 'C1', created: false, turns: 4, codings: 2 },
        { coder: 'C2', created: false, turns: 4, codings: 1 },
      ],
      unaligned: [],
    })
  })

  it('measures agreement by hand-checked figures', async () => {
    // Four turns: both coded turn 2, only C1 coded turn 4. Po = 3/4; Pe = 2/4·1/4 + 2/4·3/4 = 1/2; κ = 1/2.
    const agreement = await axialJson(folder, ['agreement', 'study', '--coders', 'C1,C2', '--resamples', '50'])
    expect(agreement).toMatchObject({
      unit: 'turn',
      seed: 1,
      comparisons: [
        { transcript: 'interview-01', coders: ['C1', 'C2'], units: 4, codes: 2, codedAgreement: 0.75, kappaCoded: 0.5 },
      ],
    })
    const text = await axial(folder, ['agreement', 'study'])
    expect(text.output).toMatch(/kappa, coded or not +0\.5000/)
  })

  it('takes a workbook of mismatches, and the catalog counts them', async () => {
    const header = ['Quote', 'Description', 'Information Not Communicated', 'Category 1', 'Subcategory 1']
    const row = ['We guessed.', 'Units were unknown', 'The unit of a column', 'Raw Data', 'Data Dictionary']
    const cells = [header, row].map((values) => values.map((value) => ({ value, type: String })))
    await writeExcelFile([{ data: cells, sheet: 'Interview 01' }]).toFile(at('mismatches.xlsx'))
    const imported = await axial(folder, ['import', 'mismatches', 'study', 'mismatches.xlsx'])
    expect(imported).toMatchObject({ status: 0, errors: '' })
    expect(await axialJson(folder, ['catalog', 'study'])).toMatchObject({
      mismatches: 1,
      instances: 1,
      items: [{ quote: 'We guessed.', description: 'Units were unknown', instances: [{ category: 'RD' }] }],
    })
    expect((await axial(folder, ['catalog', 'study'])).output).toMatch(/RD +Raw Data +1 +100 %/)
  })

  it('takes quality issues', async () => {
    expect(await axialJson(folder, ['import', 'quality-issues', 'study', 'issues.json'])).toEqual({ issues: 1 })
  })

  it('takes a survey, names the columns it left out, and summarises it by merged groups', async () => {
    const imported = await axial(folder, ['import', 'survey', 'study', 'survey.csv', '--name', 'importance'])
    expect(imported).toMatchObject({ status: 0, errors: '' })
    expect(imported.output).toMatch(/left out[^\n]*\n {2}Name \(/)
    const summary = await axialJson(folder, [
      'survey',
      'study',
      'importance',
      '--by',
      'role',
      '--merge',
      'Ops + Other=Operations,Other',
    ])
    expect(summary).toMatchObject({
      name: 'importance',
      respondents: 5,
      items: [{ overall: { n: 5, top: { count: 3 } } }, {}],
    })
    expect(JSON.stringify(summary)).toContain('"Ops + Other"')
  })

  it('refuses a top of more points than the scale has', async () => {
    const ran = await axial(folder, ['survey', 'study', 'importance', '--top', '9'])
    expect(ran).toMatchObject({ status: 2, output: '' })
    expect(ran.errors).toContain('and the top 9 were asked for')
  })

  it('writes what an import reported in words, in JSON too', async () => {
    expect(await axialJson(folder, ['new', 'reports'])).toBeTruthy()
    const imported = await axialJson(folder, ['import', 'survey', 'reports', 'commented.csv', '--name', 'importance'])
    expect(imported).toMatchObject({
      leftOut: [{ column: 'Name', reason: 'name of a person, by its header' }],
      ignored: [{ column: 'Comment', reason: 'every answer is different' }],
      skipped: ['row 7: no question is answered'],
    })
    const cellsOf = (values: readonly string[]) => values.map((value) => ({ value, type: String }))
    const rows = [cellsOf(['Quote', 'Category 1']), cellsOf(['We guessed.', 'Raw Data'])]
    await writeExcelFile([
      { data: rows, sheet: 'Interview 01' },
      { data: rows, sheet: 'Notes' },
    ]).toFile(at('remarks.xlsx'))
    expect(await axialJson(folder, ['import', 'mismatches', 'reports', 'remarks.xlsx'])).toMatchObject({
      skipped: ['Interview 01, row 2: no reference; kept as M01-01', 'Notes: not a sheet of an interview'],
    })
  })

  it('says what it holds', async () => {
    expect(await axialJson(folder, ['info', 'study'])).toEqual({
      title: 'Sensors',
      transcripts: 1,
      turns: 4,
      words: 26,
      participants: 1,
      coders: 2,
      codes: expect.any(Number) as number,
      codings: 3,
      mismatches: 1,
      instances: 1,
      surveys: [{ name: 'importance', respondents: 5, items: 2 }],
      encrypted: false,
    })
  })

  it.skipIf(!existsSync('/proc/self'))('writes nothing where no folder can be made, and says so at once', async () => {
    const ran = await axial(folder, ['export', 'codebook', 'study', '--out', '/proc/axial/out'])
    expect(ran).toMatchObject({ status: 2, output: '' })
    expect(ran.errors).toContain('cannot be written')
  })

  it.each(['descriptors', 'checklists', 'catalog', 'codebook', 'survey', 'agreement', 'codings'])(
    'exports %s, saying what the files contain, and writes none on a dry run',
    async (kind) => {
      const line = ['export', kind, 'study', '--out', `out/${kind}`]
      const dry = await axialJson(folder, [...line, '--dry-run'])
      expect(existsSync(at(`out/${kind}`))).toBe(false)
      const done = (await axialJson(folder, line)) as { files: { name: string; bytes: number }[] }
      expect(done).toEqual({ ...(dry as object), written: true })
      expect(done.files.length).toBeGreaterThan(0)
      const written = await readdir(at(`out/${kind}`))
      expect(written.sort()).toEqual(done.files.map(({ name }) => name).sort())
      for (const { name, bytes } of done.files) expect((await readFile(at(`out/${kind}/${name}`))).length).toBe(bytes)
    },
  )

  it('exports nothing where a file stands in the way of the folder', async () => {
    const { status, errors } = await axial(folder, ['export', 'catalog', 'study', '--out', 'survey.csv'])
    expect(status).toBe(2)
    expect(errors).toMatch(/^axial: .*survey\.csv cannot be written .*; no half-written file was left; [^\n]*\n$/)
    expect(await readFile(at('survey.csv'), 'utf8')).toBe(survey)
  })
})

describe('turns that match nothing', () => {
  it('are listed in full by the import, which has done its work: exit status 0', async () => {
    await axial(folder, ['new', 'unmatched'])
    await axial(folder, ['import', 'transcript', 'unmatched', 'interview-01.txt'])
    const words = 'Nothing of the kind was ever said in this conversation by anybody at all.'
    await writeFile(at('coded-2.json'), JSON.stringify(coded(words)))
    const { status, output } = await axial(folder, ['import', 'codings', 'unmatched', 'coded-2.json'])
    expect(status).toBe(0)
    expect(output).toContain(`[wrong unit]: Ann: ${words}`)
  })
})

describe('files that are no study', () => {
  it.each([
    ['gone', 'there is no file'],
    ['survey.csv', 'is not an Axial study'],
    ['fake', 'is not an Axial study'],
  ])('are told from one: %s', async (name, expected) => {
    await writeFile(at('fake.axial'), 'not a database')
    const { status, errors } = await axial(folder, ['info', name])
    expect(errors).toMatch(/^axial: [^\n]+; [^\n]+; [^\n]+\n$/)
    expect(errors).toContain(expected)
    expect(status).toBe(2)
  })
})

describe('a study with a passphrase', () => {
  const secret = { SECRET: 'correct horse battery' }

  it('opens with the passphrase of the named variable alone', async () => {
    const line = ['new', 'locked', '--passphrase-env', 'SECRET', '--json']
    expect((await axial(folder, line)).errors).toContain(
      'the environment variable SECRET is not set; nothing was changed',
    )
    expect(JSON.parse((await axial(folder, line, secret)).output)).toMatchObject({ encrypted: true })
    const before = await fingerprint('locked.axial')
    expect((await axial(folder, ['info', 'locked'])).errors).toContain('or it has a passphrase that was not given')
    const wrong = await axial(folder, ['info', 'locked', '--passphrase-env', 'SECRET'], { SECRET: 'wrong' })
    expect(wrong.errors).toMatch(/^axial: the passphrase does not open .*; the file was not touched; [^\n]*\n$/)
    expect(wrong.status).toBe(2)
    expect(await fingerprint('locked.axial')).toBe(before)
    const open = await axial(folder, ['info', 'locked', '--passphrase-env', 'SECRET', '--json'], secret)
    expect(JSON.parse(open.output)).toMatchObject({ encrypted: true })
    expect((await axial(folder, ['new', 'other', '--passphrase-env', 'SECRET'], { SECRET: '' })).errors).toContain(
      'the passphrase is empty',
    )
  })
})

// Windows has no signals: a process that is sent one simply ends.
const signals = process.platform !== 'win32'

describe('Ctrl+C', () => {
  it.skipIf(!signals)('cancels an import, which leaves nothing behind (not on Windows)', async () => {
    await axial(folder, ['new', 'stopped'])
    const names = Array.from({ length: 12 }, (_, index) => `long-${index}.txt`)
    for (const name of names) {
      const turns = Array.from({ length: 20_000 }, (_, index) => `Ann: sentence ${index} of ${name}, and no end of it`)
      await writeFile(at(name), turns.join('\n'))
    }
    const before = await axialJson(folder, ['info', 'stopped'])
    const line = ['import', 'transcript', 'stopped', ...names, '--json']
    const ran = await axial(folder, line, {}, (child) => {
      // The lock beside the study tells that it is open, and so that the import is about to run or running.
      const interval = setInterval(() => {
        if (!existsSync(at('stopped.axial.lock'))) return
        clearInterval(interval)
        child.kill('SIGINT')
      }, 5)
    })
    expect(ran).toEqual({
      status: 130,
      output: '',
      errors: 'axial: the work was cancelled; the study is unchanged; start it again when you like\n',
    })
    expect(await axialJson(folder, ['info', 'stopped'])).toEqual(before)
  })
})

describe('axial serve', () => {
  it.skipIf(!signals)('serves the study on 127.0.0.1 until it is stopped (not on Windows)', async () => {
    await axial(folder, ['new', 'served'])
    const ran = await axial(folder, ['serve', 'served', '--port', '0'], { CI: '1' }, (child) => {
      child.stdout?.once('data', () => child.kill('SIGTERM'))
    })
    expect(ran.output).toContain('http://127.0.0.1:')
  })

  it.skipIf(!signals)(
    'ends with the server when it is killed, so that the study is free again (not on Windows)',
    async () => {
      await axial(folder, ['new', 'orphaned'])
      await axial(folder, ['serve', 'orphaned', '--port', '0'], { CI: '1' }, (child) => {
        child.stdout?.once('data', () => child.kill('SIGKILL'))
      })
      await expect.poll(() => existsSync(path.join(folder, 'orphaned.axial.lock')), { timeout: 10_000 }).toBe(false)
    },
  )

  it('says at once that there is no such study', async () => {
    const { status, errors } = await axial(folder, ['serve', 'gone'])
    expect(errors).toMatch(/^axial: there is no file [^\n]*gone\.axial; [^\n]*\n$/)
    expect(status).toBe(2)
  })
})
