import { describe, expect, it } from 'vitest'
import type { CoderId } from '../../../domain/ids.ts'
import { createScreenedStudy } from '../../fixtures/screened-study.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { reasonOf } from '../../fixtures/study.ts'

/** Bea has screened the first segment with a code, and marked a quote; Ada has done nothing. */
async function blindStudy() {
  const study = await createScreenedStudy()
  const segments = await study.startAll()
  const code = await study.call('codes.create', { name: 'Units', coderId: study.ada.id })
  await study.screen(segments.first.id, study.bea.id, { description: 'Units differ', instances: [code.id] })
  const quote = await study.mark('grams', study.bea.id, 'telling')
  return { ...study, ...segments, code, quote }
}

type BlindStudy = Awaited<ReturnType<typeof blindStudy>>

const QUESTIONS = {
  'segments.list': ({ list }) => list(),
  'screenings.list': ({ screenings }, coderId) => screenings(coderId),
  'quotes.list': ({ call }, coderId) => call('quotes.list', { coderId }),
  'quotes.list of the transcript': ({ call, transcriptId }, coderId) => call('quotes.list', { coderId, transcriptId }),
  'codes.list': ({ call }, coderId) => call('codes.list', { coderId }),
  'study.info': ({ call }, coderId) => call('study.info', { coderId }),
  'study.progress': ({ call }, coderId) => call('study.progress', { coderId }),
  'history.list': async ({ call }, coderId) =>
    (await call('history.list', { coderId })).filter(({ action }) => /screenings|quotes/.test(action)),
} as const satisfies Record<string, (study: BlindStudy, coderId: CoderId) => Promise<unknown>>

describe('while a round is blind', () => {
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    it(`${name} tells Ada the same with Bea’s screening and quote as without them, and the moderator no more`, async () => {
      const study = await blindStudy()
      const { call, bea, ada, mo } = study
      const told = [await ask(study, ada.id), await ask(study, mo.id)]
      await call('history.undo', { coderId: bea.id })
      await call('history.undo', { coderId: bea.id })
      expect([rowsOf(study.path)['screening'], rowsOf(study.path)['quote']]).toEqual([[], []])
      expect(told).toEqual([await ask(study, ada.id), await ask(study, mo.id)])
    })
  }

  it('Bea’s quote cannot be removed by Ada, who is told that there is none', async () => {
    const { call, quote, ada } = await blindStudy()
    expect(await reasonOf(() => call('quotes.remove', { id: quote.id, coderId: ada.id }))).toBe('not-found')
  })

  it('the same words marked by Ada are a quote of her own, without Bea’s note', async () => {
    const { mark, quote, ada } = await blindStudy()
    const mine = await mark('grams', ada.id)
    expect(mine.id).not.toBe(quote.id)
    expect(mine.note).toBe('')
  })

  it('Ada’s screening of the same segment is her own, and changes nothing of Bea’s', async () => {
    const { screen, screenings, first, ada, bea } = await blindStudy()
    const before = await screenings(bea.id)
    await screen(first.id, ada.id, { description: 'Memory' })
    expect(await screenings(bea.id)).toEqual(before)
    expect(await screenings(ada.id)).toMatchObject([{ description: 'Memory', instances: [] }])
  })

  it('a code that only Bea’s instances name is not removed by Ada, who is not told how often', async () => {
    const { call, code, ada } = await blindStudy()
    expect(await reasonOf(() => call('codes.remove', { ids: [code.id], coderId: ada.id }))).toBe('in-use-blind')
    const told = await call('codes.remove', { ids: [code.id] }).catch((error: unknown) => error)
    expect(told).toMatchObject({ reason: 'in-use', params: { count: 1 } })
  })

  it('what a change of that code would touch tells Ada no more than that there may be work she does not see', async () => {
    const { call, code, ada } = await blindStudy()
    const impact = await call('codes.impact', { kind: 'remove', ids: [code.id], coderId: ada.id })
    expect(impact).toMatchObject({ codings: 0, coders: [], catalogItems: 0, hidden: true })
  })

  it.each(['screened', 'quoted'] as const)('a transcript that only Bea has %s is not removed by Ada', async (work) => {
    const { call, transcriptId, startAll, screen, mark, ada, bea } = await createScreenedStudy()
    const { first } = await startAll()
    if (work === 'screened') await screen(first.id, bea.id)
    else await mark('grams', bea.id)
    expect(await reasonOf(() => call('transcripts.remove', { id: transcriptId, coderId: ada.id }))).toBe('coded-blind')
  })

  it('the history of a merge tells each of their own screening’s codes, and nothing of the other’s', async () => {
    const { call, code, screen, second, ada, bea } = await blindStudy()
    const other = await call('codes.create', { name: 'Memory', coderId: ada.id })
    await screen(second.id, ada.id, { instances: [code.id] })
    await call('codes.merge', { ids: [code.id], into: other.id, coderId: ada.id })
    const shown = async (coderId: CoderId) => {
      const actions = await call('history.list', { coderId })
      const merge = actions.find(({ action }) => action === 'codes.merge')
      if (merge === undefined) return null
      const { counts } = await call('history.read', { id: merge.id, coderId })
      return counts.find(({ thing }) => thing === 'screening_instance')?.count ?? 0
    }
    expect([await shown(ada.id), await shown(bea.id)]).toEqual([1, 1])
  })

  it('everyone sees everything once the moderator opens the round', async () => {
    const { call, screenings, ada, open } = await blindStudy()
    await open()
    expect(await screenings(ada.id)).toMatchObject([{ description: 'Units differ', decision: 'included' }])
    expect(await call('quotes.list', { coderId: ada.id })).toMatchObject([{ note: 'telling' }])
  })
})
