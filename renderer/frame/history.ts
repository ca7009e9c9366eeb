import type { TFunction } from 'i18next'
import { procedureName } from '../i18n/procedure-name.ts'
import { announce, redo, undo } from '../session.ts'

/** Takes back the coder's last action and says which it was. */
export async function undoAndSay(t: TFunction): Promise<void> {
  const action = await undo()
  if (action !== null) announce(t('frame.undone', { action: procedureName(t, action) }))
}

/** Does again what was last taken back and says which action it was. */
export async function redoAndSay(t: TFunction): Promise<void> {
  const action = await redo()
  if (action !== null) announce(t('frame.redone', { action: procedureName(t, action) }))
}
