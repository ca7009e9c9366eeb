import { ChevronsUpDown, Redo2, Search, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { stepName } from '../i18n/procedure-name.ts'
import { ariaShortcut } from '../keyboard.ts'
import { hashOf, SCREEN_SHORTCUTS, SCREENS, useRoute } from '../navigation.ts'
import { chooseStudy, useSession } from '../session.ts'
import { CodingAs } from './coding-as.tsx'
import { redoAndSay, undoAndSay } from './history.ts'
import { Preferences } from './preferences.tsx'
import { screenIcons } from './screen-icons.tsx'

interface SidebarProps {
  readonly onPalette: () => void
}

export function Sidebar({ onPalette }: SidebarProps) {
  const { t } = useTranslation()
  const study = useSession((session) => session.study)
  return (
    <aside className="sidebar" aria-label={t('frame.sidebar')}>
      <div className="sidebar-head">
        <Button
          variant="quiet"
          className="study-button"
          label={`${study?.title ?? ''} — ${t('frame.switchStudy')}`}
          onPress={() => chooseStudy('open')}
        >
          <span className="study-title">{study?.title}</span>
          <ChevronsUpDown aria-hidden />
        </Button>
        <HistoryButtons onPalette={onPalette} />
      </div>
      <Screens />
      <CodingAs />
      <Preferences />
    </aside>
  )
}

function HistoryButtons({ onPalette }: SidebarProps) {
  const { t } = useTranslation()
  const history = useSession((session) => session.history)
  const undoable = history.undo && stepName(t, history.undo)
  const redoable = history.redo && stepName(t, history.redo)
  return (
    <div className="sidebar-tools">
      <IconButton
        label={undoable ? t('frame.undoAction', { action: undoable }) : t('frame.nothingToUndo')}
        icon={<Undo2 aria-hidden />}
        shortcut="Mod+Z"
        isDisabled={undoable === null}
        onPress={() => void undoAndSay(t)}
      />
      <IconButton
        label={redoable ? t('frame.redoAction', { action: redoable }) : t('frame.nothingToRedo')}
        icon={<Redo2 aria-hidden />}
        shortcut="Mod+Shift+Z"
        isDisabled={redoable === null}
        onPress={() => void redoAndSay(t)}
      />
      <IconButton label={t('frame.palette')} icon={<Search aria-hidden />} shortcut="Mod+K" onPress={onPalette} />
    </div>
  )
}

function Screens() {
  const { t } = useTranslation()
  const { screen: current } = useRoute()
  return (
    <nav aria-label={t('frame.screens')}>
      <ul className="screens">
        {SCREENS.map((screen) => (
          <li key={screen}>
            <a
              className="screen-link"
              href={hashOf(screen)}
              title={t(`screens.${screen}`)}
              aria-current={screen === current ? 'page' : undefined}
              aria-keyshortcuts={ariaShortcut(SCREEN_SHORTCUTS[screen])}
            >
              {screenIcons[screen]}
              <span className="grow screen-name">{t(`screens.${screen}`)}</span>
              <Kbd shortcut={SCREEN_SHORTCUTS[screen]} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
