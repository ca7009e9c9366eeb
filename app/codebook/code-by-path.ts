import { foldName, parsePath, type Code } from '../../domain/codebook/codebook.ts'
import type { CodeId } from '../../domain/ids.ts'
import { AxialError } from '../../domain/errors.ts'
import { newCode } from './codebook-service.ts'
import { requireName } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** A code as a person names it: one that is there by its id, or one by its path, to be created where it is not. */
export type NamedCode = { readonly id: CodeId } | { readonly path: string }

/** The name that a deed about the code is told with. @throws AxialError not-found, name-empty */
export function nameOf(study: OpenStudy, code: NamedCode): string {
  if ('id' in code) return requireKnown(study, code.id).name
  return requireName('code', parsePath(code.path).at(-1) ?? '')
}

/** The code; what its path lacks is created. To be called within an action. @throws AxialError not-found, name-empty, code-retired-there */
export function findOrCreateCode(study: OpenStudy, named: NamedCode): Code {
  if ('id' in named) return requireKnown(study, named.id)
  let found: Code | null = null
  for (const given of parsePath(named.path)) found = findOrCreateIn(study, found, given)
  if (found === null) throw new AxialError('name-empty', { what: 'code' })
  return found
}

function findOrCreateIn(study: OpenStudy, parent: Code | null, given: string): Code {
  const codes = study.write.codes.all()
  // A retired code is not coded with: `newCode` refuses its name, saying so.
  const siblings = codes.filter(({ parentId, retired }) => !retired && parentId === (parent?.id ?? null))
  const known = siblings.find(({ name }) => foldName(name) === foldName(given))
  if (known !== undefined) return known
  const code = newCode(study, codes, { name: requireName('code', given), parent })
  study.write.codes.add(code)
  return code
}

function requireKnown(study: OpenStudy, id: CodeId): Code {
  const code = study.read.codes.all().find((one) => one.id === id)
  if (code === undefined) throw new AxialError('not-found', { what: 'code', name: id })
  return code
}
