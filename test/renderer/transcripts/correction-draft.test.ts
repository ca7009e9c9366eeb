import { describe, expect, it } from 'vitest'
import type { CorrectionAnswer } from '../../../app/contract/corrections.ts'
import type { ReadTranscript } from '../../../app/contract/transcripts.ts'
import { asId } from '../../../domain/ids.ts'
import type { Offset } from '../../../domain/span.ts'
import { NO_DRAFT, withAnswer, withTurn } from '../../../renderer/features/transcripts/correction/draft.ts'
import { transcriptOf } from '../coding/small-transcript.ts'

const { text, turns } = transcriptOf('We lable the data.', 'Nobody told us.')
const transcript: ReadTranscript = {
  id: asId<'transcript'>('t'),
  revisionId: asId<'revision'>('r'),
  name: 'P1a',
  language: 'en',
  text,
  turns: [...turns],
}
const put: CorrectionAnswer = {
  kind: 'coding',
  id: 'a',
  answer: { do: 'put', start: 3 as Offset, end: 8 as Offset },
}
const remove: CorrectionAnswer = { kind: 'quote', id: 'b', answer: { do: 'remove' } }

describe('a correction in hand', () => {
  it('asks again where passages go once its words are changed, and keeps which are removed', () => {
    const answered = withAnswer(withAnswer(NO_DRAFT, put), remove)
    const changed = withTurn(answered, transcript, 1, { words: 'They label the data.', speaker: 'P' })
    expect([...changed.answers.values()]).toEqual([remove])
  })

  it('no longer holds a turn that is as it was', () => {
    const changed = withTurn(NO_DRAFT, transcript, 2, { words: 'Nobody told them.', speaker: 'P' })
    expect(withTurn(changed, transcript, 2, { words: 'Nobody told us.', speaker: 'P' }).turns.size).toBe(0)
  })
})
