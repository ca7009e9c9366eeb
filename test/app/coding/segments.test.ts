import { describe, expect, it } from 'vitest'
import type { Output } from '../../../app/contract.ts'
import { BLANK_FORM } from '../../../domain/screening.ts'
import { createScreenedStudy, INCLUDED, TALK } from '../../fixtures/screened-study.ts'
import { actionsIn, rowsOf } from '../../fixtures/study-content.ts'
import { reasonOf } from '../../fixtures/study.ts'

/** The words of each segment, from the text itself. */
function textsOf(segments: Output<'segments.list'>): readonly string[] {
  return segments.map(({ start, end }) => TALK.slice(start, end))
}

describe('a transcript', () => {
  it('is divided into segments where an example starts, numbered in order whatever order they were started in', async () => {
    const { start, list } = await createScreenedStudy()
    await start('Anything')
    await start('What went')
    await start('And after')
    const segments = await list()
    expect(segments.map(({ number, words }) => [number, words.slice(0, 9)])).toEqual([
      [1, 'What went'],
      [2, 'And after'],
      [3, 'Anything '],
    ])
    expect(textsOf(segments).join('')).toBe(TALK.slice(TALK.indexOf('What')))
  })

  it('gets no second segment where one starts, and no action is noted', async () => {
    const { path, start } = await createScreenedStudy()
    await start('And after')
    const before = actionsIn(path)
    expect(await start('And after')).toBeNull()
    expect(actionsIn(path)).toBe(before)
  })

  it('names a segment in the history by the number it had when it was started', async () => {
    const { call, start, ada } = await createScreenedStudy()
    const named = async () => (await call('history.state', { coderId: ada.id })).undo?.detail
    await start('What')
    expect(await named()).toMatch(/, 1$/)
    await start('And after')
    expect(await named()).toMatch(/, 2$/)
  })

  it('is never divided within a word', async () => {
    const { call, transcriptId, at, list } = await createScreenedStudy()
    await call('segments.start', { transcriptId, at: at('ilograms') })
    expect((await list())[0]?.start).toBe(at('kilograms'))
  })

  it('is removed with its segments, screenings and quotes, and comes back with them', async () => {
    const { call, path, startAll, screen, mark, transcriptId, ada } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id)
    await mark('grams', ada.id)
    const before = rowsOf(path)
    await call('transcripts.remove', { id: transcriptId, coderId: ada.id })
    for (const table of ['segment', 'screening', 'quote']) expect(rowsOf(path)[table]).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })
})

describe('a divided segment', () => {
  it('keeps its screening with the first part where that has no quote, or its quote is there', async () => {
    const { start, startAll, screen, screenings, spanAt, ada } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id, { quote: 'went wrong', quoteSpan: spanAt('went wrong') })
    const second = await start('The model')
    expect(await screenings(ada.id)).toMatchObject([{ segmentId: first.id, quoteSpan: spanAt('went wrong') }])
    expect(second?.number).toBe(2)
  })

  it('lets the screening go with the part that holds its quote', async () => {
    const { call, startAll, screen, screenings, spanAt, at, ada } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id, { quote: 'grams', quoteSpan: spanAt('grams') })
    const second = await call('segments.split', { id: first.id, at: at('The model'), coderId: ada.id })
    expect(await screenings(ada.id)).toMatchObject([
      { segmentId: second.id, quote: 'grams', quoteSpan: spanAt('grams') },
    ])
  })

  it('forgets where a quote was that was cut in two, and keeps its words', async () => {
    const { call, startAll, screen, screenings, spanAt, at, ada } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id, { quote: 'grams where it was', quoteSpan: spanAt('grams where it was') })
    await call('segments.split', { id: first.id, at: at('where it'), coderId: ada.id })
    expect(await screenings(ada.id)).toMatchObject([
      { segmentId: first.id, quote: 'grams where it was', quoteSpan: null },
    ])
  })

  it('is whole again after one undo, its screening included', async () => {
    const { call, path, startAll, screen, spanAt, at, ada } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id, { quote: 'grams', quoteSpan: spanAt('grams') })
    const before = rowsOf(path)
    await call('segments.split', { id: first.id, at: at('The model'), coderId: ada.id })
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('is refused where the place is not within it', async () => {
    const { call, startAll, at, ada } = await createScreenedStudy()
    const { first } = await startAll()
    const split = () => call('segments.split', { id: first.id, at: at('Anything'), coderId: ada.id })
    expect(await reasonOf(split)).toBe('segment-boundary')
  })
})

describe('joined segments', () => {
  it('are one from the first’s start to the second’s end, with both titles and the one screening', async () => {
    const { call, path, startAll, screen, screenings, spanAt, list, ada } = await createScreenedStudy()
    const { first, second } = await startAll()
    await call('segments.rename', { id: first.id, title: ' Units ', coderId: ada.id })
    await call('segments.rename', { id: second.id, title: 'Memory', coderId: ada.id })
    await screen(second.id, ada.id, { quote: 'memory', quoteSpan: spanAt('memory') })
    const before = rowsOf(path)
    await call('segments.join', { id: first.id, coderId: ada.id })
    const segments = await list()
    expect(segments.map(({ id, title }) => [id, title])[0]).toEqual([first.id, 'Units / Memory'])
    expect(segments[0]).toMatchObject({ start: first.start, end: second.end })
    expect(await screenings(ada.id)).toMatchObject([{ segmentId: first.id, quoteSpan: spanAt('memory') }])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('are refused where one coder screened both, until one of the screenings is cleared', async () => {
    const { call, startAll, screen, list, ada } = await createScreenedStudy()
    const { first, second } = await startAll()
    await screen(first.id, ada.id)
    await screen(second.id, ada.id)
    expect(await reasonOf(() => call('segments.join', { id: first.id, coderId: ada.id }))).toBe(
      'segments-both-screened',
    )
    await screen(first.id, ada.id, BLANK_FORM)
    await call('segments.join', { id: first.id, coderId: ada.id })
    expect(await list()).toHaveLength(2)
  })

  it('need a next one', async () => {
    const { call, startAll, ada } = await createScreenedStudy()
    const { third } = await startAll()
    expect(await reasonOf(() => call('segments.join', { id: third.id, coderId: ada.id }))).toBe('segment-last')
  })
})

describe('a segment’s boundary', () => {
  it('is moved with the neighbour that touches it, and back with one undo', async () => {
    const { call, startAll, at, list, ada } = await createScreenedStudy()
    const { first } = await startAll()
    await call('segments.move', { id: first.id, side: 'end', to: at('Operations'), coderId: ada.id })
    expect((await list()).map(({ start }) => start)).toEqual([first.start, at('Operations'), at('Anything')])
    await call('history.undo', { coderId: ada.id })
    expect((await list())[0]).toEqual(first)
  })

  it('does not go beyond its neighbour', async () => {
    const { call, startAll, at, ada } = await createScreenedStudy()
    const { first } = await startAll()
    const move = () => call('segments.move', { id: first.id, side: 'end', to: at('the rest'), coderId: ada.id })
    expect(await reasonOf(move)).toBe('segment-boundary')
  })
})

describe('a removed segment', () => {
  it('takes its own coder’s screening along, and one undo brings both back', async () => {
    const { call, path, startAll, screen, ada } = await createScreenedStudy()
    const { first } = await startAll()
    const code = await call('codes.create', { name: 'Units' })
    await screen(first.id, ada.id, { instances: [code.id] })
    const before = rowsOf(path)
    await call('segments.remove', { id: first.id, coderId: ada.id })
    expect(rowsOf(path)['screening_instance']).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })
})

describe('a segment that another coder has screened', () => {
  it('is not divided, joined, moved or removed by a coder, who learns no more than that', async () => {
    const { call, path, startAll, screen, at, ada, bea } = await createScreenedStudy()
    const { first, second } = await startAll()
    await screen(second.id, bea.id)
    const before = rowsOf(path)
    const coderId = ada.id
    const attempts = [
      () => call('segments.split', { id: second.id, at: at('Operations'), coderId }),
      () => call('segments.start', { transcriptId: second.transcriptId, at: at('Operations'), coderId }),
      () => call('segments.join', { id: first.id, coderId }),
      () => call('segments.join', { id: second.id, coderId }),
      () => call('segments.move', { id: first.id, side: 'end' as const, to: at('The model'), coderId }),
      () => call('segments.remove', { id: second.id, coderId }),
    ]
    for (const attempt of attempts) {
      const refused: unknown = await attempt().catch((error: unknown) => error)
      expect(refused).toMatchObject({ reason: 'segment-screened', params: { name: '2' } })
    }
    expect(rowsOf(path)).toEqual(before)
  })

  it('is divided by the moderator, every screening going where its quote is', async () => {
    const { call, startAll, screen, screenings, spanAt, at, ada, bea, mo } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id)
    await screen(first.id, bea.id, { quote: 'grams', quoteSpan: spanAt('grams') })
    const second = await call('segments.split', { id: first.id, at: at('The model'), coderId: mo.id })
    expect((await screenings(ada.id)).map(({ segmentId }) => segmentId)).toEqual([first.id])
    expect((await screenings(bea.id)).map(({ segmentId }) => segmentId)).toEqual([second.id])
  })

  it('is left as it is once the round is finished, by everyone', async () => {
    const { call, startAll, screen, ada, mo, open } = await createScreenedStudy()
    const { first } = await startAll()
    await screen(first.id, ada.id)
    await open()
    for (const coderId of [ada.id, mo.id, undefined]) {
      expect(await reasonOf(() => call('segments.remove', { id: first.id, coderId }))).toBe('round-finished')
    }
  })
})

describe('a screening', () => {
  it('is saved whole with its decision, and read back so', async () => {
    const { call, startAll, screen, screenings, spanAt, round, ada } = await createScreenedStudy()
    const { first } = await startAll()
    const code = await call('codes.create', { name: 'Units' })
    const form = {
      criteria: INCLUDED,
      quote: 'grams',
      quoteSpan: spanAt('grams'),
      description: 'Units differ',
      information: 'The unit',
      instances: [code.id],
    }
    const saved = await screen(first.id, ada.id, form)
    expect(saved).toEqual({ segmentId: first.id, coderId: ada.id, roundId: round.id, decision: 'included', ...form })
    expect(await screenings(ada.id)).toEqual([saved])
    await screen(first.id, ada.id, { ...form, criteria: { ...INCLUDED, E5: 'yes' }, instances: [] })
    expect(await screenings(ada.id)).toMatchObject([{ decision: 'excluded', quote: 'grams', instances: [] }])
  })

  it('saved again as it is makes no action, and one never filled in makes none either', async () => {
    const { path, startAll, screen, ada } = await createScreenedStudy()
    const { first, second } = await startAll()
    await screen(first.id, ada.id)
    const before = actionsIn(path)
    await screen(first.id, ada.id)
    await screen(second.id, ada.id, BLANK_FORM)
    expect(actionsIn(path)).toBe(before)
  })

  it('is refused a quote from elsewhere, a code that is not there, and a finished round', async () => {
    const { startAll, screen, spanAt, ada, open } = await createScreenedStudy()
    const { first } = await startAll()
    expect(await reasonOf(() => screen(first.id, ada.id, { quoteSpan: spanAt('memory') }))).toBe('quote-outside')
    expect(await reasonOf(() => screen(first.id, ada.id, { instances: [ada.id as never] }))).toBe('not-found')
    await open()
    expect(await reasonOf(() => screen(first.id, ada.id))).toBe('round-finished')
  })

  it('names a code once, however often it was chosen', async () => {
    const { call, startAll, screen, ada } = await createScreenedStudy()
    const { first } = await startAll()
    const code = await call('codes.create', { name: 'Units' })
    expect((await screen(first.id, ada.id, { instances: [code.id, code.id] })).instances).toEqual([code.id])
  })
})

describe('codes that become one', () => {
  it('are one in every screening that names them, Bea’s hidden one included, and each again after one undo', async () => {
    const { call, path, startAll, screen, screenings, ada, bea } = await createScreenedStudy()
    const { first, second } = await startAll()
    const [one, two] = [await call('codes.create', { name: 'one' }), await call('codes.create', { name: 'two' })]
    await screen(first.id, ada.id, { instances: [one.id, two.id] })
    await screen(second.id, bea.id, { instances: [one.id] })
    const before = rowsOf(path)
    await call('codes.merge', { ids: [one.id], into: two.id, coderId: ada.id })
    expect((await screenings(ada.id)).map(({ instances }) => instances)).toEqual([[two.id]])
    expect((await screenings(bea.id)).map(({ instances }) => instances)).toEqual([[two.id]])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })
})

describe('a quote', () => {
  it('is marked once on the same words, and takes a new note', async () => {
    const { call, path, mark, ada } = await createScreenedStudy()
    const quote = await mark('grams where', ada.id)
    const before = actionsIn(path)
    expect(await mark('grams where', ada.id)).toEqual(quote)
    expect(actionsIn(path)).toBe(before)
    await mark('grams where', ada.id, ' telling ')
    const listed = await call('quotes.list', { coderId: ada.id })
    expect(listed).toMatchObject([{ id: quote.id, note: 'telling', passage: { words: 'grams where', turn: 2 } }])
    await call('quotes.remove', { id: quote.id, coderId: ada.id })
    expect(await call('quotes.list', { coderId: ada.id })).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(await call('quotes.list', { coderId: ada.id })).toEqual(listed)
  })

  it('is neither marked nor removed in a finished round', async () => {
    const { call, mark, ada, open } = await createScreenedStudy()
    const quote = await mark('grams', ada.id)
    await open()
    expect(await reasonOf(() => mark('memory', ada.id))).toBe('round-finished')
    expect(await reasonOf(() => call('quotes.remove', { id: quote.id, coderId: ada.id }))).toBe('round-finished')
  })
})
