import { AxialError } from '../../domain/errors.ts'

/** The one of this name. @throws AxialError not-found */
export function oneNamed<One extends { readonly name: string }>(
  what: 'coder' | 'round' | 'transcript',
  all: readonly One[],
  name: string,
): One {
  const found = all.find((one) => one.name === name)
  if (found === undefined) throw new AxialError('not-found', { what, name })
  return found
}
