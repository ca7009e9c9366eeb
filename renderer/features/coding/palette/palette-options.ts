import type { CountedCode } from '../../../../app/contract/codes.ts'
import { codebookOf, foldName, parsePath, PATH_SEPARATOR, pathOf } from '../../../../domain/codebook/codebook.ts'
import { scoreOf } from './fuzzy.ts'
import { planNewCode, type NewCode } from './new-code.ts'

/** A code that can be applied, a retired one that can be brought back for it, or one that can be created. */
export type Option =
  | { readonly id: string; readonly kind: 'code'; readonly code: CountedCode; readonly path: string }
  | { readonly id: string; readonly kind: 'retired'; readonly code: CountedCode; readonly path: string }
  | { readonly id: string; readonly kind: 'new'; readonly plan: NewCode; readonly isInVivo: boolean }

/**
 * What the palette offers: the codes that fit what was typed, or where none does those that fit but for a slip; the better
 * fit first, of as good ones the likelier; then retired ones of just that name; last, a new code of the typed name. Where
 * nothing was typed, all codes, the likeliest first, and as the second, always in that place, a new code named by the
 * chosen words, or the retired one of that name.
 */
export function paletteOptions(
  codes: readonly CountedCode[],
  likely: ReadonlyMap<CountedCode['id'], number>,
  query: string,
  inVivo: string | null,
): readonly Option[] {
  const codebook = codebookOf(codes)
  const fitting = (forgives: boolean) =>
    codes.flatMap((code) => {
      if (code.retired) return []
      const path = pathOf(codebook, code.id)
      const score = scoreOf(query, path, forgives)
      return score === null ? [] : [{ code, path, score, fit: Math.round(score), likelihood: likely.get(code.id) ?? 0 }]
    })
  const exact = fitting(false)
  const found = exact.length > 0 ? exact : fitting(true)
  found.sort(
    (a, b) => b.fit - a.fit || b.likelihood - a.likelihood || b.score - a.score || comparePaths(a.path, b.path),
  )
  const withPath = ({ code, path }: { readonly code: CountedCode; readonly path: readonly string[] }) => ({
    id: code.id,
    code,
    path: path.slice(0, -1).join(PATH_SEPARATOR),
  })
  const options = found.map((one): Option => ({ kind: 'code', ...withPath(one) }))
  const isTyped = query.trim() !== ''
  const plan = isTyped ? planNewCode(codes, query) : inVivo === null ? null : planInVivo(codes, inVivo)
  const named = parsePath(isTyped ? query : '')
  const retired = codes
    .filter((code) => code.retired)
    .map((code) => ({ code, path: pathOf(codebook, code.id) }))
    .filter(({ path }) => (isTyped ? endsWith(path, named) : inVivo !== null && endsWith(path, [inVivo])))
    .map((one): Option => ({ kind: 'retired', ...withPath(one) }))
  const fresh: readonly Option[] = plan === null ? [] : [{ id: 'new', kind: 'new', plan, isInVivo: !isTyped }]
  if (isTyped) return [...options, ...retired, ...fresh]
  return options.toSpliced(1, 0, ...(retired.length > 0 ? retired : fresh))
}

/** Whether a path's last names are these, as people compare names. */
function endsWith(path: readonly string[], names: readonly string[]): boolean {
  const folded = path.slice(-names.length).map(foldName)
  return names.length > 0 && folded.length === names.length && names.every((name, at) => foldName(name) === folded[at])
}

/** Words of the transcript are a name as they stand, whatever slashes they hold; null where a code at the top has it. */
function planInVivo(codes: readonly CountedCode[], words: string): NewCode | null {
  const isTaken = codes.some(({ parentId, name }) => parentId === null && foldName(name) === foldName(words))
  return isTaken ? null : { parentId: null, parentPath: '', names: [words] }
}

/** The longest words, in letters, that are offered as a name. */
const LONGEST = 60

/** Chosen words as a name, without the punctuation around them; null where they are too long, or no words. */
export function inVivoName(words: string): string | null {
  const name = words.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})%]+$/gu, '').replaceAll(/\s+/g, ' ')
  return name === '' || name.length > LONGEST ? null : name
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  return a.join(PATH_SEPARATOR).localeCompare(b.join(PATH_SEPARATOR))
}
