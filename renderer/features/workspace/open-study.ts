import { sentenceFor } from '../../../domain/errors.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { ask, enter } from '../../session.ts'

/** Opens a study. `needs-passphrase`: it is encrypted, or no study at all, which cannot be told apart from outside. */
export async function openStudy(path: string): Promise<'opened' | 'needs-passphrase' | 'failed'> {
  let isLocked = false
  const opened = await ask(
    'workspace.open',
    { path },
    {
      onError: ({ reason }) => {
        isLocked = reason === 'not-a-study' || reason === 'wrong-passphrase'
        return isLocked
      },
    },
  )
  if (opened === null) return isLocked ? 'needs-passphrase' : 'failed'
  await enter(opened)
  return 'opened'
}

/** Opens an encrypted study. The sentence that says why it did not open, or null when it did or another notice says so. */
export async function openLockedStudy(path: string, passphrase: string): Promise<string | null> {
  let refusal: string | null = null
  const opened = await ask(
    'workspace.open',
    { path, passphrase },
    {
      onError: ({ reason, params }) => {
        if (reason !== 'not-a-study' && reason !== 'wrong-passphrase') return false
        refusal = sentenceFor(reason, params, currentLanguage())
        return true
      },
    },
  )
  if (opened !== null) await enter(opened)
  return refusal
}
