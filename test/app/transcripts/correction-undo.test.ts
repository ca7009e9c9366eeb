import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonOf } from '../../fixtures/study.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { transcribedStudy, WORDS } from '../../fixtures/transcribed-study.ts'

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
