import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../../db/connection.ts'
import { AxialError } from '../../../../domain/errors.ts'
import { rowsOf } from '../../../fixtures/study-content.ts'
import { createOriginal, openCopy, type Original } from './copies.ts'
import { NothingThere } from './worker.ts'
import { workNames, WORKS } from './works.ts'

/** Half of the steps go back or forth. */
const WALKS = workNames.map((_, index) => (index % 3 === 2 ? ('redo' as const) : ('undo' as const)))

let folder = ''
let original: Original

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'axial-test-'))
  original = await createOriginal(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether it was done. What is refused, or there is nothing to do to, is not. */
async function tryTo(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof NothingThere) return false
    if (error instanceof AxialError && error.code !== 'internal') return false
    throw error
  }
}

/** What must hold of a study whatever is done to it. */
function faultsOf(path: string): unknown {
  const file = connect(path, { readonly: true, passphrase: null })
  const broken = file.pragma('foreign_key_check')
  const beyond = file
    .prepare(
      `SELECT c.id FROM coding c JOIN transcript t ON t.id = c.transcript_id JOIN revision r ON r.id = t.revision_id
       WHERE c."end" > length(CAST(r.text AS TEXT)) * 2`,
    )
    .all()
  const counted =
    'SELECT code_id, transcript_id, coder_id, round_id, count(*) AS codings FROM coding GROUP BY 1, 2, 3, 4'
  const miscounted = file.prepare(`${counted} EXCEPT SELECT * FROM coding_count`).all()
  const overcounted = file.prepare(`SELECT * FROM coding_count EXCEPT ${counted}`).all()
  file.close()
  return { broken, beyond, miscounted, overcounted }
}

const NO_FAULT = { broken: [], beyond: [], miscounted: [], overcounted: [] }

describe('what one person did', () => {
  it('is taken back and done again exactly, whatever they did, and a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 997 }), { minLength: 40, maxLength: 60 }),
        fc.array(fc.constantFrom(...workNames), { minLength: 20, maxLength: 30 }),
        fc.constantFrom('Ada' as const, 'Mo' as const),
        async (numbers, works, who) => {
          const { workspace, call, path, workerOf } = await openCopy(original, numbers)
          const worker = workerOf(who)
          const { coderId } = worker
          const states = [rowsOf(path)]
          for (const name of works) {
            const before = states.at(-1)
            const wasDone = await tryTo(() => WORKS[name](worker))
            const now = rowsOf(path)
            if (!wasDone) expect(now, `${name} was refused`).toEqual(before)
            else if (JSON.stringify(now) !== JSON.stringify(before)) {
              states.push(now)
            }
          }
          expect(faultsOf(path)).toEqual(NO_FAULT)
          for (const state of states.slice(0, -1).toReversed()) {
            const { undo } = await call('history.state', { coderId })
            await call('history.undo', { coderId })
            expect(rowsOf(path), `${undo?.action ?? ''} was taken back`).toEqual(state)
          }
          for (const state of states.slice(1)) {
            const { redo } = await call('history.state', { coderId })
            await call('history.redo', { coderId })
            expect(rowsOf(path), `${redo?.action ?? ''} was done again`).toEqual(state)
          }
          expect(faultsOf(path)).toEqual(NO_FAULT)
          await workspace.close()
        },
      ),
      { numRuns: 2 },
    )
  })

  it('is of every procedure there is', async () => {
    // Each in turn, so that none of them is here that never does anything.
    const { workspace, call, path, workerOf } = await openCopy(original, [0, 1, 2, 3, 5, 8, 13])
    const worker = workerOf('Mo')
    const { coderId } = worker
    const done = new Set<string>()
    for (const first of [
      'harmonising.refuse',
      'memos.write',
      'codings.apply',
      'quotes.mark',
      'participants.create',
      'review.start',
      'review.note',
      'review.decide',
    ] as const) {
      const before = JSON.stringify(rowsOf(path))
      await WORKS[first](worker)
      if (JSON.stringify(rowsOf(path)) !== before) done.add(first)
    }
    for (let round = 0; round < 30 && done.size < workNames.length; round++) {
      for (const name of workNames) {
        if (done.has(name)) continue
        const before = JSON.stringify(rowsOf(path))
        if (!(await tryTo(() => WORKS[name](worker)))) continue
        if (JSON.stringify(rowsOf(path)) === before) continue
        done.add(name)
        await call('history.undo', { coderId })
      }
    }
    expect(workNames.filter((name) => !done.has(name))).toEqual([])
    await workspace.close()
  })
})

describe('what two people did in turn', () => {
  it('is taken back and done again by each as far as nothing rests on it, and the study holds throughout', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 997 }), { minLength: 40, maxLength: 60 }),
        fc.array(
          fc.record({
            who: fc.constantFrom('Ada' as const, 'Mo' as const),
            what: fc.constantFrom(...workNames, ...WALKS),
          }),
          { minLength: 20, maxLength: 30 },
        ),
        async (numbers, steps) => {
          const { workspace, call, path, workerOf } = await openCopy(original, numbers)
          for (const { who, what } of steps) {
            const worker = workerOf(who)
            const { coderId } = worker
            const before = rowsOf(path)
            if (what !== 'undo' && what !== 'redo') {
              if (!(await tryTo(() => WORKS[what](worker)))) expect(rowsOf(path), `${what} was refused`).toEqual(before)
              continue
            }
            if (!(await tryTo(() => call(`history.${what}`, { coderId })))) {
              expect(rowsOf(path), `${what} was refused`).toEqual(before)
              continue
            }
            const after = rowsOf(path)
            const back = what === 'undo' ? 'history.redo' : 'history.undo'
            await call(back, { coderId })
            expect(rowsOf(path), `${what}, and back`).toEqual(before)
            await call(`history.${what}`, { coderId })
            expect(rowsOf(path), `${what}, back, and again`).toEqual(after)
          }
          expect(faultsOf(path)).toEqual(NO_FAULT)
          await workspace.close()
        },
      ),
      { numRuns: 3 },
    )
  })
})
