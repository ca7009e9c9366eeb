import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Kbd } from '../../../components/kbd.tsx'
import { shortcutText } from '../../../keyboard.ts'
import { SHORTCUT_GROUPS, SHORTCUTS } from './shortcuts.ts'

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' }

/** Every key of the review. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  return (
    <Dialog
      title={t('shortcuts.title')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {common('actions.close')}
        </Button>
      }
    >
      <div className="review-shortcuts">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group} aria-labelledby={`review-shortcuts-${group}`}>
            <h3 id={`review-shortcuts-${group}`}>{t(`shortcuts.groups.${group}`)}</h3>
            <ul>
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ id, keys }) => (
                <li key={id} className="review-shortcut">
                  <span className="grow">{t(`shortcuts.names.${id}`)}</span>
                  {keys.map((key) => (
                    <span key={key}>
                      <span className="visually-hidden">{shortcutText(key)} </span>
                      <Kbd shortcut={ARROWS[key] ?? key} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
