import { setImmediate } from 'node:timers/promises'
import { AxialError } from '../domain/errors.ts'
import type { CallOptions } from './contract.ts'
import type { Progress } from './contract/procedure.ts'

/** How long work goes on before it lets other calls through and says how far it is, in milliseconds. */
const SLICE = 25

/**
 * The progress and the cancelling of one call. Long work calls `step` between its parts. A study that was closed
 * meanwhile cancels what still reads it.
 */
export class Task {
  readonly #options: CallOptions
  readonly #study: { readonly closed: boolean }
  #sliceStarted = performance.now()

  constructor(options: CallOptions, study: { readonly closed: boolean }) {
    this.#options = options
    this.#study = study
  }

  /**
   * Between two parts of the work: gives way to other calls once its slice of time is used up.
   * @throws AxialError cancelled
   */
  async step(progress: Progress): Promise<void> {
    this.#throwIfCancelled()
    if (performance.now() - this.#sliceStarted < SLICE) return
    await this.#giveWay(progress)
  }

  /** Says how far the work is, whatever the time: at its start and end. */
  async say(progress: Progress): Promise<void> {
    this.#throwIfCancelled()
    await this.#giveWay(progress)
  }

  async #giveWay(progress: Progress): Promise<void> {
    this.#options.onProgress?.(progress)
    await setImmediate()
    this.#throwIfCancelled()
    this.#sliceStarted = performance.now()
  }

  #throwIfCancelled(): void {
    if (this.#options.signal?.aborted === true || this.#study.closed) throw new AxialError('cancelled')
  }
}

/** The same progress in hundredths: how many things there are may tell of work that whoever waits must not see. */
export function inHundredths({ done, total, what }: Progress): Progress {
  return { done: total === 0 ? 0 : Math.floor((100 * done) / total), total: total === 0 ? 0 : 100, what }
}
