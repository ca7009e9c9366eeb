import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import { openWorkspace, textFile } from '../fixtures/study.ts'
import { admittedCall } from './admitted-call.ts'
import { startServer, type Server } from '../../scripts/workbench.ts'

const TURNS = Array.from({ length: 2000 }, (_, index) => `P1: answer ${String(index)} about the labels.`)

async function startStudy(server: Server) {
  const call = await admittedCall(server)
  const { path } = await call('workspace.create', { path: 'study', coder: 'Ada' })
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', TURNS.join('\n'))] })
  const [coder] = await call('coders.list', {})
  const [round] = await call('rounds.list', {})
  const code = await call('codes.create', { name: 'labels' })
  const [transcript] = imported
  if (coder === undefined || round === undefined || transcript === undefined)
    throw new Error('the study lacks its parts')
  const { turns } = await call('transcripts.read', { id: transcript.id })
  return {
    call,
    path,
    turns,
    ids: { transcriptId: transcript.id, coderId: coder.id, roundId: round.id, codeId: code.id },
  }
}

describe('the process killed in the middle of writing', () => {
  it.each([40, 90, 170, 310])(
    '%i ms after its first coding loses no coding that was answered as saved, and the file is whole',
    async (delay) => {
      const server = await startServer()
      const { call, path, turns, ids } = await startStudy(server)
      const saved: string[] = []
      const begun = Promise.withResolvers<void>()
      const coding = (async () => {
        for (const { start, end } of turns) {
          saved.push((await call('codings.apply', { ...ids, start, end })).id)
          begun.resolve()
        }
      })().catch(() => undefined)
      await begun.promise
      await setTimeout(delay)
      await server.kill()
      await coding
      const acknowledged = [...saved]
      expect(acknowledged.length).toBeGreaterThan(0)

      const workspace = openWorkspace()
      await workspace.call('workspace.open', { path })
      const { transcriptId, coderId } = ids
      const kept = await workspace.call('codings.list', { transcriptId, coderId })
      expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
      // One more may have been committed whose answer the crash cut off; never a half one.
      expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1)
      await workspace.close()
      const file = connect(path, { readonly: true, passphrase: null })
      expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(file.prepare('SELECT count(*) FROM journal_current').pluck().get()).toBe(0)
      file.close()
      await rm(server.folder, { recursive: true, force: true })
    },
  )

  it('during an import leaves the study as it was before', async () => {
    const server = await startServer()
    const { call, path } = await startStudy(server)
    const before = await call('study.info', {})
    const files = Array.from({ length: 150 }, (_, index) =>
      textFile(`P${String(index)}.txt`, [`Interviewer: number ${String(index)}`, ...TURNS].join('\n')),
    )
    const under = Promise.withResolvers<void>()
    const onProgress = ({ done }: { done: number }) => (done > 3 ? under.resolve() : undefined)
    const ended = call('transcripts.import', { files }, { onProgress }).then(
      () => 'imported',
      () => 'cut off',
    )
    await under.promise
    await server.kill()
    expect(await ended).toBe('cut off')
    const workspace = openWorkspace()
    await workspace.call('workspace.open', { path })
    expect(await workspace.call('study.info', {})).toEqual(before)
    await workspace.close()
    const file = connect(path, { readonly: true, passphrase: null })
    expect(file.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(1)
    file.close()
    await rm(join(server.folder), { recursive: true, force: true })
  })
})
