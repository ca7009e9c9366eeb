import { AxialError } from '../../domain/errors.ts'
import { describe, expect, it } from 'vitest'
import { report, type Command, type CommandResult } from '../../app/commands/command.ts'
import type { Progress } from '../../app/contract/procedure.ts'
import { progressLine, progressText } from '../../cli/progress.ts'
import { run, type World } from '../../cli/run.ts'

function command(work: Command['run']): Command {
  return { words: ['work'], summary: 'Works.', arguments: [], options: {}, example: 'axial work', run: work }
}

/** Runs `axial work …` where `work` does what is given, and tells what a person or a pipeline would see. */
async function ran(work: Command['run'], line: readonly string[] = ['work'], more: Partial<World> = {}) {
  let output = ''
  let errors = ''
  let closed = 0
  const status = await run([command(work)], line, {
    output: { write: (text) => (output += text) },
    errors: { write: (text) => (errors += text) },
    version: '1.2.3',
    signal: new AbortController().signal,
    environment: {},
    folder: '.',
    sampleFolder: '.',
    runServer: () => Promise.resolve(0),
    createWorkspace: () => ({ call: () => Promise.reject(new Error('not called')), close: () => closed++ }),
    ...more,
  })
  return { output, errors, status, closed }
}

const answer = (result: CommandResult) => () => Promise.resolve(result)

describe('run', () => {
  it('prints the text of a report and ends with 0', async () => {
    expect(await ran(answer(report({ n: 1 }, 'One.')))).toEqual({ output: 'One.\n', errors: '', status: 0, closed: 1 })
  })

  it('prints one JSON document and nothing else when asked', async () => {
    const { output, errors } = await ran(answer(report({ n: 1, absent: null }, 'One.')), ['work', '--json'])
    expect(JSON.parse(output)).toEqual({ n: 1, absent: null })
    expect(errors).toBe('')
  })

  it('ends with 1 for a negative finding, its answer printed all the same', async () => {
    expect(await ran(answer(report([], 'None.', true)))).toMatchObject({ output: 'None.\n', status: 1 })
  })

  it('ends with the status of a program it ran', async () => {
    expect(await ran(answer({ kind: 'exit', status: 3 }))).toMatchObject({ output: '', status: 3 })
  })

  it('tells a failure in one line on standard error, prints no answer, and closes the study', async () => {
    const { output, errors, status, closed } = await ran(() => Promise.reject(new Error('odd\nnews\u001B[31m')))
    expect(output).toBe('')
    expect(errors).toMatch(/^axial: [^\n]*odd news \[31m[^\n]*\n$/)
    expect({ status, closed }).toEqual({ status: 70, closed: 1 })
  })

  it('does not promise that trying again goes on without the backup: every command tries it', async () => {
    const { errors } = await ran(() =>
      Promise.reject(new AxialError('backup-failed', { path: 's.axial', detail: 'full' })),
    )
    expect(errors).toMatch(
      /the backup of s\.axial could not be written \(full\); the study is unchanged; [^;]*then try again/,
    )
  })

  it('reports work that was stopped as cancelled, with status 130', async () => {
    const { errors, status } = await ran(() => Promise.reject(new DOMException('stop', 'AbortError')))
    expect(errors).toMatch(/^axial: the work was cancelled; /)
    expect(status).toBe(130)
  })

  it('prints the version', async () => {
    expect(await ran(answer(report(null, '')), ['--version'])).toMatchObject({
      output: '1.2.3\n',
      status: 0,
      closed: 0,
    })
  })

  it('makes no workspace for a line that cannot be obeyed', async () => {
    expect(await ran(answer(report(null, '')), ['wrok'])).toMatchObject({ output: '', status: 2, closed: 0 })
  })
})

const begun: Progress = { done: 1, total: 3, what: 'a\nb.txt' }

describe('progressLine', () => {
  it('shows nothing where standard error is not a terminal', () => {
    const written: string[] = []
    const line = progressLine({ write: (text) => written.push(text) })
    line.show(begun)
    line.clear()
    expect(written).toEqual([])
  })

  it('rewrites one line on a terminal, never longer than the screen, and takes it away', () => {
    const written: string[] = []
    const line = progressLine({ isTTY: true, columns: 20, write: (text) => written.push(text) })
    line.show({ ...begun, what: 'a very long name of a file.txt' })
    line.clear()
    expect(written).toEqual(['\r\u001B[K1 of 3 (33 %) a ver', '\r\u001B[K'])
  })

  it('says only how much is done while the total is not known', () => {
    expect(progressText({ done: 7, total: 0, what: 'reading' })).toBe('7 reading')
    expect(progressText(begun)).toBe('1 of 3 (33 %) a b.txt')
  })
})
