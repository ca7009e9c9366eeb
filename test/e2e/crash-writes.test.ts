import { copyFileSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Call, Input } from '../../app/contract.ts'
import { connect } from '../../db/connection.ts'
import { BLANK_FORM } from '../../domain/screening.ts'
import { startServer } from '../../scripts/workbench.ts'
import { actionsIn, rowsOf } from '../fixtures/study-content.ts'
import { openWorkspace, reasonOf, textFile } from '../fixtures/study.ts'
import { newWorkspace } from '../fixtures/workspace.ts'
import { admittedCall } from './admitted-call.ts'

const TURNS = Array.from({ length: 3000 }, (_, index) => `P1: answer ${String(index)} about the lables.`)
const EVERY_TURN: Input<'autoCoding.apply'>['source'] = { kind: 'speakers', filters: { speakers: ['P1'] } }

/** A study of 3,000 codings, ready to be copied. */
async function madeStudy() {
  const folder = mkdtempSync(join(tmpdir(), 'axial-crash-'))
  const workspace = newWorkspace(folder)
  const { call } = workspace
  const { path } = await call('workspace.create', { path: 'study', coder: 'Ada' })
  const [ada] = await call('coders.list', {})
  const [round] = await call('rounds.list', {})
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', TURNS.join('\n'))] })
  const transcriptId = imported[0]?.id
  if (ada === undefined || round === undefined || transcriptId === undefined)
    throw new Error('the study lacks its parts')
  const one = await call('codes.create', { name: 'one' })
  const two = await call('codes.create', { name: 'two' })
  const who = { coderId: ada.id, roundId: round.id }
  await call('autoCoding.apply', { source: EVERY_TURN, code: { id: one.id }, ...who, passages: 3000 })
  const { revisionId, text, turns } = await call('transcripts.read', { id: transcriptId })
  for (const turn of turns.filter((_, index) => index % 100 === 0)) {
    await call('segments.start', { transcriptId, at: turn.start, coderId: ada.id })
  }
  const [segment] = await call('segments.list', { transcriptId })
  const { passages } = await call('codes.passages', { id: one.id, limit: 3000, coderId: ada.id })
  await workspace.close()
  if (segment === undefined) throw new Error('there are segments')
  return { folder, path, who, one, two, transcriptId, revisionId, text, turns, segment, passages }
}

type Made = Awaited<ReturnType<typeof madeStudy>>

const WRITES: Readonly<Record<string, (call: Call, made: Made) => Promise<unknown>>> = {
  'a merge of 3,000 codings': (call, { one, two, who }) =>
    call('codes.merge', { ids: [one.id], into: two.id, coderId: who.coderId }),
  'a split of 3,000 codings': (call, { one, two, who, passages }) => {
    const parts: Input<'codes.split'>['parts'] = [
      { kind: 'code', id: two.id },
      { kind: 'new', name: 'three' },
    ]
    const decisions = passages.map(({ codingId }, index) => ({
      codingId,
      part: index % 2 === 0 ? (0 as const) : (1 as const),
    }))
    return call('codes.split', { id: one.id, parts, decisions, retire: true, coderId: who.coderId })
  },
  'a correction of 3,000 turns': (call, { transcriptId, revisionId, text, who }) =>
    call('corrections.apply', {
      transcriptId,
      revisionId,
      correction: { kind: 'file', file: textFile('P1.txt', text.replaceAll('the lables', 'all labels')) },
      coderId: who.coderId,
    }),
  'an import of 3,000 codes': (call, { who }) => {
    const lines = Array.from({ length: 3000 }, (_, index) => `code ${String(index)},what it is`)
    const file = textFile('codes.csv', ['name,definition', ...lines].join('\n'))
    return call('codebook.import', { source: { from: 'file', file }, coderId: who.coderId })
  },
  'an automatic coding of 3,000 turns': (call, { two, who }) => {
    return call('autoCoding.apply', { source: EVERY_TURN, code: { id: two.id }, ...who, passages: 3000 })
  },
  'segments and screenings, one after the other': async (call, { transcriptId, segment, who, turns, one }) => {
    const form = { ...BLANK_FORM, quote: 'q', instances: [one.id] }
    await call('screenings.save', { segmentId: segment.id, ...who, ...form })
    for (const turn of turns.slice(10, 60)) {
      await call('segments.start', { transcriptId, at: turn.start, coderId: who.coderId })
    }
  },
  'memos, one after the other': async (call, { who, one, passages }) => {
    for (const { codingId } of passages.slice(0, 60)) {
      await call('memos.write', { ...who, subject: { kind: 'coding', id: codingId }, body: 'Why?', codes: [one.id] })
    }
  },
  'undoing 3,000 codings': (call, { who }) => call('history.undo', { coderId: who.coderId }),
}

let made: Made

beforeAll(async () => {
  made = await madeStudy()
  return () => rm(made.folder, { recursive: true, force: true })
})

/** Milliseconds after which the process is killed: some of these writes are over then, most are in the middle. */
const DELAY = 90

describe('the process killed in the middle of', () => {
  it.each(Object.entries(WRITES))(
    '%s keeps all of each action or nothing, in a file that is whole',
    async (_, write) => {
      const server = await startServer()
      const path = join(server.folder, 'study.axial')
      copyFileSync(made.path, path)
      const before = { rows: rowsOf(path), actions: actionsIn(path) }
      const { coderId } = made.who
      const call = await admittedCall(server)
      await call('workspace.open', { path })
      const ended = reasonOf(() => write(call, made))
      await setTimeout(DELAY)
      await server.kill()
      // Cut off, or done already; never refused.
      expect(['service-gone', 'no error']).toContain(await ended)

      const { call: again, close } = openWorkspace()
      await again('workspace.open', { path })
      const kept = actionsIn(path) - before.actions
      if (kept === 0) expect(rowsOf(path)).toEqual(before.rows)
      const { redo } = await again('history.state', { coderId })
      for (let step = 0; step < kept; step++) {
        await again(redo === null ? 'history.undo' : 'history.redo', { coderId })
      }
      expect(rowsOf(path)).toEqual(before.rows)
      await close()
      const file = connect(path, { readonly: true, passphrase: null })
      expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(file.pragma('foreign_key_check')).toEqual([])
      expect(file.prepare('SELECT count(*) FROM journal_current').pluck().get()).toBe(0)
      file.close()
      await rm(server.folder, { recursive: true, force: true })
    },
  )
})
