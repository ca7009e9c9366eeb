import { beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../../app/contract.ts'
import { createTestStudy, reasonOf, textFile, type TestStudy } from '../../fixtures/study.ts'

type Applied = Output<'codings.apply'>

describe('an independent round that was opened', () => {
  let study: TestStudy
  let mira: TestStudy['ada']
  let coding: Applied
  let again: () => Promise<Applied>
  beforeEach(async () => {
    study = await createTestStudy()
    const { call, ada, round } = study
    mira = await call('coders.create', { name: 'Mira', kind: 'moderator' })
    const text = 'P1: The labels were missing, and nobody had told us.'
    const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', text)] })
    const [transcript] = imported
    if (transcript === undefined) throw new Error('one transcript was imported')
    const { turns } = await call('transcripts.read', { id: transcript.id })
    const [turn] = turns
    if (turn === undefined) throw new Error('the transcript has a turn')
    const apply = async (name: string) => {
      const { id: codeId } = await call('codes.create', { name })
      const { start, end } = turn
      return call('codings.apply', {
        transcriptId: transcript.id,
        start,
        end,
        codeId,
        coderId: ada.id,
        roundId: round.id,
      })
    }
    coding = await apply('missing labels')
    again = () => apply('told too late')
    await call('rounds.open', { roundId: round.id, coderId: mira.id })
  })

  it('is finished: nothing more is coded in it', async () => {
    expect(await reasonOf(() => again())).toBe('round-finished')
  })

  it('keeps every coding it has, since agreement was measured on them', async () => {
    const { call, ada } = study
    const remove = () => call('codings.remove', { ids: [coding.id], coderId: ada.id })
    expect(await reasonOf(remove)).toBe('round-finished')
    expect(await call('codings.list', { transcriptId: coding.transcriptId, coderId: ada.id })).toEqual([coding])
  })

  it('never becomes blind again by an undo: what was seen was seen', async () => {
    const { call, round } = study
    expect(await reasonOf(() => call('history.undo', { coderId: mira.id }))).toBe('nothing-to-undo')
    expect((await call('rounds.list', {})).find(({ id }) => id === round.id)?.state).toBe('open')
  })
})
