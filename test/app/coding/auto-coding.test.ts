import { describe, expect, it } from 'vitest'
import type { Input } from '../../../app/contract.ts'
import type { GivenSource } from '../../../app/contract/search.ts'
import { contentOf, rowsOf } from '../../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

const WORDS = [
  'Interviewer: How do you collect your data?',
  'P1: With sensors. The labels were missing.',
  'Interviewer: Which sensors?',
  'P1: Cameras. Cameras have labels of their own, labels of the maker.',
  'Interviewer: Who labels the data, and how?',
  'P1: Students do.',
].join('\n')

async function studyToCode() {
  const study = await createTestStudy()
  const { call, ada, round } = study
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)] })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const code = await call('codes.create', { name: 'labels' })
  const who = { coderId: ada.id, roundId: round.id }
  const preview = (source: GivenSource) => call('autoCoding.preview', { source, codeId: code.id, ...who })
  const apply = async (source: GivenSource, more: Partial<Input<'autoCoding.apply'>> = {}) => {
    const { passages } = await preview(source)
    return call('autoCoding.apply', { source, code: { id: code.id }, passages, ...who, ...more })
  }
  const codings = async () => {
    const { text } = await call('transcripts.read', { id: transcriptId })
    const list = await call('codings.list', { transcriptId, coderId: ada.id })
    return list.map(({ start, end }) => text.slice(start, end))
  }
  return { ...study, transcriptId, code, who, preview, apply, codings }
}

const LABELS = { kind: 'search', query: 'labels', filters: { who: 'participants' }, scope: 'hits' } as const
const GUIDE = {
  kind: 'guide',
  questions: ['How do you collect your data?', 'Who labels the data, and how?'],
  likeness: 0.6,
  askers: [],
} as const satisfies GivenSource

describe('the preview', () => {
  it('holds every turn of a speaker', async () => {
    const { preview } = await studyToCode()
    const { passages, shown } = await preview({ kind: 'speakers', filters: { speakers: ['P1'] } })
    expect([passages, shown.map(({ turn, words }) => [turn, words])]).toEqual([
      3,
      [
        [2, 'With sensors. The labels were missing.'],
        [4, 'Cameras. Cameras have labels of their own, labels of the maker.'],
        [6, 'Students do.'],
      ],
    ])
  })

  it.each([
    ['hits', ['labels', 'labels', 'labels']],
    ['sentences', ['The labels were missing.', 'Cameras have labels of their own, labels of the maker.']],
    [
      'turns',
      ['With sensors. The labels were missing.', 'Cameras. Cameras have labels of their own, labels of the maker.'],
    ],
  ] as const)('holds the %s of a search', async (scope, words) => {
    const { preview } = await studyToCode()
    expect((await preview({ ...LABELS, scope })).shown.map((one) => one.words)).toEqual(words)
  })

  it('holds the answers to questions of the guide, with what they answer', async () => {
    const { preview } = await studyToCode()
    const { shown } = await preview(GUIDE)
    expect(shown.map(({ words, question }) => [question?.text, question?.likeness, words])).toEqual([
      [
        GUIDE.questions[0],
        1,
        'With sensors. The labels were missing.\nInterviewer: Which sensors?\nP1: Cameras. Cameras have labels of their own, labels of the maker.',
      ],
      [GUIDE.questions[1], 1, 'Students do.'],
    ])
  })

  it('ends an answer at a question of the guide whose own answers are not wanted', async () => {
    const { call, preview } = await studyToCode()
    const wanted = [GUIDE.questions[0]]
    const whole = (await preview({ ...GUIDE, questions: wanted })).shown[0]?.words
    await call('autoCoding.saveQuestions', { questions: [...GUIDE.questions] })
    const { shown } = await preview({ ...GUIDE, questions: wanted })
    expect(whole).toMatch(/Students do\.$/)
    expect(shown.map(({ words }) => words.endsWith('of the maker.'))).toEqual([true])
  })

  it('takes those who ask from what is given, where labels do not tell', async () => {
    const { preview } = await studyToCode()
    expect((await preview({ ...GUIDE, askers: ['P1'] })).passages).toBe(0)
  })

  it('tells what this coder has coded so already, and pages', async () => {
    const { call, code, who, preview, apply } = await studyToCode()
    await apply(LABELS)
    const turns = await preview({ ...LABELS, filters: {} })
    expect([turns.passages, turns.coded, turns.shown.map(({ isCoded }) => isCoded)]).toEqual([
      4,
      3,
      [true, true, true, false],
    ])
    const page = await call('autoCoding.preview', { source: LABELS, codeId: code.id, ...who, offset: 1, limit: 1 })
    expect([page.passages, page.coded, page.shown.length]).toEqual([3, 3, 1])
  })
})

describe('coding automatically', () => {
  it('codes every passage as one action that is taken back as one', async () => {
    const { call, path, ada, apply, codings } = await studyToCode()
    const before = rowsOf(path)
    expect(await apply(LABELS)).toMatchObject({ code: 'labels', applied: 3, skipped: 0, leftOut: 0 })
    expect(await codings()).toEqual(['labels', 'labels', 'labels'])
    expect((await call('history.state', { coderId: ada.id })).undo).toMatchObject({
      action: 'autoCoding.apply',
      detail: 'labels',
    })
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
    await call('history.redo', { coderId: ada.id })
    expect(await codings()).toHaveLength(3)
  })

  it('leaves out what is left out, and skips and says what is coded so already', async () => {
    const { apply, preview, codings } = await studyToCode()
    const [first] = (await preview(LABELS)).shown
    if (first === undefined) throw new Error('nothing was proposed')
    const { transcriptId, start, end } = first
    expect(await apply(LABELS, { leftOut: [{ transcriptId, start, end }] })).toMatchObject({ applied: 2, leftOut: 1 })
    expect(await apply(LABELS)).toMatchObject({ applied: 1, skipped: 2, leftOut: 0 })
    expect(await codings()).toHaveLength(3)
  })

  it('creates the code by its path in the same action, in the category that is there', async () => {
    const { call, path, ada, apply } = await studyToCode()
    await call('codes.create', { name: 'Raw Data' })
    const before = rowsOf(path)
    await apply(LABELS, { code: { path: 'raw data / Labels / Missing' } })
    const codes = await call('codes.list', { coderId: ada.id })
    const parentOf = (name: string) =>
      codes.find(({ id }) => id === codes.find((code) => code.name === name)?.parentId)?.name
    expect([parentOf('Missing'), parentOf('Labels')]).toEqual(['Labels', 'Raw Data'])
    expect(codes.find(({ name }) => name === 'Missing')?.codings).toBe(3)
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('says that the coder went through the transcript', async () => {
    const { path, apply } = await studyToCode()
    await apply(LABELS)
    expect(rowsOf(path)['assignment']).toHaveLength(1)
  })

  it('is refused where the passages are no longer those shown, with nothing changed', async () => {
    const { path, apply } = await studyToCode()
    const before = contentOf(path)
    expect(await reasonOf(() => apply(LABELS, { passages: 2 }))).toBe('preview-outdated')
    expect(contentOf(path)).toEqual(before)
  })

  it('is refused where nothing is left to code, also without the new code', async () => {
    const { path, apply, preview } = await studyToCode()
    const leftOut = (await preview(LABELS)).shown.map(({ transcriptId, start, end }) => ({ transcriptId, start, end }))
    const before = contentOf(path)
    expect(await reasonOf(() => apply(LABELS, { leftOut, code: { path: 'new' } }))).toBe('nothing-to-code')
    expect(contentOf(path)).toEqual(before)
  })

  it('does not bring back a retired code by its path', async () => {
    const { call, path, ada, code, apply } = await studyToCode()
    await call('codes.retire', { ids: [code.id], coderId: ada.id })
    const before = contentOf(path)
    expect(await reasonOf(() => apply(LABELS, { code: { path: 'labels' } }))).toBe('code-retired-there')
    expect(contentOf(path)).toEqual(before)
  })

  it('is refused in a finished round', async () => {
    const { call, round, apply } = await studyToCode()
    const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
    await call('rounds.open', { roundId: round.id, coderId: moderator.id })
    expect(await reasonOf(() => apply(LABELS))).toBe('round-finished')
  })

  it('is all undone when it is cancelled', async () => {
    const { call, path, code, who } = await studyToCode()
    const before = contentOf(path)
    const controller = new AbortController()
    controller.abort()
    const input = { source: LABELS, code: { id: code.id }, passages: 3, ...who }
    expect(await reasonOf(() => call('autoCoding.apply', input, { signal: controller.signal }))).toBe('cancelled')
    expect(contentOf(path)).toEqual(before)
  })
})

describe('the questions of the guide', () => {
  it('are kept in order, trimmed, each once, and taken back', async () => {
    const { call, ada } = await studyToCode()
    const texts = async () => (await call('autoCoding.questions', {})).map(({ text }) => text)
    await call('autoCoding.saveQuestions', { questions: [' A? ', '', 'B?', 'A?'], coderId: ada.id })
    expect(await texts()).toEqual(['A?', 'B?'])
    const [a] = await call('autoCoding.questions', {})
    await call('autoCoding.saveQuestions', { questions: ['C?', 'A?'], coderId: ada.id })
    expect(await texts()).toEqual(['C?', 'A?'])
    expect((await call('autoCoding.questions', {}))[1]).toEqual(a)
    await call('history.undo', { coderId: ada.id })
    expect(await texts()).toEqual(['A?', 'B?'])
  })
})
