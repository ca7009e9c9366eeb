import type { TFunction } from 'i18next'
import type { JournalEntry } from '../../../app/contract/history.ts'
import { capitalise } from '../../i18n/failure-sentence.ts'
import { stepName } from '../../i18n/procedure-name.ts'

/** An action as the undo button names it; undoing and redoing by what they were about. */
export function entryName(t: TFunction<'history'>, common: TFunction, entry: JournalEntry): string {
  const action = stepName(common, entry)
  switch (entry.kind) {
    case 'do':
      return capitalise(action)
    case 'undo':
      return t('undoOf', { action })
    case 'redo':
      return t('redoOf', { action })
  }
}
