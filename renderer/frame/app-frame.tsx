import { TriangleAlert } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { isShortcut, isTyping } from '../keyboard.ts'
import { navigate, SCREEN_SHORTCUTS, SCREENS, useRoute, type Screen } from '../navigation.ts'
import { useSession } from '../session.ts'
import { CommandPalette } from './command-palette.tsx'
import { FaultBoundary } from './fault-boundary.tsx'
import { redoAndSay, undoAndSay } from './history.ts'
import { Notices } from './notices.tsx'
import { Sidebar } from './sidebar.tsx'
import { WorkBar } from './work-bar.tsx'

interface AppFrameProps {
  readonly screens: Readonly<Record<Screen, ReactNode>>
}

/** What stays around every screen of an open study. */
export function AppFrame({ screens }: AppFrameProps) {
  const { t } = useTranslation()
  const { screen } = useRoute()
  const title = useSession((session) => session.study?.title ?? '')
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const shown = useRef(screen)

  useEffect(() => {
    document.title = `${t(`screens.${screen}`)} · ${title} · Axial`
  }, [t, screen, title])

  // Coming to another screen puts the focus on its heading, which tells a screen reader where one is.
  useEffect(() => {
    if (shown.current !== screen) document.getElementById('page-heading')?.focus()
    shown.current = screen
  }, [screen])

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isInDialog = document.querySelector('[role=dialog]') !== null
    if (event.defaultPrevented || isInDialog) return
    const target = SCREENS.find((one) => isShortcut(event, SCREEN_SHORTCUTS[one]))
    if (target !== undefined) navigate(target)
    else if (isShortcut(event, 'Mod+K')) setPaletteOpen(true)
    else if (isTyping(event.target)) return
    else if (isShortcut(event, 'Mod+Z')) void undoAndSay(t)
    else if (isShortcut(event, 'Mod+Shift+Z') || isShortcut(event, 'Mod+Y')) void redoAndSay(t)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Sidebar onPalette={() => setPaletteOpen(true)} />
      <main ref={main} className="main" tabIndex={-1}>
        <FaultBoundary key={screen} fallback={<Fault />}>
          {screens[screen]}
        </FaultBoundary>
      </main>
      <WorkBar />
      <Notices />
      <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </div>
  )
}

function Fault() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<TriangleAlert aria-hidden />}
      title={t('frame.faultTitle')}
      actions={<Button onPress={() => window.location.reload()}>{t('frame.reload')}</Button>}
    >
      {t('frame.faultAdvice')}
    </EmptyState>
  )
}
