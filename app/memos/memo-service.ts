import { codebookOf } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId, RoundId } from '../../domain/ids.ts'
import { mayChangeMemo, memoName, type Memo, type MemoId, type MemoSubject } from '../../domain/memo.ts'
import { memoDocument } from '../../formats/memo-document.ts'
import type { Output } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import { MemoReader } from './memo-reader.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { requireTranscript } from '../transcripts/transcript-service.ts'

export const memoHandlers: Handlers<Under<'memos'>> = {
  'memos.list': async (study, { coderId }, task) => {
    const reader = new MemoReader(study, coderId)
    const listed: Output<'memos.list'> = []
    const memos = reader.visible(study.read.memos.all())
    for (const memo of memos) {
      await task.step({ done: listed.length, total: memos.length, what: '' })
      listed.push(reader.read(memo))
    }
    return listed
  },
  'memos.about': (study, { coderId, subject }) => {
    const reader = new MemoReader(study, coderId)
    const about = reader.about(subject)
    return { about, memos: reader.visible(study.read.memos.about(subject)).map((memo) => reader.read(memo)) }
  },
  'memos.ofTranscript': (study, { coderId, transcriptId }) => {
    requireTranscript(study, transcriptId)
    const reader = new MemoReader(study, coderId)
    return reader
      .visible(study.read.memos.all())
      .flatMap((memo) => reader.placed(memo, transcriptId) ?? [])
      .sort((a, b) => a.start - b.start || a.end - b.end)
  },
  'memos.export': async (study, { coderId, ids, language }, task) => {
    const reader = new MemoReader(study, coderId)
    const memos: Output<'memos.list'> = []
    for (const id of ids) {
      await task.step({ done: memos.length, total: ids.length, what: '' })
      memos.push(reader.read(reader.require(study.read.memos.byId(id), id)))
    }
    const { name, text } = memoDocument({ study: study.read.title(), memos }, { language })
    return { name, bytes: new TextEncoder().encode(text) }
  },

  'memos.write': (study, { coderId, roundId, subject, title, body, codes }) => {
    study.coder(coderId)
    requireRound(study, roundId)
    requireCodes(study, codes)
    // Nothing is written about what is not there, or not to be seen.
    const reader = new MemoReader(study, coderId)
    if (!reader.about(subject).exists) throw new AxialError('not-found', { what: 'memo', name: subject.kind })
    const at = study.at()
    const memo: Memo = {
      ...wordsOf(title, body),
      id: study.newId('memo'),
      subject,
      coderId,
      roundId: roundOf(study, subject, roundId),
      writtenAt: at,
      updatedAt: at,
    }
    study.act({ action: 'memos.write', detail: memoName(memo), coderId }, () => {
      study.write.memos.add(memo)
      study.write.memos.file(memo.id, codes, study.world.newId)
    })
    return readBack(study, memo.id, coderId)
  },
  'memos.update': (study, { coderId, id, title, body, codes }) => {
    const memo = requireOwn(study, id, coderId)
    requireCodes(study, codes)
    const changed = { ...memo, ...wordsOf(title, body), updatedAt: study.at() }
    study.act({ action: 'memos.update', detail: memoName(changed), coderId }, () => {
      study.write.memos.change(changed)
      study.write.memos.file(id, codes, study.world.newId)
    })
    return readBack(study, id, coderId)
  },
  'memos.file': (study, { coderId, id, codes }) => {
    const memo = new MemoReader(study, coderId).require(study.read.memos.byId(id), id)
    requireCodes(study, codes)
    study.act({ action: 'memos.file', detail: memoName(memo), coderId }, () => {
      // The memo itself is touched too: whose it is, is then said of the action by the memo.
      study.write.memos.change({ ...memo, updatedAt: study.at() })
      study.write.memos.file(id, codes, study.world.newId)
    })
    return readBack(study, id, coderId)
  },
  'memos.remove': (study, { coderId, id }) => {
    const memo = requireOwn(study, id, coderId)
    study.act({ action: 'memos.remove', detail: memoName(memo), coderId }, () => study.write.memos.remove(id))
    return {}
  },
}

function readBack(study: OpenStudy, id: MemoId, coderId: CoderId): Output<'memos.write'> {
  const reader = new MemoReader(study, coderId)
  return reader.read(reader.require(study.read.memos.byId(id), id))
}

/** @throws AxialError not-found, also for a memo the coder may not see, and memo-not-own */
function requireOwn(study: OpenStudy, id: MemoId, coderId: CoderId): Memo {
  study.coder(coderId)
  const memo = new MemoReader(study, coderId).require(study.read.memos.byId(id), id)
  if (!mayChangeMemo(memo, coderId)) throw new AxialError('memo-not-own')
  return memo
}

/**
 * The round a memo is of: that which was worked in, or, where that one is not blind, the blind round of the coding that it
 * is about. So a memo is never told of before its coding is.
 */
function roundOf(study: OpenStudy, subject: MemoSubject, worked: RoundId | null): RoundId | null {
  const coding = subject.kind === 'coding' ? study.read.codings.byId(subject.id) : null
  const blind = new Set(study.read.people.rounds().flatMap(({ id, state }) => (state === 'blind' ? [id] : [])))
  if (coding === null || !blind.has(coding.roundId)) return worked
  return worked !== null && blind.has(worked) ? worked : coding.roundId
}

function requireRound(study: OpenStudy, id: RoundId | null): void {
  if (id !== null && !study.read.people.rounds().some((round) => round.id === id)) {
    throw new AxialError('not-found', { what: 'round', name: id })
  }
}

function requireCodes(study: OpenStudy, ids: readonly CodeId[]): void {
  const codebook = codebookOf(study.read.codes.all())
  const missing = ids.find((id) => !codebook.has(id))
  if (missing !== undefined) throw new AxialError('not-found', { what: 'code', name: missing })
}

/** @throws AxialError memo-empty */
function wordsOf(title: string, body: string): { readonly title: string; readonly body: string } {
  const words = { title: title.trim().replaceAll(/\s+/g, ' '), body: body.replaceAll('\r\n', '\n').trimEnd() }
  if (words.title === '' && words.body.trim() === '') throw new AxialError('memo-empty')
  return words
}
