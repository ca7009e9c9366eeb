import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId, RoundId, TranscriptId } from '../../domain/ids.ts'
import type { Span } from '../../domain/span.ts'
import { findOrAddAssignment } from '../assignment.ts'
import { findOrCreateCode, nameOf } from '../codebook/code-by-path.ts'
import { requireUnfinished } from './coding-service.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'
import { proposePassages } from '../harmonising/proposed-passages.ts'
import type { Task } from '../task.ts'

export const autoCodingHandlers: Handlers<Under<'autoCoding'>> = {
  'autoCoding.questions': listQuestions,
  'autoCoding.saveQuestions': (study, { questions, coderId }) => {
    const wanted = [...new Set(questions.map((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')))]
    const texts = wanted.filter((text) => text !== '')
    const before = study.read.search.questions()
    if (before.map(({ text }) => text).join('\n') === texts.join('\n')) return listQuestions(study)
    study.act({ action: 'autoCoding.saveQuestions', detail: '', coderId }, () => {
      const { search } = study.write
      for (const { id, text } of before) if (!texts.includes(text)) search.removeQuestion(id)
      for (const [position, text] of texts.entries()) {
        const known = before.find((question) => question.text === text)
        if (known === undefined) search.addQuestion({ id: study.world.newId(), text, position })
        else if (known.position !== position) search.moveQuestion(known.id, position)
      }
    })
    return listQuestions(study)
  },
  'autoCoding.preview': preview,
  'autoCoding.apply': apply,
}

function listQuestions(study: OpenStudy): Output<'autoCoding.questions'> {
  return study.read.search.questions().map(({ id, text }) => ({ id, text }))
}

async function preview(
  study: OpenStudy,
  { source, codeId, coderId, roundId, offset, limit }: ParsedInput<'autoCoding.preview'>,
  task: Task,
): Promise<Output<'autoCoding.preview'>> {
  study.coder(coderId)
  const proposed = await proposePassages(study, source, coderId, task)
  const passages = new Passages(study)
  const shown: Output<'autoCoding.preview'>['shown'] = []
  let counted = 0
  let coded = 0
  for (const { transcript, passages: spans } of proposed) {
    const own = codeId === null ? new Set<string>() : codedAlready(study, transcript.id, { codeId, coderId, roundId })
    for (const { question, ...span } of spans) {
      const isCoded = own.has(keyOf(span))
      if (isCoded) coded++
      if (counted >= offset && shown.length < limit) {
        shown.push({ ...passages.at(transcript.id, span), isCoded, question })
      }
      counted++
    }
  }
  return { passages: counted, coded, shown }
}

async function apply(
  study: OpenStudy,
  input: ParsedInput<'autoCoding.apply'>,
  task: Task,
): Promise<Output<'autoCoding.apply'>> {
  const { source, coderId, roundId } = input
  study.coder(coderId)
  requireUnfinished(study, roundId)
  const detail = nameOf(study, input.code)
  const proposed = await proposePassages(study, source, coderId, task)
  const total = proposed.reduce((sum, { passages }) => sum + passages.length, 0)
  if (total !== input.passages) throw new AxialError('preview-outdated', { shown: input.passages, found: total })
  const leftOut = Map.groupBy(input.leftOut, ({ transcriptId }) => transcriptId)
  const counts = { applied: 0, skipped: 0, leftOut: 0 }
  return study.actLong({ action: 'autoCoding.apply', detail, coderId }, async () => {
    const code = findOrCreateCode(study, input.code)
    let done = 0
    for (const { transcript, passages } of proposed) {
      const out = new Set((leftOut.get(transcript.id) ?? []).map(keyOf))
      let isAssigned = false
      for (const { start, end } of passages) {
        await task.step({ done: done++, total, what: transcript.name })
        const wanted = { transcriptId: transcript.id, start, end, codeId: code.id, coderId, roundId }
        if (out.has(keyOf(wanted))) counts.leftOut++
        else if (study.write.codings.same(wanted) !== null) counts.skipped++
        else {
          if (!isAssigned) findOrAddAssignment(study, transcript.id, roundId, coderId)
          isAssigned = true
          study.write.codings.add({ id: study.newId('coding'), ...wanted })
          counts.applied++
        }
      }
    }
    if (counts.applied === 0) throw new AxialError('nothing-to-code', { name: detail })
    return { codeId: code.id, code: code.name, ...counts }
  })
}

interface Coded {
  readonly codeId: CodeId
  readonly coderId: CoderId
  readonly roundId: RoundId
}

function codedAlready(study: OpenStudy, transcript: TranscriptId, { codeId, coderId, roundId }: Coded): Set<string> {
  const own = study.read.codings.ofPass(transcript, roundId, coderId)
  return new Set(own.filter((coding) => coding.codeId === codeId).map(keyOf))
}

function keyOf({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`
}
