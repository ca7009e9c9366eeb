import { useTranslation } from 'react-i18next'
import { ShortcutHelp } from '../../../components/shortcut-help.tsx'
import { reviewKeys } from './keymap.ts'
import { SHORTCUT_GROUPS } from './shortcuts.ts'

/** Every key of the review, each to be changed. */
export function ReviewShortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  return (
    <ShortcutHelp
      keys={reviewKeys}
      groups={SHORTCUT_GROUPS.map((id) => ({ id, title: t(`shortcuts.groups.${id}`) }))}
      nameOf={(id) => t(`shortcuts.names.${id}`)}
      onClose={onClose}
    />
  )
}
