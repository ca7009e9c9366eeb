import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallOptions, Input } from '../../../app/contract.ts'
import type { CoderId, CodingId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'
import { contentOf, rowsOf } from '../../fixtures/study-content.ts'

const WORDS = [
  'Interviewer: What happened with the lables?',
  'P1: The labels were very very missing, and nobody had told us.',
  'Interviewer: And then?',
  'P1: We found out in production — three weeks later.',
].join('\n')

async function transcribedStudy(text = WORDS) {
  const study = await createTestStudy()
  const { call, round, ada } = study
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', text)] })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const code = await call('codes.create', { name: 'missing labels' })
  const read = () => call('transcripts.read', { id: transcriptId })
  const apply = async (words: string, coder: { id: CoderId } = ada) => {
    const { text: now } = await read()
    const start = now.indexOf(words)
    const span = spanOf(start, start + words.length)
    if (start === -1 || span === null) throw new Error(`${words} is not in the text`)
    return call('codings.apply', { transcriptId, ...span, codeId: code.id, coderId: coder.id, roundId: round.id })
  }
  const correction = async (number: number, words: string, coder: { id: CoderId } = ada) => ({
    transcriptId,
    revisionId: (await read()).revisionId,
    correction: { kind: 'turns' as const, turns: [{ number, words }] },
    coderId: coder.id,
  })
  const correct = async (number: number, words: string, coder: { id: CoderId } = ada, answers: Answers = []) =>
    call('corrections.apply', { ...(await correction(number, words, coder)), answers })
  const preview = async (number: number, words: string, coder: { id: CoderId } = ada, options: CallOptions = {}) =>
    call('corrections.preview', await correction(number, words, coder), options)
  /** The words each of a coder's codings is on. */
  const coded = async (coder: { id: CoderId } = ada) => {
    const { text: now } = await read()
    const codings = await call('codings.list', { transcriptId, coderId: coder.id })
    return codings.map(({ start, end }) => now.slice(start, end))
  }
  return { ...study, transcriptId, bea, moderator, code, read, apply, correction, correct, preview, coded }
}

type Answers = NonNullable<Input<'corrections.apply'>['answers']>

function removal(id: CodingId): Answers {
  return [{ kind: 'coding', id, answer: { do: 'remove' } }]
}

describe('correcting a turn', () => {
  it('changes its words and nothing else of the text, and keeps the division into turns', async () => {
    const { correct, read } = await transcribedStudy()
    await correct(1, 'What happened with the labels?')
    const { text, turns } = await read()
    expect(text).toBe(WORDS.replace('lables', 'labels'))
    expect(turns.map(({ start, end }) => text.slice(start, end))).toEqual(
      text.split('\n').map((line) => line.replace(/^\w+: /, '')),
    )
  })

  it('keeps every coding on its words, before, in and after what was edited', async () => {
    const { apply, correct, coded } = await transcribedStudy()
    const words = ['What happened', 'with the lables', 'very very missing', 'three weeks later']
    for (const one of words) await apply(one)
    await correct(1, 'What really happened with the labels, then?')
    expect(await coded()).toEqual(['What really happened', 'with the labels', 'very very missing', 'three weeks later'])
  })

  it('corrects the label of the turn it names', async () => {
    const { call, apply, coded, correction, read } = await transcribedStudy()
    await apply('nobody had told us')
    const { correction: _, ...input } = await correction(2, '')
    const [, second] = (await read()).turns
    const turns = [{ number: 2, words: 'The labels were very very missing, and nobody had told us.', speaker: 'P1a' }]
    await call('corrections.apply', { ...input, correction: { kind: 'turns', turns } })
    expect((await read()).turns.map(({ speaker }) => speaker)).toEqual(['Interviewer', 'P1a', 'Interviewer', 'P1'])
    expect((await read()).text).toContain('\nP1a: The labels')
    expect((await read()).turns[1]?.start).toBe((second?.start ?? 0) + 1)
    expect(await coded()).toEqual(['nobody had told us'])
  })

  it('is refused where it would leave a turn without words, names no turn, or changes nothing', async () => {
    const { correct } = await transcribedStudy()
    expect(await reasonOf(() => correct(3, ' \n'))).toBe('turn-empty')
    expect(await reasonOf(() => correct(5, 'Yes.'))).toBe('not-found')
    expect(await reasonOf(() => correct(3, 'And then?'))).toBe('nothing-corrected')
  })

  it('is refused for a text that was corrected meanwhile', async () => {
    const { call, correction, correct } = await transcribedStudy()
    const stale = await correction(3, 'And so?')
    await correct(1, 'What happened?')
    expect(await reasonOf(() => call('corrections.apply', stale))).toBe('transcript-corrected')
  })

  it('is refused where the text would be that of another transcript', async () => {
    const { call, correct } = await transcribedStudy()
    await call('transcripts.import', { files: [textFile('P2.txt', WORDS.replace('lables', 'labels'))] })
    expect(await reasonOf(() => correct(1, 'What happened with the labels?'))).toBe('transcript-exists')
  })

  it('is kept with who made it, why and when; the text before it stays in the file', async () => {
    const { call, path, correction, transcriptId } = await transcribedStudy()
    await call('corrections.apply', { ...(await correction(3, 'And then what?')), reason: ' heard again ' })
    expect(await call('corrections.list', { transcriptId })).toMatchObject([{ coder: 'Ada', reason: 'heard again' }])
    expect(contentOf(path)['revision']).toHaveLength(2)
  })
})

describe('a passage whose words are gone', () => {
  it('is asked about: the correction is refused until it has an answer', async () => {
    const { apply, correct, preview, coded } = await transcribedStudy()
    const { id } = await apply('nobody')
    const { asked, isForModerator } = await preview(2, 'The labels were missing.')
    expect(asked).toMatchObject([
      { id, reason: 'gone', words: 'nobody', code: 'missing labels', coder: 'Ada', proposal: null },
    ])
    expect(isForModerator).toBe(false)
    expect(await reasonOf(() => correct(2, 'The labels were missing.'))).toBe('correction-undecided')
    expect(await coded()).toEqual(['nobody'])
  })

  it('is removed where the answer says so, and comes back with an undo', async () => {
    const { call, ada, apply, correct, coded } = await transcribedStudy()
    const { id } = await apply('nobody')
    await correct(2, 'The labels were missing.', ada, removal(id))
    expect(await coded()).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(await coded()).toEqual(['nobody'])
  })

  it('is put on the words that the answer chooses', async () => {
    const { ada, apply, correct, preview, coded } = await transcribedStudy()
    const { id } = await apply('nobody')
    const { asked } = await preview(2, 'The labels were missing.')
    const near = asked[0]?.near
    const start = (near?.start ?? 0) + (near?.words.indexOf('missing') ?? 0)
    const place = spanOf(start, start + 7)
    if (place === null) throw new Error('no place')
    await correct(2, 'The labels were missing.', ada, [{ kind: 'coding', id, answer: { do: 'put', ...place } }])
    expect(await coded()).toEqual(['missing'])
  })

  it('that would say the same as another one is asked about, not dropped', async () => {
    const { ada, apply, preview, correct, coded } = await transcribedStudy()
    await apply('missing')
    const { id } = await apply('very missing')
    const { asked } = await preview(2, 'The labels were missing, and nobody had told us.')
    expect(asked).toMatchObject([{ id, reason: 'same' }])
    await correct(2, 'The labels were missing, and nobody had told us.', ada, removal(id))
    expect(await coded()).toEqual(['missing'])
  })
})

describe('passages that move into each other’s places', () => {
  it('all arrive', async () => {
    const study = await transcribedStudy('P1: aa aa aa aa aa aa bb.\nP2: Yes.')
    const { call, transcriptId, code, ada, round, correct, read } = study
    for (let at = 0; at < 6; at++) {
      const span = spanOf(4 + at * 3, 6 + at * 3)
      if (span === null) throw new Error('no span')
      await call('codings.apply', { transcriptId, ...span, codeId: code.id, coderId: ada.id, roundId: round.id })
    }
    await correct(1, 'zz aa aa aa aa aa aa bb.')
    const codings = await call('codings.list', { transcriptId, coderId: ada.id })
    expect(codings.map(({ start }) => start)).toEqual([7, 10, 13, 16, 19, 22])
    expect((await read()).text.slice(7, 9)).toBe('aa')
  })
})

describe('taking a correction back', () => {
  it('restores the text and every passage, byte for byte, and doing it again likewise, whatever was edited', async () => {
    const study = await transcribedStudy()
    const { call, path, ada, read, correction } = study
    for (const words of ['What', 'with the lables?', 'very very', 'missing, and nobody', 'We found out', 'l']) {
      await study.apply(words)
    }
    const words = fc.constantFrom('the', 'labels', 'very', 'e\u0301', '👩‍🔬', 'missing', '\n', ',', 'nobody')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        async (number, parts, cut) => {
          const { text, turns } = await read()
          const turn = turns[number - 1]
          const old = text.slice(turn?.start, turn?.end)
          const bounds = Array.from(new Intl.Segmenter().segment(old), ({ index }) => index)
          const from = bounds[cut % bounds.length] ?? 0
          const input = await correction(
            number,
            old.slice(0, from) +
              parts.join(' ') +
              old.slice(bounds[(cut % bounds.length) + parts.length] ?? old.length),
          )
          const before = rowsOf(path)
          const { asked } = await call('corrections.preview', input).catch(() => ({ asked: null }))
          if (asked === null) return
          const answers = asked.map(({ id, kind, proposal }) => ({
            id,
            kind,
            answer:
              proposal === null
                ? ({ do: 'remove' } as const)
                : ({ do: 'put', start: proposal.start, end: proposal.end } as const),
          }))
          const refused = await reasonOf(() => call('corrections.apply', { ...input, answers }))
          if (refused === 'span-taken') return
          expect(refused).toBe('no error')
          const after = rowsOf(path)
          const corrected = await read()
          for (const { start, end } of await call('codings.list', {
            transcriptId: study.transcriptId,
            coderId: ada.id,
          })) {
            expect(corrected.text.slice(start, end).trim()).not.toBe('')
          }
          await call('history.undo', { coderId: ada.id })
          expect(rowsOf(path)).toEqual(before)
          expect((await read()).text).toBe(text)
          await call('history.redo', { coderId: ada.id })
          expect(rowsOf(path)).toEqual(after)
          await call('history.undo', { coderId: ada.id })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('and what was coded before it, and doing both again, restores both: also where no offset moves', async () => {
    const { call, path, ada, apply, correct, coded } = await transcribedStudy()
    const undo = () => call('history.undo', { coderId: ada.id })
    const redo = () => call('history.redo', { coderId: ada.id })
    await apply('What happened with the lables?')
    await correct(1, 'What happened with the labels?')
    const after = rowsOf(path)
    await undo()
    await undo()
    await redo()
    await redo()
    expect(rowsOf(path)).toEqual(after)
    expect(await coded()).toEqual(['What happened with the labels?'])
  })

  it('is refused while a passage stands behind the correction that was coded since', async () => {
    const { call, ada, bea, apply, correct, coded } = await transcribedStudy()
    await correct(1, 'What happened there?')
    await apply('three weeks later', bea)
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('later-work-rests-on-it')
    expect(await coded(bea)).toEqual(['three weeks later'])
  })

  it('is done where what was coded since stands before the correction', async () => {
    const { call, ada, bea, apply, correct, coded, read } = await transcribedStudy()
    await correct(3, 'And what then?')
    await apply('very missing', bea)
    await call('history.undo', { coderId: ada.id })
    expect((await read()).text).toBe(WORDS)
    expect(await coded(bea)).toEqual(['very missing'])
  })
})

describe('an action from before a correction', () => {
  it('is not done again where its coding would come back on other words', async () => {
    const { call, ada, bea, apply, correct, coded } = await transcribedStudy()
    await apply('three weeks later')
    await call('history.undo', { coderId: ada.id })
    await correct(1, 'What happened there, with all the labels?', bea)
    expect(await reasonOf(() => call('history.redo', { coderId: ada.id }))).toBe('later-work-rests-on-it')
    expect(await coded()).toEqual([])
  })

  it('that removed a coding is not taken back where the coding would come back on other words', async () => {
    const { call, ada, bea, apply, correct } = await transcribedStudy()
    const { id } = await apply('three weeks later')
    await call('codings.remove', { ids: [id], coderId: ada.id })
    await correct(1, 'What happened there?', bea)
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('later-work-rests-on-it')
  })

  it('is done again where its coding stands before the correction', async () => {
    const { call, ada, bea, apply, correct, coded } = await transcribedStudy()
    await apply('very missing')
    await call('history.undo', { coderId: ada.id })
    await correct(4, 'We found out in production, three weeks later.', bea)
    await call('history.redo', { coderId: ada.id })
    expect(await coded()).toEqual(['very missing'])
  })

  it('is done again once the correction has been taken back', async () => {
    const { call, ada, bea, apply, correct, coded } = await transcribedStudy()
    await apply('three weeks later')
    await call('history.undo', { coderId: ada.id })
    await correct(1, 'What happened there?', bea)
    await call('history.undo', { coderId: bea.id })
    await call('history.redo', { coderId: ada.id })
    expect(await coded()).toEqual(['three weeks later'])
  })
})

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

describe('replacing a transcript by a corrected file', () => {
  const file = (text: string) => ({ kind: 'file' as const, file: textFile('P1 corrected.txt', text) })

  it('divides the new text into turns and keeps the codings on their words', async () => {
    const { call, apply, correction, coded, read } = await transcribedStudy()
    for (const words of ['with the lables', 'very very missing', 'three weeks later']) await apply(words)
    const text = WORDS.replace('lables', 'labels').replace('And then?', 'And then?\nP1: Well.\nInterviewer: Go on.')
    await call('corrections.apply', { ...(await correction(1, '')), correction: file(text) })
    expect((await read()).turns).toHaveLength(6)
    expect(await coded()).toEqual(['with the labels', 'very very missing', 'three weeks later'])
  })

  it('is refused where the file holds the same text', async () => {
    const { call, correction } = await transcribedStudy()
    const input = { ...(await correction(1, '')), correction: file(WORDS) }
    expect(await reasonOf(() => call('corrections.apply', input))).toBe('nothing-corrected')
  })

  it('asks about every passage of a file that is another interview', async () => {
    const { call, apply, correction } = await transcribedStudy()
    await apply('very very missing')
    const input = { ...(await correction(1, '')), correction: file('P9: Quite another conversation.\nP8: Indeed so.') }
    expect((await call('corrections.preview', input)).asked).toHaveLength(1)
  })
})

describe('removing a transcript that was corrected', () => {
  it('and taking that back brings back its corrections and codings', async () => {
    const { call, path, ada, apply, correct, transcriptId } = await transcribedStudy()
    await apply('three weeks later')
    await correct(1, 'What happened there?')
    const before = rowsOf(path)
    await call('transcripts.remove', { id: transcriptId, coderId: ada.id }).catch(() => undefined)
    expect(rowsOf(path)['transcript']).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })
})
