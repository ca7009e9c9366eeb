import { useState } from 'react'
import type { Input, Output, ProcedureName } from '../app/contract.ts'
import type { AxialError } from '../domain/errors.ts'
import { ask } from './session.ts'

/** What a dialog asks for itself, one thing at a time: its failure is shown there, not told as a notice. */
export interface Asking {
  /** The answer, or null when it failed: `failure` then says why, until something else is asked or it is dismissed. */
  readonly askHere: <Name extends ProcedureName>(name: Name, input: Input<Name>) => Promise<Output<Name> | null>
  readonly isWorking: boolean
  readonly failure: AxialError | null
  readonly dismiss: () => void
}

export function useAsking(): Asking {
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<AxialError | null>(null)
  const onError = (error: AxialError) => {
    setFailure(error)
    return true
  }
  const askHere: Asking['askHere'] = async (name, input) => {
    setWorking(true)
    setFailure(null)
    const output = await ask(name, input, { onError })
    setWorking(false)
    return output
  }
  return { askHere, isWorking, failure, dismiss: () => setFailure(null) }
}
