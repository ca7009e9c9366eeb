import { create } from 'zustand'
import { rememberedType, rememberType } from '../places.ts'

/** How large the words are, in percent of their usual size, and how long their lines are at most, in letters. */
export const SIZES = [85, 92, 100, 110, 125, 150, 175, 200] as const
export const LINES = [45, 55, 70, 85, 100, 120] as const

const USUAL_SIZE = SIZES.indexOf(100)
const USUAL_LINE = LINES.indexOf(70)

/** Steps into `SIZES` and `LINES`; remembered on this machine. */
export interface TypeSteps {
  readonly size: number
  readonly line: number
}

export const useTypeSteps = create<TypeSteps>()(() => {
  const [size, line] = rememberedType() ?? [USUAL_SIZE, USUAL_LINE]
  return { size: within(size, SIZES), line: within(line, LINES) }
})

export function changeSize(by: number): void {
  setType(({ size, line }) => ({ size: within(size + by, SIZES), line }))
}

export function changeLine(by: number): void {
  setType(({ size, line }) => ({ size, line: within(line + by, LINES) }))
}

export function resetSize(): void {
  setType(({ line }) => ({ size: USUAL_SIZE, line }))
}

/** The size in percent and the line in letters that the steps stand for. */
export function typeOf({ size, line }: TypeSteps): { readonly percent: number; readonly letters: number } {
  return { percent: SIZES[size] ?? 100, letters: LINES[line] ?? 70 }
}

function setType(change: (now: TypeSteps) => TypeSteps): void {
  useTypeSteps.setState(change)
  const { size, line } = useTypeSteps.getState()
  rememberType(size, line)
}

function within(step: number, steps: readonly number[]): number {
  return Math.min(Math.max(0, Math.trunc(step)), steps.length - 1)
}
