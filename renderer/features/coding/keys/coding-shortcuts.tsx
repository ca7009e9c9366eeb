import { useTranslation } from 'react-i18next'
import { ShortcutHelp } from '../../../components/shortcut-help.tsx'
import { codingKeys } from './keymap.ts'

const GROUPS = ['code', 'boundary', 'move', 'choose', 'other'] as const

/** Every shortcut of the transcript, each to be changed. */
export function CodingShortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('coding')
  return (
    <ShortcutHelp
      keys={codingKeys}
      groups={GROUPS.map((id) => ({ id, title: t(`shortcutGroups.${id}`) }))}
      nameOf={(id) => t(`shortcutNames.${id}`)}
      onClose={onClose}
    />
  )
}
