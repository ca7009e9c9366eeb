import { existsSync, copyFileSync } from 'node:fs'
import { it } from 'vitest'
import { v7 } from 'uuid'
import { createWorkspace } from '../../app/workspace.ts'
import { generateStudy, LARGE } from '../../bench/generated-study.ts'

const KEY = process.env.KEY ?? ''
const PASS = KEY === '' ? {} : { passphrase: KEY }
it('perf', async () => {
  const make = () => createWorkspace({ folder: '/tmp/perf', version: 'x', now: () => new Date(), newId: () => v7() })
  if (!existsSync(`/tmp/perf/large${KEY}.axial`)) {
    const w = make()
    await w.call('workspace.create', { path: `/tmp/perf/large${KEY}.axial`, coder: 'Ada', ...PASS })
    const files = generateStudy(LARGE, 1)
    let t = performance.now()
    await w.call('transcripts.import', { files: files.transcripts, language: 'en' })
    console.log('import transcripts', performance.now() - t)
    t = performance.now()
    await w.call('codings.import', { files: files.codings })
    console.log('import codings', performance.now() - t)
    await w.close()
  }
  copyFileSync(`/tmp/perf/large${KEY}.axial`, `/tmp/perf/work${KEY}.axial`)
  const w = make()
  await w.call('workspace.open', { path: `/tmp/perf/work${KEY}.axial`, ...PASS })
  const coders = await w.call('coders.list', {})
  const ada = coders[0]!
  const rounds = await w.call('rounds.list', {})
  const transcripts = await w.call('transcripts.list', {})
  const codes = await w.call('codes.list', { coderId: ada.id })
  const time = async (what: string, f: () => Promise<unknown>) => {
    const ts: number[] = []
    for (let i = 0; i < 7; i++) { const t = performance.now(); await f(); ts.push(performance.now() - t) }
    ts.sort((a, b) => a - b)
    console.log(what.padEnd(28), ts.map((x) => x.toFixed(1)).join(' '))
  }
  const read = await w.call('transcripts.read', { id: transcripts[0]!.id })
  let n = 0
  const apply = () => { const turn = read.turns[n % 180]!; return w.call('codings.apply', { transcriptId: read.id, start: turn.start, end: turn.end, codeId: codes[n++ % codes.length]!.id, coderId: ada.id, roundId: rounds[0]!.id }) }
  await apply()
  for (const [name, input] of [['study.info', { coderId: ada.id }], ['study.info', {}], ['study.progress', { coderId: ada.id }], ['codes.list', { coderId: ada.id }], ['history.state', { coderId: ada.id }], ['history.list', { coderId: ada.id }], ['coders.list', {}], ['rounds.list', {}], ['transcripts.list', {}], ['codings.list', { transcriptId: read.id, coderId: ada.id }], ['transcripts.read', { id: read.id }]] as const) {
    await time(name + JSON.stringify(input).slice(0, 12), () => w.call(name as never, input as never))
    if (name.startsWith('study.') || name === 'codes.list') await time(' after write ' + name, async () => { await apply(); await w.call(name as never, input as never) })
  }
  await time('codings.apply', apply)
  await time('history.undo', () => w.call('history.undo', { coderId: ada.id }))
  await time('history.redo', () => w.call('history.redo', { coderId: ada.id }))
  const t = performance.now()
  const tid = (await w.call('transcripts.list', {}))[5]!.id
  await w.call('transcripts.remove', { id: tid })
  console.log('transcripts.remove', performance.now() - t)
  await w.close()
})
