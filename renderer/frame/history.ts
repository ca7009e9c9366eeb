import type { TFunction } from 'i18next'
import { stepName } from '../i18n/procedure-name.ts'
import { announce, redo, undo } from '../session.ts'

/** Takes back the coder's last action and says which it was. */
export async function undoAndSay(t: TFunction): Promise<void> {
  const step = await undo()
  if (step !== null) announce(t('frame.undone', { action: stepName(t, step) }))
}

/** Does again what was last taken back and says which action it was. */
export async function redoAndSay(t: TFunction): Promise<void> {
  const step = await redo()
  if (step !== null) announce(t('frame.redone', { action: stepName(t, step) }))
}
