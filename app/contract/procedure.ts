import type { z } from 'zod'

/**
 * One entry of the contract. `kind` says what the entry may touch: `read` sees the study as it was last saved and may run
 * beside a write, `write` changes it in one transaction, `session` opens and closes studies. Input and output are plain
 * data: JSON values and Uint8Array.
 */
export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'read' | 'write' | 'session'
  /** Whether it reports progress and honours cancelling. */
  readonly long: boolean
  readonly input: Input
  readonly output: Output
}

export function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'read', long: false, input, output } as const
}

export function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'write', long: false, input, output } as const
}

export function session<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'session', long: false, input, output } as const
}

/** The same procedure, reporting progress and open to cancelling. */
export function long<P extends Procedure>(procedure: P): Omit<P, 'long'> & { readonly long: true } {
  return { ...procedure, long: true }
}

/** How far long work has come. `total` 0 means not yet known. `what` names the thing in hand, such as a file. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly what: string
}
