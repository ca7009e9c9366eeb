import type { CodebookVersion } from '../../domain/codebook/codebook-version.ts'
import type { Comparison } from '../contract/agreement.ts'
import type { OpenStudy } from '../study/open-study.ts'

type InForce = Comparison['codebook']

/** The actions by which a coder codes: what came otherwise was coded at a time that nobody can tell. */
const BY_HAND = ['codings', 'autoCoding', 'screenings']

/** Tells with which named version of the codebook something was coded, as far as that can be said. */
export class CodebookInForce {
  readonly #study: OpenStudy
  readonly #versions: readonly CodebookVersion[]

  constructor(study: OpenStudy) {
    this.#study = study
    this.#versions = study.read.versions.all()
  }

  /**
   * The version in force while rows of these ids were made: the newest that was named before. Ids are in order of time,
   * within a millisecond too, so the first and the last one tell.
   */
  of(ids: readonly string[]): InForce {
    if (ids.length === 0) return { version: null, reason: 'nothing-coded' }
    if (this.#versions.length === 0) return { version: null, reason: 'no-version' }
    const [earliest, latest] = extremesOf(ids)
    const { record } = this.#study.read
    const [first, last] = [record.insertionOf(earliest), record.insertionOf(latest)]
    if (!first || !last || !isByHand(first.action) || !isByHand(last.action))
      return { version: null, reason: 'imported' }
    const [before, after] = [this.#at(earliest), this.#at(latest)]
    if (before !== after) return { version: null, reason: 'several-versions' }
    return before === null ? { version: null, reason: 'no-version' } : { version: before, reason: null }
  }

  #at(made: string): string | null {
    return this.#versions.findLast(({ id }) => id < made)?.name ?? null
  }
}

function extremesOf(ids: readonly string[]): readonly [first: string, last: string] {
  let [first = '', last = ''] = [ids[0], ids[0]]
  for (const id of ids) {
    if (id < first) first = id
    if (id > last) last = id
  }
  return [first, last]
}

function isByHand(action: string): boolean {
  const [group = ''] = action.split('.')
  return BY_HAND.includes(group) && action !== 'codings.import'
}

/** What holds of several together: those of which nothing was coded say nothing. */
export function inForceOfAll(all: readonly InForce[]): InForce {
  const telling = all.filter(({ reason }) => reason !== 'nothing-coded')
  const [first] = telling
  if (first === undefined) return { version: null, reason: 'nothing-coded' }
  const imported = telling.find(({ reason }) => reason === 'imported')
  if (imported !== undefined) return imported
  const isSame = telling.every(({ version, reason }) => version === first.version && reason === first.reason)
  return isSame ? first : { version: null, reason: 'several-versions' }
}
