import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Call, Input } from '../../../app/contract.ts'
import type { CoderId } from '../../../domain/ids.ts'
import { codeLink, passageLink } from '../../../domain/memo.ts'
import { spanOf } from '../../../domain/span.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

const WORDS = 'Interviewer: What went wrong?\nP1: The labels were missing, and nobody had told us so.'

type Written = Partial<Omit<Input<'memos.write'>, 'coderId'>>

/** A study in its blind first round, with a transcript, a code, a second coder and a moderator. */
async function blindStudy() {
  const study = await createTestStudy()
  const { call, ada, round } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)] })
  const transcriptId = imported[0]?.id
  const span = spanOf(38, 44)
  if (transcriptId === undefined || span === null) throw new Error('nothing was imported')
  const code = await call('codes.create', { name: 'missing labels' })
  const write = (coderId: CoderId, memo: Written = {}) =>
    call('memos.write', {
      coderId,
      roundId: round.id,
      subject: { kind: 'passage', transcriptId, span },
      body: 'A thought',
      ...memo,
    })
  const list = (coderId: CoderId) => call('memos.list', { coderId })
  const open = () => call('rounds.open', { roundId: round.id, coderId: moderator.id })
  return { ...study, ada, bea, moderator, transcriptId, span, code, write, list, open }
}

type BlindStudy = Awaited<ReturnType<typeof blindStudy>>

/** Everything that could tell of a memo. */
const QUESTIONS: Readonly<Record<string, (call: Call, study: BlindStudy, coderId: CoderId) => Promise<unknown>>> = {
  'memos.list': (call, _, coderId) => call('memos.list', { coderId }),
  'memos.about': (call, { transcriptId, span }, coderId) =>
    call('memos.about', { coderId, subject: { kind: 'passage', transcriptId, span } }),
  'memos.ofTranscript': (call, { transcriptId }, coderId) => call('memos.ofTranscript', { coderId, transcriptId }),
  'history.list': async (call, _, coderId) => (await call('history.list', { coderId })).map(({ action }) => action),
  'study.info': (call, _, coderId) => call('study.info', { coderId }),
  'codes.list': (call, _, coderId) => call('codes.list', { coderId }),
}

describe('a memo written in a blind round', () => {
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    it(`is not told of by ${name} to the other coder, nor to the moderator`, async () => {
      const study = await blindStudy()
      const before = [await ask(study.call, study, study.ada.id), await ask(study.call, study, study.moderator.id)]
      const memo = await study.write(study.bea.id, { codes: [study.code.id] })
      await study.call('memos.update', { coderId: study.bea.id, id: memo.id, body: 'Another thought' })
      await study.call('memos.file', { coderId: study.bea.id, id: memo.id, codes: [study.code.id] })
      const after = [await ask(study.call, study, study.ada.id), await ask(study.call, study, study.moderator.id)]
      expect(after).toEqual(before)
    })
  }

  it('cannot be exported, changed, filed or removed by the other coder, who is told that there is none', async () => {
    const { call, path, ada, bea, write } = await blindStudy()
    const { id } = await write(bea.id)
    const before = rowsOf(path)
    const coderId = ada.id
    expect(await reasonOf(() => call('memos.export', { coderId, ids: [id] }))).toBe('not-found')
    expect(await reasonOf(() => call('memos.update', { coderId, id, body: 'mine' }))).toBe('not-found')
    expect(await reasonOf(() => call('memos.file', { coderId, id, codes: [] }))).toBe('not-found')
    expect(await reasonOf(() => call('memos.remove', { coderId, id }))).toBe('not-found')
    expect(rowsOf(path)).toEqual(before)
  })

  it('is its writer’s to see, and everyone’s once the round is opened, but its writer’s alone to change', async () => {
    const { call, ada, bea, write, list, open } = await blindStudy()
    const { id } = await write(bea.id)
    expect(await list(bea.id)).toMatchObject([{ id, coder: 'Bea', isBlind: true, mayChange: true }])
    await open()
    expect(await list(ada.id)).toMatchObject([{ id, coder: 'Bea', isBlind: false, mayChange: false }])
    expect(await reasonOf(() => call('memos.update', { coderId: ada.id, id, body: 'mine' }))).toBe('memo-not-own')
    expect(await reasonOf(() => call('memos.remove', { coderId: ada.id, id }))).toBe('memo-not-own')
    await call('memos.file', { coderId: ada.id, id, codes: [] })
  })

  it('is never about another coder’s coding, which is said not to be there', async () => {
    const { call, ada, bea, round, transcriptId, span, code, write } = await blindStudy()
    const coding = await call('codings.apply', {
      transcriptId,
      ...span,
      codeId: code.id,
      coderId: bea.id,
      roundId: round.id,
    })
    const subject = { kind: 'coding', id: coding.id } as const
    expect(await reasonOf(() => call('memos.about', { coderId: ada.id, subject }))).toBe('not-found')
    expect(await reasonOf(() => write(ada.id, { subject }))).toBe('not-found')
  })

  it('stays hidden where it is of no round but about a coding that is hidden', async () => {
    const { call, ada, bea, round, transcriptId, span, code, write, list } = await blindStudy()
    const coding = await call('codings.apply', {
      transcriptId,
      ...span,
      codeId: code.id,
      coderId: bea.id,
      roundId: round.id,
    })
    await write(bea.id, { roundId: null, subject: { kind: 'coding', id: coding.id } })
    expect(await list(ada.id)).toEqual([])
    expect(await call('memos.ofTranscript', { coderId: ada.id, transcriptId })).toEqual([])
    expect(await list(bea.id)).toHaveLength(1)
  })
})

describe('a memo', () => {
  it('written outside of any round is everyone’s to see at once', async () => {
    const { ada, bea, write, list } = await blindStudy()
    await write(bea.id, { roundId: null, subject: { kind: 'study' } })
    expect(await list(ada.id)).toMatchObject([{ about: { name: 'study', exists: true }, round: null, isBlind: false }])
  })

  it('says what it is about: the words, where they stand', async () => {
    const { ada, write } = await blindStudy()
    const { about } = await write(ada.id)
    expect(about.passage).toMatchObject({ transcript: 'P1', turn: 2, words: 'labels' })
  })

  it('links to codes and passages, of which those that are there are resolved', async () => {
    const { call, ada, transcriptId, span, code, write } = await blindStudy()
    const gone = await call('codes.create', { name: 'gone' })
    const body = `${codeLink('a [label]', code.id)} ${passageLink('the words', transcriptId, span)} ${codeLink('x', gone.id)}`
    await call('codes.remove', { ids: [gone.id] })
    const { links } = await write(ada.id, { body })
    expect(links.codes).toEqual([{ id: code.id, path: 'missing labels', colour: code.colour }])
    expect(links.passages).toMatchObject([{ transcriptId, start: 38, end: 44, turn: 2 }])
  })

  it('stays when what it is about is removed, and says so', async () => {
    const { call, ada, write, list } = await blindStudy()
    const code = await call('codes.create', { name: 'short-lived' })
    await write(ada.id, { subject: { kind: 'code', id: code.id }, codes: [code.id] })
    await call('codes.remove', { ids: [code.id] })
    expect(await list(ada.id)).toMatchObject([{ about: { name: 'short-lived', exists: false }, codes: [] }])
  })

  it('is changed, filed and removed in steps that undo takes back one by one', async () => {
    const { call, path, ada, code, write } = await blindStudy()
    const states = [rowsOf(path)]
    const note = () => states.push(rowsOf(path))
    const { id } = await write(ada.id)
    note()
    await call('memos.update', { coderId: ada.id, id, title: 'Titled', body: 'Longer', codes: [code.id] })
    note()
    await call('memos.file', { coderId: ada.id, id, codes: [] })
    note()
    await call('memos.remove', { coderId: ada.id, id })
    note()
    for (const state of states.slice(0, -1).toReversed()) {
      await call('history.undo', { coderId: ada.id })
      expect(rowsOf(path)).toEqual(state)
    }
    for (const state of states.slice(1)) {
      await call('history.redo', { coderId: ada.id })
      expect(rowsOf(path)).toEqual(state)
    }
  })

  it('is written about a mismatch and a quality issue as the catalog lists them', async () => {
    const { call, ada, write } = await blindStudy()
    for (const [name, procedure] of [
      ['mismatches.xlsx', 'mismatches.import'],
      ['quality-issues.json', 'qualityIssues.import'],
    ] as const) {
      const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../assets/sample', name)))
      await call(procedure, { file: { name, bytes } })
    }
    const [mismatch] = (await call('catalog.read', {})).items
    const [issue] = await call('catalog.qualityIssues', {})
    if (mismatch === undefined || issue === undefined) throw new Error('the sample has them')
    const ofMismatch = await write(ada.id, { subject: { kind: 'mismatch', id: mismatch.mismatchId } })
    const ofIssue = await write(ada.id, { subject: { kind: 'quality_issue', id: issue.issueId } })
    expect([ofMismatch.about.name, ofIssue.about.name]).toEqual([
      `${mismatch.id}: ${mismatch.description}`,
      `${issue.id}: ${issue.name}`,
    ])
  })

  it('needs words', async () => {
    const { ada, write } = await blindStudy()
    expect(await reasonOf(() => write(ada.id, { body: ' \n ' }))).toBe('memo-empty')
  })

  it('is exported as Markdown with its words, its place and its codes, its links as their words alone', async () => {
    const { call, ada, code, write } = await blindStudy()
    const { id } = await write(ada.id, {
      title: 'On labels',
      body: `# Why\n\nSee ${codeLink('here', code.id)}.`,
      codes: [code.id],
    })
    const { name, bytes } = await call('memos.export', { coderId: ada.id, ids: [id] })
    const text = new TextDecoder().decode(bytes)
    expect(name).toBe('memos.md')
    for (const part of ['## On labels', '### Why', 'See here.', 'P1, turn 2', '> labels', 'missing labels']) {
      expect(text).toContain(part)
    }
  })
})
