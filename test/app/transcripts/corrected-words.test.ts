import { describe, expect, it } from 'vitest'
import type { Span } from '../../../domain/span.ts'
import { spanOf } from '../../../domain/span.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'
import { rowsOf } from '../../fixtures/study-content.ts'

const WORDS = 'Interviewer: What hapened?\nP1: The lables were missing. Nobody had told us.\nP1: It broke.'
const NO = { I1: 'yes', I2: 'yes', E1: 'no', E2: 'no', E3: 'no', E4: 'no', E5: 'no' } as const

/** A transcript with a segment, a screening whose quote has a place, a quote and a memo on a passage: all on `words`. */
async function annotatedStudy(words: string) {
  const study = await createTestStudy()
  const { call, ada, round } = study
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)] })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const at = spanOf(WORDS.indexOf(words), WORDS.indexOf(words) + words.length)
  if (at === null) throw new Error(`${words} is not in the text`)
  const who = { coderId: ada.id, roundId: round.id }
  await call('segments.start', { transcriptId, at: at.start, coderId: ada.id })
  const [segment] = await call('segments.list', { transcriptId })
  if (segment === undefined) throw new Error('no segment')
  const texts = { quote: words, description: 'd', information: 'i', instances: [] }
  await call('screenings.save', { segmentId: segment.id, ...who, criteria: NO, quoteSpan: at, ...texts })
  await call('quotes.mark', { transcriptId, ...at, ...who })
  await call('memos.write', {
    ...who,
    subject: { kind: 'passage', transcriptId, span: at },
    body: `See [these words](passage:${transcriptId}:${at.start}-${at.end}).`,
  })
  const correction = async (number: number, corrected: string) => {
    const { revisionId } = await call('transcripts.read', { id: transcriptId })
    const turns = [{ number, words: corrected }]
    return { transcriptId, revisionId, correction: { kind: 'turns' as const, turns }, coderId: ada.id }
  }
  /** The words that each of them stands on. */
  const standing = async () => {
    const { text } = await call('transcripts.read', { id: transcriptId })
    const wordsOf = (span: Span | null | undefined) => span && text.slice(span.start, span.end)
    const [memo] = await call('memos.list', { coderId: ada.id })
    const [screening] = await call('screenings.list', { transcriptId, coderId: ada.id })
    const [quote] = await call('quotes.list', { transcriptId, coderId: ada.id })
    return {
      segment: wordsOf((await call('segments.list', { transcriptId }))[0])?.split('\n')[0],
      screening: wordsOf(screening?.quoteSpan),
      quote: wordsOf(quote),
      memo: memo?.subject.kind === 'passage' ? wordsOf(memo.subject.span) : null,
      link: memo?.links.passages[0]?.words,
    }
  }
  return { ...study, transcriptId, correction, standing }
}

describe('a correction', () => {
  it('keeps segments, quotes, quotes of screenings, memos and links in memos on their words', async () => {
    const { call, correction, standing } = await annotatedStudy('Nobody had told us')
    await call('corrections.apply', await correction(1, 'What really happened?'))
    expect(await standing()).toEqual({
      segment: 'Nobody had told us.',
      screening: 'Nobody had told us',
      quote: 'Nobody had told us',
      memo: 'Nobody had told us',
      link: 'Nobody had told us',
    })
  })

  it('that is taken back brings all of them back as they were', async () => {
    const { call, path, ada, correction } = await annotatedStudy('Nobody had told us')
    const before = rowsOf(path)
    await call('corrections.apply', await correction(2, 'The labels went missing. Nobody had told us.'))
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('asks about all of them where the words are gone, and drops none', async () => {
    const { call, correction, standing } = await annotatedStudy('Nobody had told us')
    const input = await correction(2, 'The labels were missing.')
    const { asked } = await call('corrections.preview', input)
    expect(asked.map(({ kind, isRemovable }) => [kind, isRemovable])).toEqual([
      ['quote', true],
      ['screening', true],
      ['memo', false],
    ])
    expect(await reasonOf(() => call('corrections.apply', input))).toBe('correction-undecided')
    expect((await standing()).quote).toBe('Nobody had told us')
  })

  it('is what the search finds from then on, in place of the words before', async () => {
    const { call, ada, correction } = await annotatedStudy('Nobody had told us')
    const found = async (query: string) => (await call('search.turns', { query, coderId: ada.id })).hits
    await call('corrections.apply', await correction(2, 'The labels were missing. Nobody had told us.'))
    expect([await found('lables'), await found('labels')]).toEqual([0, 1])
    await call('history.undo', { coderId: ada.id })
    expect([await found('lables'), await found('labels')]).toEqual([1, 0])
  })
})
