import type { AxialError } from '../../../domain/errors.ts'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { ask, enter } from '../../session.ts'

/** Opens a study. `needs-passphrase`: it is encrypted, or no study at all, which cannot be told apart from outside. */
export async function openStudy(path: string): Promise<'opened' | 'needs-passphrase' | 'failed'> {
  const refusals: AxialError[] = []
  const opened = await ask('workspace.open', { path }, { onError: (error) => isOfPassphrase(error, refusals) })
  if (opened === null) return refusals.length > 0 ? 'needs-passphrase' : 'failed'
  await enter(opened)
  return 'opened'
}

/** Opens an encrypted study. The sentence that says why the passphrase did not open it; null where it did. */
export async function openLockedStudy(path: string, passphrase: string): Promise<string | null> {
  const refusals: AxialError[] = []
  const input = { path, passphrase }
  const opened = await ask('workspace.open', input, { onError: (error) => isOfPassphrase(error, refusals) })
  if (opened !== null) await enter(opened)
  const [refusal] = refusals
  return refusal === undefined ? null : failureSentence(refusal, currentLanguage())
}

/** Whether a passphrase may be what is wrong; such an error is kept among the refusals. Others become notices. */
function isOfPassphrase(error: AxialError, refusals: AxialError[]): boolean {
  const { reason } = error
  if (reason !== 'not-a-study' && reason !== 'wrong-passphrase') return false
  refusals.push(error)
  return true
}
