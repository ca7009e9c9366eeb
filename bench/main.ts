import '../app/node-version.ts'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { v7 } from 'uuid'
import type { Call } from '../app/contract.ts'
import type { GivenFilters } from '../app/contract/search.ts'
import { createWorkspace, type Workspace } from '../app/workspace.ts'
import { measureAgreement } from './agreement.ts'
import { generateStudy, LARGE, type StudySize } from './generated-study.ts'
import { writeLongTranscripts } from './long-transcripts.ts'
import { tableOf, type Measurement } from './measurement.ts'

/**
 * `npm run bench`: what a researcher waits for, on a study as large as they come. Prints medians, with the smallest and
 * the largest: machines are noisy, so compare ratios within one run rather than times of two.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    passphrase: { type: 'boolean' },
    /** Only writes the study that the coding screen is measured on. */
    'long-transcripts': { type: 'string' },
  },
})
const runs = Math.max(1, Number(values.runs))
const passphrase = values.passphrase === true ? 'benchmark' : undefined

const folder = mkdtempSync(join(tmpdir(), 'axial-bench-'))
try {
  const path = values['long-transcripts']
  if (path === undefined) await bench(LARGE)
  else await writeLongTranscripts(folder, path)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function bench(size: StudySize): Promise<void> {
  say(
    `Node ${process.version}, ${String(cpus().length)} processors; ${String(runs)} runs a figure${passphrase === undefined ? '' : ', encrypted'}`,
  )
  const files = generateStudy(size, 1)
  const imports: number[] = []
  let path = ''
  for (let run = 0; run < Math.min(runs, 3); run++) {
    const workspace = newWorkspace()
    const { path: created } = await workspace.call('workspace.create', { path: `study-${String(run)}`, passphrase })
    path = created
    imports.push(await time(() => importAll(workspace.call, files)))
    if (run === 0) await describe(workspace.call, path)
    await workspace.close()
  }
  const measurements: Measurement[] = [{ what: 'import all of it', target: 20_000, times: imports }]
  measurements.push(await measureOpening(path))
  const workspace = newWorkspace()
  await workspace.call('workspace.open', { path, passphrase })
  measurements.push(...(await measureWork(workspace.call)))
  measurements.push(...(await measureSearch(workspace.call)))
  measurements.push(...(await measureStacked(workspace.call)))
  await workspace.close()
  measurements.push(...measureAgreement(runs))
  for (const line of tableOf(measurements)) say(line)
}

function newWorkspace(): Workspace {
  return createWorkspace({ folder, version: 'bench', now: () => new Date(), newId: () => v7() })
}

async function importAll(call: Call, files: ReturnType<typeof generateStudy>): Promise<void> {
  await call('transcripts.import', { files: files.transcripts, language: 'en' })
  await call('codings.import', { files: files.codings })
}

async function describe(call: Call, path: string): Promise<void> {
  const { transcripts, turns, words, codings, codes } = await call('study.info', {})
  const megabytes = Math.round(statSync(path).size / 1e6)
  const count = (value: number) => value.toLocaleString('en')
  say(
    `${count(transcripts)} transcripts, ${count(turns)} turns, ${count(words)} words, ` +
      `${count(codings)} codings of ${count(codes)} codes; the file has ${count(megabytes)} MB`,
  )
}

async function measureOpening(path: string): Promise<Measurement> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const workspace = newWorkspace()
    times.push(await time(() => workspace.call('workspace.open', { path, passphrase })))
    await workspace.close()
  }
  return { what: 'open the study', target: 300, times }
}

async function measureWork(call: Call): Promise<readonly Measurement[]> {
  const transcripts = await call('transcripts.list', {})
  const [coder] = await call('coders.list', {})
  const rounds = await call('rounds.list', {})
  const round = rounds.find(({ kind }) => kind === 'independent')
  const codes = await call('codes.list', { coderId: required(coder).id })
  const { id: coderId } = required(coder)
  const sample = Array.from({ length: 40 }, (_, index) => required(transcripts[(index * 37) % transcripts.length]))

  const opening: number[] = []
  for (const { id } of sample) {
    opening.push(
      await time(async () => {
        await call('transcripts.read', { id })
        await call('codings.list', { transcriptId: id, coderId })
      }),
    )
  }
  const applying: number[] = []
  const { turns } = await call('transcripts.read', { id: required(sample[0]).id })
  for (const [index, turn] of turns.slice(0, 100).entries()) {
    const codeId = required(codes[index % codes.length]).id
    const span = { transcriptId: required(sample[0]).id, start: turn.start, end: turn.end }
    applying.push(await time(() => call('codings.apply', { ...span, codeId, coderId, roundId: required(round).id })))
  }
  const agreeing: number[] = []
  for (let run = 0; run < runs; run++) agreeing.push(await time(() => call('agreement.compute', { resamples: 0 })))
  const withIntervals = [await time(() => call('agreement.compute', { resamples: 1000 }))]
  return [
    { what: 'open a transcript with its codings', target: 20, times: opening },
    { what: 'apply one coding, durably', target: 5, times: applying },
    { what: 'agreement over all units', target: 1000, times: agreeing },
    { what: 'the same with 1,000 resamples for each of the 200', target: Number.NaN, times: withIntervals },
  ]
}

/** Agreement over all units of the study in one comparison, read from the file. */
async function measureStacked(call: Call): Promise<readonly Measurement[]> {
  const measure = async (times: number, resamples: number, unit: 'turn' | 'character') => {
    const taken: number[] = []
    for (let run = 0; run < times; run++) {
      taken.push(await time(() => call('agreement.compute', { scope: 'round', resamples, unit })))
    }
    return taken
  }
  return [
    { what: 'agreement of all 36,000 turns in one, from the file', target: 500, times: await measure(runs, 0, 'turn') },
    {
      what: 'the same with 1,000 resamples of every figure',
      target: 5000,
      times: await measure(Math.min(runs, 3), 1000, 'turn'),
    },
    { what: 'the same by character, no intervals', target: Number.NaN, times: await measure(runs, 0, 'character') },
  ]
}

/** Searches over all of it, each after one that warmed it up, as the keys before it do while one types. */
async function measureSearch(call: Call): Promise<readonly Measurement[]> {
  const [coder] = await call('coders.list', {})
  const { id: coderId } = required(coder)
  const [code] = await call('codes.list', { coderId })
  const codes = [{ codeId: required(code).id, isCoded: true }]
  const searches: readonly (readonly [what: string, query: string, filters: GivenFilters])[] = [
    ['search a common word', 'mo', {}],
    ['search two words', 'mo eser', {}],
    ['search a phrase', '"mo eser"', {}],
    ['search words that begin so', 'd*', {}],
    ['search a word of the participants', 'mo', { who: 'participants' }],
    ['search a word within a code', 'mo', { codes }],
    ['search a word that is not coded', 'mo', { coded: 'uncoded' }],
  ]
  const measurements: Measurement[] = []
  for (const [what, query, filters] of searches) {
    const search = () => call('search.turns', { query, filters, coderId })
    const { turns, hits } = await search()
    const times: number[] = []
    for (let run = 0; run < 2 * runs; run++) times.push(await time(search))
    const found = hits === null ? '' : `, ${hits.toLocaleString('en')} hits`
    measurements.push({ what: `${what}: ${turns.toLocaleString('en')} turns${found}`, target: 50, times })
  }
  return measurements
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the generated study lacks what the benchmark needs')
  return value
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
