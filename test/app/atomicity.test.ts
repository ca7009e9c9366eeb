import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { v7 } from 'uuid'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Call, CallOptions } from '../../app/contract.ts'
import { createWorkspace } from '../../app/workspace.ts'
import { AxialError } from '../../domain/errors.ts'
import { scratchFolder } from '../fixtures/scratch.ts'
import { actionsIn, contentOf } from '../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../fixtures/study.ts'

const sample = join(import.meta.dirname, '../../assets/sample')

function sampleFile(name: string) {
  return { name, bytes: new Uint8Array(readFileSync(join(sample, name))) }
}

const good = textFile('P1.txt', 'Interviewer: What went wrong?\nP1: The labels were missing.')
const other = textFile('P2.txt', 'Interviewer: And then?\nP2: We guessed what the columns meant.')
const binary = { name: 'P3.txt', bytes: new Uint8Array([0, 1, 2, 0xff, 0, 0, 7]) }

function codedTurns(interview: string, sources: number, codes: readonly string[] = ['guessing']) {
  const turns = [
    { speaker: 'Interviewer', text: 'What went wrong?', codes: [] },
    { speaker: 'P1', text: 'The labels were missing.', codes },
  ]
  const passes = Array.from({ length: sources }, (_, index) => ({
    coder: `C${String(index)}`,
    pass: 'independent',
    turns,
  }))
  return textFile(`${interview}.json`, JSON.stringify({ interview, sources: passes }))
}

const doubled = JSON.stringify({
  interview: 'P1',
  sources: ['C1', 'C1'].map((coder) => ({ coder, pass: 'independent', turns: [{ text: 'A', codes: ['x'] }] })),
})

/** Imports that must fail, by what is wrong with them. Each is tried on a study that holds something already. */
const FAILING: Readonly<Record<string, readonly [reason: string, (call: Call) => Promise<unknown>]>> = {
  'transcripts of which the second is not text': [
    'file-binary',
    (call) =>
      call('transcripts.import', { files: [other, binary], participant: 'P2', organization: 'Acme', role: 'QA' }),
  ],
  'transcripts of which two are the same': [
    'transcript-exists',
    (call) => call('transcripts.import', { files: [other, { ...other, name: 'again.txt' }] }),
  ],
  'transcripts of which one is in the study': [
    'transcript-exists',
    (call) => call('transcripts.import', { files: [other, { ...good, name: 'again.txt' }] }),
  ],
  'transcripts of which one is empty': [
    'file-empty',
    (call) => call('transcripts.import', { files: [other, textFile('empty.txt', '')] }),
  ],
  'codings of which the second file is no JSON': [
    'import-malformed',
    (call) => call('codings.import', { files: [codedTurns('New', 2), textFile('bad.json', '{"interview": 2,')] }),
  ],
  'codings of which the second file repeats a pass of the first': [
    'already-imported',
    (call) => call('codings.import', { files: [codedTurns('New', 2, ['a / b']), codedTurns('New', 1)] }),
  ],
  'codings of one coder twice over one transcript': [
    'already-imported',
    (call) => call('codings.import', { files: [textFile('P1.json', doubled)] }),
  ],
  'codings by place where the counts of turns differ': [
    'turn-counts-differ',
    (call) =>
      call('codings.import', { files: [codedTurns('New', 1), textFile('P1.json', doubled)], align: 'position' }),
  ],
  'mismatches from a file that is no workbook': [
    'file-wrong-kind',
    (call) => call('mismatches.import', { file: { ...good, name: 'mismatches.xlsx' } }),
  ],
  'mismatches that are in the study': [
    'already-imported',
    (call) => call('mismatches.import', { file: sampleFile('mismatches.xlsx') }),
  ],
  'quality issues that are in the study': [
    'already-imported',
    (call) => call('qualityIssues.import', { file: sampleFile('quality-issues.json') }),
  ],
  'quality issues that are malformed': [
    'import-malformed',
    (call) => call('qualityIssues.import', { file: textFile('issues.json', '{"issues": [{"reference": "Q1"}]}') }),
  ],
  'a survey under a name that is taken': [
    'name-taken',
    (call) => call('surveys.import', { file: sampleFile('survey.csv'), name: 'Sample' }),
  ],
  'a survey without an answer': [
    'import-empty',
    (call) => call('surveys.import', { file: textFile('survey.csv', 'Q1,Q2\n'), name: 'Second' }),
  ],
}

async function filledStudy() {
  const study = await createTestStudy()
  const { call } = study
  await call('transcripts.import', { files: [good] })
  await call('mismatches.import', { file: sampleFile('mismatches.xlsx') })
  await call('qualityIssues.import', { file: sampleFile('quality-issues.json') })
  await call('surveys.import', { file: sampleFile('survey.csv'), name: 'Sample' })
  return study
}

describe('an import that fails leaves every table as it was:', () => {
  for (const [what, [reason, attempt]] of Object.entries(FAILING)) {
    it(what, async () => {
      const { call, path } = await filledStudy()
      const before = { content: contentOf(path), actions: actionsIn(path) }
      expect(await reasonOf(() => attempt(call))).toBe(reason)
      expect({ content: contentOf(path), actions: actionsIn(path) }).toEqual(before)
      // And the study works on: nothing of the attempt is held by the connection.
      await call('codes.create', { name: 'afterwards' })
    })
  }
})

/** A study whose next action can be cancelled in the moment it makes its n-th row. */
async function cancellableStudy() {
  let left = Number.POSITIVE_INFINITY
  let controller = new AbortController()
  const newId = () => {
    if (--left === 0) controller.abort()
    return v7()
  }
  const workspace = createWorkspace({ folder: scratchFolder(), version: '0', now: () => new Date(), newId })
  onTestFinished(() => workspace.close())
  const { path } = await workspace.call('workspace.create', { path: 'study', coder: 'Ada' })
  const cancelAt = (rows: number): CallOptions => {
    controller = new AbortController()
    left = rows
    if (rows === 0) controller.abort()
    return { signal: controller.signal }
  }
  return { call: workspace.call, path, cancelAt }
}

const LONG: Readonly<Record<string, (call: Call, options: CallOptions) => Promise<unknown>>> = {
  'transcripts.import': (call, options) =>
    call('transcripts.import', { files: [good, other], participant: 'P' }, options),
  'codings.import': (call, options) =>
    call('codings.import', { files: [codedTurns('One', 2), codedTurns('Two', 2, ['a / b'])] }, options),
  'mismatches.import': (call, options) => call('mismatches.import', { file: sampleFile('mismatches.xlsx') }, options),
  'surveys.import': (call, options) =>
    call('surveys.import', { file: sampleFile('survey.csv'), name: 'Sample' }, options),
}

describe('an import that is cancelled leaves every table as it was, and then succeeds:', () => {
  for (const [name, attempt] of Object.entries(LONG)) {
    it.each([0, 1, 2, 3, 5])(`${name}, cancelled at row %i`, async (rows) => {
      const { call, path, cancelAt } = await cancellableStudy()
      const before = { content: contentOf(path), actions: actionsIn(path) }
      expect(await reasonOf(() => attempt(call, cancelAt(rows)))).toBe('cancelled')
      expect({ content: contentOf(path), actions: actionsIn(path) }).toEqual(before)
      await attempt(call, {})
      expect(actionsIn(path)).toBe(before.actions + 1)
    })
  }
})

/** Enough interviews for an import to give way several times. */
function interviews(count: number) {
  const turns = Array.from({ length: 400 }, (_, index) => `P1: answer ${String(index)} about the model and its data.`)
  return Array.from({ length: count }, (_, index) =>
    textFile(`interview ${String(index)}.txt`, [`Int: ${String(index)}`, ...turns].join('\n')),
  )
}

describe('while an import is being written', () => {
  it('reads see the study as it was before, and then all of it', async () => {
    const { call } = await createTestStudy()
    const seen: Promise<number>[] = []
    const read = async () => (await call('study.info', {})).transcripts
    await call('transcripts.import', { files: interviews(60) }, { onProgress: () => seen.push(read()) })
    const during = await Promise.all(seen.slice(0, -1))
    expect(during.length).toBeGreaterThan(0)
    expect(new Set(during)).toEqual(new Set([0]))
    expect(await read()).toBe(60)
  })

  it('another write waits for it, and neither is lost', async () => {
    const { call, path } = await createTestStudy()
    const before = actionsIn(path)
    await Promise.all([
      call('transcripts.import', { files: interviews(40) }),
      call('codes.create', { name: 'first' }),
      call('transcripts.import', { files: [good] }),
      call('codes.create', { name: 'second' }),
    ])
    expect(actionsIn(path)).toBe(before + 4)
    expect(await call('study.info', {})).toMatchObject({ transcripts: 41, codes: 2 })
  })

  it('two writes of the same name leave one, and the other is refused', async () => {
    const { call } = await createTestStudy()
    const outcomes = await Promise.allSettled([
      call('codes.create', { name: 'same' }),
      call('codes.create', { name: 'same' }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await call('study.info', {})).toMatchObject({ codes: 1 })
  })

  it('closing waits for it: what it said was imported is there on opening again', async () => {
    const { call, workspace, path } = await createTestStudy()
    const importing = call('transcripts.import', { files: interviews(40) })
    const closing = workspace.close()
    expect((await importing).imported).toHaveLength(40)
    await closing
    expect(await reasonOf(() => call('study.info', {}))).toBe('no-study')
    await call('workspace.open', { path })
    expect((await call('study.info', {})).transcripts).toBe(40)
  })

  it('opening another study waits for it, and the import goes into the study it was asked of', async () => {
    const { call, path } = await createTestStudy()
    const importing = call('transcripts.import', { files: interviews(40) })
    const { path: second } = await call('workspace.create', { path: 'second' })
    await importing
    expect((await call('workspace.status', {})).open?.path).toBe(second)
    expect((await call('study.info', {})).transcripts).toBe(0)
    await call('workspace.open', { path })
    expect((await call('study.info', {})).transcripts).toBe(40)
  })
})

describe('taking back a long import', () => {
  it('lets reads through, which see all of it until none of it is left, and changes nothing when cancelled', async () => {
    const { call, path, ada } = await createTestStudy()
    const turns = Array.from({ length: 2000 }, (_, index) => ({ text: `Answer ${String(index)}.`, codes: ['a', 'b'] }))
    const sources = [{ coder: 'C1', pass: 'independent', turns }]
    const file = textFile('long.json', JSON.stringify({ interview: 'Long', sources }))
    await call('codings.import', { files: [file], coderId: ada.id })
    const before = contentOf(path)
    const controller = new AbortController()
    const cancelled = call(
      'history.undo',
      { coderId: ada.id },
      { signal: controller.signal, onProgress: () => controller.abort() },
    )
    expect(await reasonOf(() => cancelled)).toBe('cancelled')
    expect(contentOf(path)).toEqual(before)
    const seen: Promise<number>[] = []
    const read = async () => (await call('study.info', {})).codings
    await call('history.undo', { coderId: ada.id }, { onProgress: () => seen.push(read()) })
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set((await Promise.all(seen)).slice(0, -1))).toEqual(new Set([4000]))
    expect(await read()).toBe(0)
  })
})

describe('a long read', () => {
  it('is cancelled when its study is closed, and says so', async () => {
    const { call } = await createTestStudy()
    await call('codings.import', { files: [codedTurns('One', 2), codedTurns('Two', 2), codedTurns('Three', 2)] })
    let closing: Promise<unknown> = Promise.resolve()
    let asked = false
    const onProgress = () => {
      if (!asked) closing = call('workspace.close', {})
      asked = true
    }
    const failure: unknown = await call('agreement.compute', { resamples: 10_000 }, { onProgress }).catch(
      (error: unknown) => error,
    )
    await closing
    expect(asked).toBe(true)
    expect(failure).toBeInstanceOf(AxialError)
    expect(failure).toMatchObject({ reason: 'cancelled' })
  })
})

describe('opening another study', () => {
  it('that cannot be opened keeps the one that is open', async () => {
    const { call, path } = await createTestStudy()
    expect(await reasonOf(() => call('workspace.open', { path: 'absent' }))).toBe('study-missing')
    expect((await call('workspace.status', {})).open?.path).toBe(path)
    await call('codes.create', { name: 'still here' })
  })

  it('never leaves a moment in which none is open', async () => {
    const { call, path, workspace } = await createTestStudy()
    await call('transcripts.import', { files: interviews(30) })
    await workspace.close()
    // Opened again, so that its backup is still under way when the next study is asked for, and must be waited for.
    await call('workspace.open', { path })
    const creating = call('workspace.create', { path: 'second' }).then(() => 'created')
    const reasons = new Set<string>()
    let state = 'creating'
    while (state === 'creating') {
      reasons.add(await reasonOf(() => call('coders.list', {})))
      state = await Promise.race([creating, setImmediate('creating')])
    }
    expect([...reasons]).toEqual(['no error'])
  })

  it('over one that exists is refused, and both stay as they were', async () => {
    const { call, path } = await createTestStudy()
    const before = contentOf(path)
    expect(await reasonOf(() => call('workspace.create', { path }))).toBe('study-exists')
    expect((await call('workspace.status', {})).open?.path).toBe(path)
    expect(contentOf(path)).toEqual(before)
  })
})
