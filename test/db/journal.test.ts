import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import { asId } from '../../domain/ids.ts'
import { rowsOf } from '../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../fixtures/study.ts'

const WORDS = 'Interviewer: What went wrong?\nP1: The labels were missing, and nobody had told us so.'

async function codedStudy() {
  const study = await createTestStudy()
  const { call, ada } = study
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)], coderId: ada.id })
  const code = await call('codes.create', { name: 'missing labels', coderId: ada.id })
  const transcriptId = imported[0]?.id ?? asId<'transcript'>('')
  const apply = (start: number, end: number, codeId = code.id) =>
    call('codings.apply', {
      transcriptId,
      start: start as never,
      end: end as never,
      codeId,
      coderId: ada.id,
      roundId: study.round.id,
    })
  const list = () => call('codings.list', { transcriptId, coderId: ada.id })
  return { ...study, transcriptId, code, apply, list }
}

describe('undo and redo', () => {
  it('take back a coding and put it back with the id it had', async () => {
    const { call, ada, apply, list } = await codedStudy()
    const coding = await apply(43, 49)
    const { redo } = await call('history.undo', { coderId: ada.id })
    expect(await list()).toEqual([])
    expect(redo).toEqual({ action: 'codings.apply', detail: 'missing labels' })
    await call('history.redo', { coderId: ada.id })
    expect(await list()).toEqual([coding])
  })

  it('take back the import of a transcript, and bring back every word of it', async () => {
    const { call, ada, transcriptId } = await codedStudy()
    const before = await call('transcripts.read', { id: transcriptId })
    await call('history.undo', { coderId: ada.id })
    await call('history.undo', { coderId: ada.id })
    expect(await call('transcripts.list', {})).toEqual([])
    await call('history.redo', { coderId: ada.id })
    expect(await call('transcripts.read', { id: transcriptId })).toEqual(before)
  })

  it('give back every row of a removed transcript with its codings', async () => {
    const { call, ada, path, transcriptId, apply } = await codedStudy()
    await apply(43, 49)
    const before = rowsOf(path)
    await call('transcripts.remove', { id: transcriptId, coderId: ada.id })
    expect(rowsOf(path)['coding']).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('forget what was undone once something else is done', async () => {
    const { call, ada, apply, list } = await codedStudy()
    await apply(43, 49)
    await call('history.undo', { coderId: ada.id })
    const second = await apply(50, 54)
    expect((await call('history.state', { coderId: ada.id })).redo).toBeNull()
    expect(await reasonOf(() => call('history.redo', { coderId: ada.id }))).toBe('nothing-to-redo')
    expect(await list()).toEqual([second])
  })

  it('leave the work of another coder alone', async () => {
    const { call, ada, apply, list } = await codedStudy()
    const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
    const coding = await apply(43, 49)
    expect(await reasonOf(() => call('history.undo', { coderId: bea.id }))).toBe('nothing-to-undo')
    expect(await list()).toEqual([coding])
    expect((await call('history.state', { coderId: ada.id })).undo?.action).toBe('codings.apply')
  })

  it('are refused where another coder has built on the action, and change nothing', async () => {
    const { call, ada, path, code, transcriptId, round } = await codedStudy()
    const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
    const span = { start: 0 as never, end: 5 as never }
    await call('codings.apply', { transcriptId, ...span, codeId: code.id, coderId: bea.id, roundId: round.id })
    const before = rowsOf(path)
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('later-work-rests-on-it')
    expect(rowsOf(path)).toEqual(before)
  })

  it('are refused where another coder has changed the same row since', async () => {
    const { call, ada, code } = await codedStudy()
    const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
    await call('codes.update', { id: code.id, definition: 'Ada’s', coderId: ada.id })
    await call('codes.update', { id: code.id, definition: 'Bea’s', coderId: bea.id })
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('later-work-rests-on-it')
    const [kept] = await call('codes.list', { coderId: ada.id })
    expect(kept?.definition).toBe('Bea’s')
  })

  it('never take back the creation of the study', async () => {
    const { call, ada } = await createTestStudy()
    expect(await call('history.state', { coderId: ada.id })).toEqual({ undo: null, redo: null })
  })

  it('lead back through any random work to every state it went through', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 }), async (choices) => {
        const { call, ada, path, code, apply, list } = await codedStudy()
        const states = [rowsOf(path)]
        for (const [index, choice] of choices.entries()) {
          const codings = await list()
          const last = codings.at(-1)
          if (choice <= 1) await apply(43 + index, 50 + index)
          else if (choice === 2)
            await call('codes.update', { id: code.id, name: `name ${String(index)}`, coderId: ada.id })
          else if (choice === 3) await call('codes.create', { name: `code ${String(index)}`, coderId: ada.id })
          else if (last) await call('codings.remove', { ids: [last.id], coderId: ada.id })
          else continue
          states.push(rowsOf(path))
        }
        for (const state of states.slice(0, -1).toReversed()) {
          await call('history.undo', { coderId: ada.id })
          expect(rowsOf(path)).toEqual(state)
        }
        for (const state of states.slice(1)) {
          await call('history.redo', { coderId: ada.id })
          expect(rowsOf(path)).toEqual(state)
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('the journal', () => {
  it('tells who did what when, newest first', async () => {
    const { call, ada, apply } = await codedStudy()
    await apply(43, 49)
    await call('history.undo', { coderId: ada.id })
    const entries = await call('history.list', { coderId: ada.id })
    expect(entries.map(({ action, kind, undone, coder }) => [action, kind, undone, coder])).toEqual([
      ['codings.apply', 'undo', false, 'Ada'],
      ['codings.apply', 'do', true, 'Ada'],
      ['codes.create', 'do', false, 'Ada'],
      ['transcripts.import', 'do', false, 'Ada'],
      ['workspace.create', 'do', false, null],
    ])
  })

  it('refuses a change that is no action of anyone', async () => {
    const { path, workspace } = await codedStudy()
    await workspace.close()
    const file = connect(path, { readonly: false, passphrase: null })
    expect(() => file.exec("INSERT INTO coder VALUES ('1', 'Nobody', 'coder')")).toThrow('no action is going on')
    file.close()
  })
})

describe('the tables', () => {
  it('hold at most three instances a mismatch', async () => {
    const { path, workspace, code } = await codedStudy()
    await workspace.close()
    const file = connect(path, { readonly: false, passphrase: null })
    file.exec(
      "INSERT INTO journal_transaction (id, action, detail, at, kind, state) VALUES (99, '', '', '', 'do', 'done');" +
        'INSERT INTO journal_current VALUES (99);' +
        "INSERT INTO mismatch VALUES ('m', 'M01', 'Interview 1', NULL, '', '', '', 0)",
    )
    const add = file.prepare('INSERT INTO instance VALUES (?, ?, ?, ?)')
    for (const slot of [1, 2, 3]) add.run(`i${String(slot)}`, 'm', slot, code.id)
    expect(() => add.run('i4', 'm', 4, code.id)).toThrow('CHECK')
    expect(() => add.run('i5', 'm', 3, code.id)).toThrow('UNIQUE')
    file.close()
  })

  it('never let a frozen text be changed', async () => {
    const { path, workspace } = await codedStudy()
    await workspace.close()
    const file = connect(path, { readonly: false, passphrase: null })
    expect(() => file.exec("UPDATE revision SET text = ''")).toThrow('frozen')
    expect(() => file.exec('UPDATE turn SET start = 0')).toThrow('frozen')
    file.close()
  })
})
