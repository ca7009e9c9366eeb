import './shortcut-help.css'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { SHORTCUTS } from './shortcuts.ts'

const GROUPS = ['code', 'boundary', 'move', 'choose', 'other'] as const

const ARROWS: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', ArrowDown: '↓', ArrowUp: '↑' }

/** Every shortcut of the transcript. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('coding')
  return (
    <Dialog title={t('shortcuts')} isOpen isWide onClose={onClose}>
      <div className="coding-shortcuts">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`coding-shortcuts-${group}`}>
            <h3 id={`coding-shortcuts-${group}`}>{t(`shortcutGroups.${group}`)}</h3>
            <dl>
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ id, keys }) => (
                <div key={id} className="coding-shortcut">
                  <dt>{t(`shortcutNames.${id}`)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <span key={key}>
                        <span className="visually-hidden">{key} </span>
                        <Kbd shortcut={key.replace(/Arrow\w+/, (arrow) => ARROWS[arrow] ?? arrow)} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
