import { contract, type ParsedInput } from '../../../../app/contract.ts'
import { useSession } from '../../../session.ts'
import { keepUnsaved } from '../../../kept-draft.ts'
import { forget, kept } from '../../../kept.ts'

/** A screening as it is saved: whose, of which segment, and the whole form. */
export type KeptScreening = ParsedInput<'screenings.save'>

const STORED = 'axial.screeningDraft:'

/**
 * Keeps what was filled in and is not in the study yet, so that it outlasts a dead service and the page. Of an encrypted
 * study nothing is written anywhere but into its file.
 */
export function keepScreening(key: string, screening: KeptScreening): void {
  const { study } = useSession.getState()
  if (study?.encrypted === false) keepUnsaved(keyOf(key), JSON.stringify(screening))
}

export function dropScreening(key: string): void {
  forget(keyOf(key))
}

/** What was kept; null where nothing was, or what is stored is none. */
export function keptScreening(key: string): KeptScreening | null {
  const stored = kept(keyOf(key))
  if (stored === null) return null
  try {
    const parsed = contract['screenings.save'].input.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    // Written by something else under our name: it is none of ours.
    return null
  }
}

function keyOf(key: string): string {
  return `${STORED}${useSession.getState().study?.path ?? ''} ${key}`
}
