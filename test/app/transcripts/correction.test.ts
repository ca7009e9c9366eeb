import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../domain/span.ts'
import { reasonOf, textFile } from '../../fixtures/study.ts'
import { contentOf } from '../../fixtures/study-content.ts'
import { removal, transcribedStudy, WORDS } from '../../fixtures/transcribed-study.ts'

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
