import { describe, expect, it } from 'vitest'
import type { Input } from '../../../app/contract.ts'
import { reasonOf } from '../../fixtures/study.ts'
import { removal, transcribedStudy } from '../../fixtures/transcribed-study.ts'

describe('in a blind round', () => {
  it('a coder’s correction moves the codings of others too, and its preview and answer are the same without them', async () => {
    const alone = await transcribedStudy()
    const beside = await transcribedStudy()
    for (const study of [alone, beside]) await study.apply('told us')
    await beside.apply('very very missing', beside.bea)
    await beside.apply('nobody', beside.bea)
    const words = 'The labels, you see, were very very missing, and nobody told us.'
    const shown = async (study: typeof alone) => {
      const { changed, ...rest } = await study.preview(2, words)
      return { ...rest, changed: changed.map(({ id: _, ...one }) => one) }
    }
    expect(await shown(beside)).toEqual(await shown(alone))
    expect((await beside.correct(2, words)).moved).toBe((await alone.correct(2, words)).moved)
    expect(await beside.coded(beside.bea)).toEqual(['very very missing', 'nobody'])
  })

  it('how far a correction, or the undoing of a merge, has come never tells how many codings others have', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `P1: answer ${String(index)} about the lables.`)
    const { call, ada, bea, round, code, preview } = await transcribedStudy(lines.join('\n'))
    const source: Input<'autoCoding.apply'>['source'] = { kind: 'speakers', filters: { speakers: ['P1'] } }
    const who = { coderId: bea.id, roundId: round.id }
    await call('autoCoding.apply', { source, code: { id: code.id }, ...who, passages: 2000 })
    const totals = new Set<number>()
    const onProgress = ({ total }: { readonly total: number }) => totals.add(total)
    await preview(1, 'answer nought', ada, { onProgress })
    const other = await call('codes.create', { name: 'other', coderId: ada.id })
    await call('codes.merge', { ids: [code.id], into: other.id, coderId: ada.id })
    await call('history.undo', { coderId: ada.id }, { onProgress })
    expect([...totals]).toEqual([100])
  })

  it('a coder is told to let the moderator do it where another’s coding is not certain, not whose or which', async () => {
    const { apply, bea, preview, correct } = await transcribedStudy()
    await apply('nobody', bea)
    const shown = await preview(2, 'The labels were missing.')
    expect(shown.isForModerator).toBe(true)
    expect(shown.asked).toEqual([])
    expect(JSON.stringify({ ...shown, changes: [] })).not.toMatch(/Bea|missing labels|nobody/)
    expect(await reasonOf(() => correct(2, 'The labels were missing.'))).toBe('correction-for-moderator')
  })

  it('a coder cannot answer for another’s coding', async () => {
    const { apply, ada, bea, correct, coded } = await transcribedStudy()
    const { id } = await apply('nobody', bea)
    expect(await reasonOf(() => correct(2, 'The labels were missing.', ada, removal(id)))).toBe(
      'correction-for-moderator',
    )
    expect(await coded(bea)).toEqual(['nobody'])
  })

  it('the moderator decides on it, seeing its words but neither the code nor the coder', async () => {
    const { apply, bea, moderator, preview, correct, coded } = await transcribedStudy()
    const { id } = await apply('nobody', bea)
    const { asked } = await preview(2, 'The labels were missing.', moderator)
    expect(asked).toMatchObject([{ id, words: 'nobody', code: null, coder: null }])
    await correct(2, 'The labels were missing.', moderator, removal(id))
    expect(await coded(bea)).toEqual([])
  })

  it('what was coded in a finished round is the moderator’s to decide on', async () => {
    const { call, apply, round, moderator, correct } = await transcribedStudy()
    await apply('nobody')
    await call('rounds.open', { roundId: round.id, coderId: moderator.id })
    expect(await reasonOf(() => correct(2, 'The labels were missing.'))).toBe('correction-for-moderator')
  })
})
