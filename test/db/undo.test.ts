import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import type { CoderId, CodeId } from '../../domain/ids.ts'
import { spanOf } from '../../domain/span.ts'
import { rowsOf } from '../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../fixtures/study.ts'

const WORDS = 'Interviewer: What went wrong?\nP1: The labels were missing, and nobody had told us so.'

function passage(start: number, end: number) {
  const span = spanOf(start, end)
  if (span === null) throw new Error('no span')
  return span
}

/** A study with one transcript, one code of Ada's, and a second coder and a moderator. */
async function sharedStudy() {
  const study = await createTestStudy()
  const { call, ada, round } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)] })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const code = await call('codes.create', { name: 'missing labels' })
  const apply = (coder: { id: CoderId }, start: number, codeId: CodeId = code.id) =>
    call('codings.apply', { transcriptId, ...passage(start, start + 5), codeId, coderId: coder.id, roundId: round.id })
  const undo = (coder: { id: CoderId }) => call('history.undo', { coderId: coder.id })
  const redo = (coder: { id: CoderId }) => call('history.redo', { coderId: coder.id })
  const update = (coder: { id: CoderId }, change: { name?: string; definition?: string; colour?: number }) =>
    call('codes.update', { id: code.id, ...change, coderId: coder.id })
  const codeNow = async () => (await call('codes.list', { coderId: ada.id })).find(({ id }) => id === code.id)
  return { ...study, bea, moderator, transcriptId, code, apply, undo, redo, update, codeNow }
}

function codedTurns(labels: readonly string[], coder = 'C1') {
  const turns = [
    { speaker: 'Interviewer', text: 'What went wrong?', codes: [] },
    { speaker: 'P1', text: 'The labels were missing, and nobody had told us so.', codes: labels },
  ]
  return textFile('P1.json', JSON.stringify({ interview: 'P1', sources: [{ coder, pass: 'independent', turns }] }))
}

describe('what two coders did to one code in turn', () => {
  it('is not overwritten when the first does again what the second has since changed anew', async () => {
    const { ada, bea, update, undo, redo, codeNow } = await sharedStudy()
    await update(bea, { definition: 'Bea’s' })
    await undo(bea)
    await update(ada, { colour: 7 })
    await undo(ada)
    await redo(bea)
    expect(await reasonOf(() => redo(ada))).toBe('later-work-rests-on-it')
    expect(await codeNow()).toMatchObject({ definition: 'Bea’s', colour: 0 })
  })

  it('does not come back with what the other does again', async () => {
    const { ada, bea, update, undo, redo, codeNow } = await sharedStudy()
    await update(bea, { definition: 'Bea’s' })
    await update(ada, { colour: 7 })
    await undo(ada)
    await undo(bea)
    expect(await reasonOf(() => redo(ada))).toBe('later-work-rests-on-it')
    expect(await codeNow()).toMatchObject({ definition: '', colour: 0 })
    await redo(bea)
    await redo(ada)
    expect(await codeNow()).toMatchObject({ definition: 'Bea’s', colour: 7 })
  })

  it('is never said to be done again where there is nothing left to do it to', async () => {
    const { call, ada, bea, undo, redo } = await sharedStudy()
    const code = await call('codes.create', { name: 'of Bea', coderId: bea.id })
    await call('codes.update', { id: code.id, definition: 'Ada’s', coderId: ada.id })
    await undo(ada)
    await undo(bea)
    expect(await reasonOf(() => redo(ada))).toBe('later-work-rests-on-it')
    expect((await call('history.state', { coderId: ada.id })).redo?.action).toBe('codes.update')
  })

  it('can be taken back wholly and done again wholly, whoever goes first, or is refused and left as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 7 }), { minLength: 4, maxLength: 16 }), async (choices) => {
        const { path, ada, bea, update, undo, redo } = await sharedStudy()
        const works = [
          () => update(ada, { definition: 'Ada’s' }),
          () => update(bea, { name: 'Bea’s' }),
          () => undo(ada),
          () => undo(bea),
          () => redo(ada),
          () => redo(bea),
          () => update(ada, { colour: 3 }),
          () => update(bea, { colour: 5 }),
        ]
        for (const choice of choices) {
          const before = rowsOf(path)
          const reason = await reasonOf(() => works[choice]?.())
          if (reason !== 'no error') expect(rowsOf(path)).toEqual(before)
          else if (choice === 2 || choice === 3) {
            // Whatever was just taken back can be done again and taken back again: the rows say the same each time.
            const after = rowsOf(path)
            const coder = choice === 2 ? ada : bea
            await redo(coder)
            expect(rowsOf(path)).toEqual(before)
            await undo(coder)
            expect(rowsOf(path)).toEqual(after)
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('an undo', () => {
  it('of a renaming is refused once another code has taken the name, and changes nothing', async () => {
    const { call, path, ada, bea, update, undo } = await sharedStudy()
    await update(ada, { name: 'labels lost' })
    await call('codes.create', { name: 'missing labels', coderId: bea.id })
    const before = rowsOf(path)
    expect(await reasonOf(() => undo(ada))).toBe('later-work-rests-on-it')
    expect(rowsOf(path)).toEqual(before)
  })

  it('gives back a removed code with everything it said', async () => {
    const { call, path, ada, bea, undo } = await sharedStudy()
    const own = await call('codes.create', { name: 'own', definition: 'a definition', coderId: bea.id })
    const before = rowsOf(path)
    await call('codes.remove', { ids: [own.id], coderId: ada.id })
    await undo(ada)
    expect(rowsOf(path)).toEqual(before)
  })

  it('of a removed code is refused once another has taken its name', async () => {
    const { call, ada, bea, undo } = await sharedStudy()
    const own = await call('codes.create', { name: 'own', coderId: bea.id })
    await call('codes.remove', { ids: [own.id], coderId: ada.id })
    await call('codes.create', { name: 'own', coderId: bea.id })
    expect(await reasonOf(() => undo(ada))).toBe('later-work-rests-on-it')
  })

  it('of an import of codings is refused once someone coded with a code it made', async () => {
    const { call, path, ada, bea, apply, undo } = await sharedStudy()
    await call('codings.import', { files: [codedTurns(['imported'])], coderId: ada.id })
    const imported = (await call('codes.list', { coderId: ada.id })).find(({ name }) => name === 'imported')
    if (imported === undefined) throw new Error('the code was not made')
    const coding = await apply(bea, 43, imported.id)
    const before = rowsOf(path)
    expect(await reasonOf(() => undo(ada))).toBe('later-work-rests-on-it')
    expect(rowsOf(path)).toEqual(before)
    await call('codings.remove', { ids: [coding.id], coderId: bea.id })
  })

  it('of an import of codings leaves not one row of it, and a redo brings back every one', async () => {
    const { call, path, ada, undo, redo } = await sharedStudy()
    const before = rowsOf(path)
    await call('codings.import', { files: [codedTurns(['Imported / first', 'second'])], coderId: ada.id })
    const after = rowsOf(path)
    await undo(ada)
    expect(rowsOf(path)).toEqual(before)
    await redo(ada)
    expect(rowsOf(path)).toEqual(after)
  })

  it('by the moderator brings back a removed transcript with every coder’s work, which none could undo meanwhile', async () => {
    const { call, path, ada, bea, moderator, transcriptId, apply, undo } = await sharedStudy()
    await apply(ada, 43)
    await apply(bea, 50)
    const before = rowsOf(path)
    await call('transcripts.remove', { id: transcriptId, coderId: moderator.id })
    expect(await reasonOf(() => undo(bea))).toBe('later-work-rests-on-it')
    await undo(moderator)
    expect(rowsOf(path)).toEqual(before)
    await undo(bea)
    await undo(ada)
  })

  it('never reaches what the command line did, which is no coder’s', async () => {
    const { call, ada } = await sharedStudy()
    await call('codings.import', { files: [codedTurns(['imported'])] })
    expect((await call('history.state', { coderId: ada.id })).undo).toBeNull()
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('nothing-to-undo')
  })
})

describe('the counts that triggers keep', () => {
  it('are those of the codings, whatever was done, taken back and done again', async () => {
    const countsOf = (path: string) => {
      const file = connect(path, { readonly: true, passphrase: null })
      const kept = file.prepare('SELECT * FROM coding_count ORDER BY 1, 2, 3, 4').all()
      const counted = file
        .prepare(
          `SELECT code_id, transcript_id, coder_id, round_id, count(*) AS codings FROM coding
           GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
        )
        .all()
      file.close()
      return { kept, counted }
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 20 }), async (choices) => {
        const { call, path, ada, bea, moderator, transcriptId, apply, undo, redo } = await sharedStudy()
        const works = [
          (step: number) => apply(ada, step),
          (step: number) => apply(bea, step % 4),
          () => undo(ada),
          () => redo(ada),
          async () => {
            const [first] = await call('codings.list', { transcriptId, coderId: bea.id })
            if (first) await call('codings.remove', { ids: [first.id], coderId: bea.id })
          },
          () => call('transcripts.remove', { id: transcriptId, coderId: moderator.id }),
          () => undo(moderator),
        ]
        for (const [step, choice] of choices.entries()) {
          await reasonOf(() => works[choice]?.(step))
          const { kept, counted } = countsOf(path)
          expect(kept).toEqual(counted)
        }
      }),
      { numRuns: 15 },
    )
  })
})
