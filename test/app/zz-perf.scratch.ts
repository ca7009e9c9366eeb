import { existsSync, copyFileSync } from 'node:fs'
import { it } from 'vitest'
import { v7 } from 'uuid'
import { createWorkspace } from '../../app/workspace.ts'
import { generateStudy, LARGE } from '../../bench/generated-study.ts'
it('undo perf', async () => {
  const w = createWorkspace({ folder: '/tmp/perf', version: 'x', now: () => new Date(), newId: () => v7() })
  await w.call('workspace.create', { path: '/tmp/perf/undo.axial', coder: 'Ada' })
  const files = generateStudy(LARGE, 1)
  const [ada] = await w.call('coders.list', {})
  await w.call('transcripts.import', { files: files.transcripts, language: 'en' })
  await w.call('codings.import', { files: files.codings, coderId: ada!.id })
  for (const p of ['history.undo', 'history.redo', 'history.undo'] as const) {
    const t = performance.now()
    await w.call(p, { coderId: ada!.id })
    console.log(p, performance.now() - t)
  }
  await w.close()
})
