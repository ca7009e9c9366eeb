import { expect } from 'vitest'
import type { Call } from '../../app/contract.ts'
import type { RawCall } from '../../app/contract/port-client.ts'
import type { Progress } from '../../app/contract/procedure.ts'
import { AxialError } from '../../domain/errors.ts'
import type { ErrorCode } from '../../domain/sentences/sentence.ts'
import type { Reason } from '../../domain/error-sentences.ts'

/**
 * What the contract promises whichever way it is served. Each case gets a service with no study open and a studies
 * folder of its own, and is run three ways: directly, over HTTP, and through the desktop shell.
 */
export interface Served {
  readonly call: Call
  /** The same way in without types, for what no typed caller would send. */
  readonly raw: RawCall
}

export interface ContractCase {
  readonly name: string
  readonly run: (served: Served) => Promise<void>
}

const interview = [
  'Interviewer: What did the data team give you?',
  'P1: A table, and nobody had said what the columns mean.',
  'Interviewer: And then?',
  'P1: We guessed — « au hasard », as they say.',
].join('\n')

function textFile(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** Interviews of 401 turns each: importing 40 takes long enough to report progress, 400 to be cancelled midway. */
function interviews(count: number) {
  const turns = Array.from({ length: 400 }, (_, index) => `P1: answer ${index} about the model and its data.`)
  return Array.from({ length: count }, (_, index) =>
    textFile(`interview-${index}.txt`, [`Int: ${index}`, ...turns].join('\n')),
  )
}

async function failureOf(promise: Promise<unknown>): Promise<AxialError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AxialError)
  return error as AxialError
}

async function expectFailure(promise: Promise<unknown>, reason: Reason, code: ErrorCode): Promise<AxialError> {
  const error = await failureOf(promise)
  expect([error.reason, error.code]).toEqual([reason, code])
  // What happened; what was kept; what to do.
  expect(error.message.split('; ').length).toBeGreaterThanOrEqual(3)
  return error
}

export const contractCases: readonly ContractCase[] = [
  {
    name: 'at first no study is open',
    run: async ({ call }) => {
      const status = await call('workspace.status', {})
      expect(status.open).toBeNull()
      expect(status.version).toMatch(/^\d+\.\d+\.\d+/)
      expect(await call('workspace.studies', {})).toEqual([])
    },
  },
  {
    name: 'a question about a study fails with a sentence while none is open',
    run: async ({ call }) => {
      await expectFailure(call('study.info', {}), 'no-study', 'conflict')
    },
  },
  {
    name: 'a study that was created is open, empty and listed',
    run: async ({ call }) => {
      const created = await call('workspace.create', { path: 'first', title: 'The first study' })
      expect(created).toMatchObject({ title: 'The first study', encrypted: false })
      expect((await call('workspace.status', {})).open).toEqual(created)
      expect(await call('study.info', {})).toMatchObject({ title: 'The first study', transcripts: 0, codings: 0 })
      expect((await call('workspace.studies', {})).map((study) => study.name)).toEqual(['first'])
    },
  },
  {
    name: 'an imported transcript is read back word for word',
    run: async ({ call }) => {
      await call('workspace.create', { path: 'words' })
      const { imported } = await call('transcripts.import', { files: [textFile('one.txt', interview)] })
      expect(imported).toMatchObject([{ name: 'one', turns: 4 }])
      const [transcript] = await call('transcripts.list', {})
      if (transcript === undefined) throw new Error('the transcript is not listed')
      const read = await call('transcripts.read', { id: transcript.id })
      expect(read.text).toBe(interview)
      expect(read.turns).toHaveLength(4)
    },
  },
  {
    name: 'bytes cross unchanged, those that are not text included',
    run: async ({ call }) => {
      await call('workspace.create', { path: 'bytes' })
      const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7) % 256)
      await expectFailure(call('transcripts.import', { files: [{ name: 'b.txt', bytes }] }), 'file-binary', 'invalid')
      await call('transcripts.import', { files: [textFile('one.txt', interview)] })
      await call('codes.create', { name: 'guessing', definition: 'Nobody said; they guessed' })
      const files = await call('exports.files', { kind: 'codebook' })
      expect(files.length).toBeGreaterThan(0)
      expect(files.every((file) => file.bytes instanceof Uint8Array)).toBe(true)
      expect(files.map((file) => new TextDecoder().decode(file.bytes)).join('\n')).toContain(
        'Nobody said; they guessed',
      )
    },
  },
  {
    name: 'long work reports how far it has come',
    run: async ({ call }) => {
      await call('workspace.create', { path: 'progress' })
      const reports: Progress[] = []
      const onProgress = (progress: Progress) => reports.push(progress)
      await call('transcripts.import', { files: interviews(40) }, { onProgress })
      expect(reports.length).toBeGreaterThan(0)
      expect(reports.every((report) => report.done >= 0 && report.done <= Math.max(report.total, report.done))).toBe(
        true,
      )
      expect((await call('study.info', {})).transcripts).toBe(40)
    },
  },
  {
    name: 'a cancelled import leaves nothing behind',
    run: async ({ call }) => {
      await call('workspace.create', { path: 'cancelled' })
      const controller = new AbortController()
      const work = call(
        'transcripts.import',
        { files: interviews(400) },
        { signal: controller.signal, onProgress: () => controller.abort() },
      )
      await expectFailure(work, 'cancelled', 'cancelled')
      expect(await call('study.info', {})).toMatchObject({ transcripts: 0, turns: 0, words: 0 })
      expect(await call('transcripts.list', {})).toEqual([])
    },
  },
  {
    name: 'a call whose signal was aborted before is never made',
    run: async ({ call }) => {
      const signal = AbortSignal.abort()
      await expectFailure(call('workspace.create', { path: 'never' }, { signal }), 'cancelled', 'cancelled')
      expect(await call('workspace.studies', {})).toEqual([])
    },
  },
  {
    name: 'input that does not fit is refused with a sentence that names the field',
    run: async ({ raw }) => {
      const error = await expectFailure(raw('workspace.open', { path: 7 }), 'bad-request', 'invalid')
      expect(error.message).toContain('path')
    },
  },
  {
    name: 'a procedure that does not exist is refused by its name',
    run: async ({ raw }) => {
      const error = await expectFailure(raw('workspace.burn', {}), 'bad-request', 'invalid')
      expect(error.message).toContain('workspace.burn')
    },
  },
  {
    name: 'the name of an object’s own method is no procedure',
    run: async ({ raw }) => {
      await expectFailure(raw('hasOwnProperty', {}), 'bad-request', 'invalid')
    },
  },
  {
    name: 'reads answer beside each other, each with its own answer',
    run: async ({ call }) => {
      await call('workspace.create', { path: 'beside', title: 'Beside' })
      const [info, coders, rounds] = await Promise.all([
        call('study.info', {}),
        call('coders.list', {}),
        call('rounds.list', {}),
      ])
      expect(info.title).toBe('Beside')
      expect(info.coders).toBe(coders.length)
      expect(rounds.length).toBeGreaterThanOrEqual(1)
    },
  },
]
