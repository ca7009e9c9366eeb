import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../components/kbd.tsx'
import { LANGUAGES, setLanguage } from '../i18n/i18n.ts'
import { stepName } from '../i18n/procedure-name.ts'
import { FURTHER_SCREENS, navigate, SCREEN_SHORTCUTS, SCREENS } from '../navigation.ts'
import { writeMemo } from '../memo-request.ts'
import { chooseStudy, codeAs, useSession, workInRound } from '../session.ts'
import { setTheme, THEMES } from '../theme/theme.ts'
import { redoAndSay, undoAndSay } from './history.ts'

interface Command {
  readonly id: string
  readonly name: string
  readonly shortcut?: string
  readonly run: () => void
}

export interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every screen and every action of the frame, by name. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const commands = useCommands()
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <AriaDialog className="dialog palette" aria-label={t('frame.palette')}>
          <Autocomplete filter={contains}>
            <SearchField className="palette-search" aria-label={t('frame.paletteHint')} {...{ autoFocus: true }}>
              <Input className="palette-input" placeholder={t('frame.paletteHint')} />
            </SearchField>
            <Menu
              className="listbox palette-list"
              aria-label={t('frame.palette')}
              renderEmptyState={() => <p className="palette-none muted">{t('frame.paletteNone')}</p>}
              onAction={(key) => {
                onClose()
                commands.find(({ id }) => id === key)?.run()
              }}
            >
              {commands.map(({ id, name, shortcut }) => (
                <MenuItem key={id} id={id} textValue={name} className="option">
                  <span className="grow">{name}</span>
                  {shortcut !== undefined && <Kbd shortcut={shortcut} />}
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function useCommands(): readonly Command[] {
  const { t } = useTranslation()
  const history = useSession((session) => session.history)
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const screens = SCREENS.map((screen) => ({
    id: screen,
    name: t(`screens.${screen}`),
    shortcut: SCREEN_SHORTCUTS[screen],
    run: () => navigate(screen),
  }))
  const further = FURTHER_SCREENS.map((screen) => ({
    id: screen,
    name: t(`screens.${screen}`),
    run: () => navigate(screen),
  }))
  const undoing = history.undo && {
    id: 'undo',
    name: t('frame.undoAction', { action: stepName(t, history.undo) }),
    shortcut: 'Mod+Z',
    run: () => void undoAndSay(t),
  }
  const redoing = history.redo && {
    id: 'redo',
    name: t('frame.redoAction', { action: stepName(t, history.redo) }),
    shortcut: 'Mod+Shift+Z',
    run: () => void redoAndSay(t),
  }
  const people = coders.map(({ id, name }) => ({
    id,
    name: t('frame.choice', { of: t('frame.codingAs'), chosen: name }),
    run: () => void codeAs(id),
  }))
  const working = rounds.map(({ id, name }) => ({
    id,
    name: t('frame.choice', { of: t('frame.round'), chosen: name }),
    run: () => workInRound(id),
  }))
  const themes = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    name: t('frame.choice', { of: t('frame.theme'), chosen: t(`frame.${theme}`) }),
    run: () => setTheme(theme),
  }))
  const languages = LANGUAGES.map((language) => ({
    id: `language-${language}`,
    name: language === 'en' ? 'Language: English' : 'Langue : français',
    run: () => void setLanguage(language),
  }))
  const memo =
    coders.length === 0 ? [] : [{ id: 'new-memo', name: t('frame.newMemo'), run: () => writeMemo({ kind: 'study' }) }]
  const studies = [
    { id: 'switch-study', name: t('frame.switchStudy'), run: () => chooseStudy('open') },
    { id: 'new-study', name: t('frame.newStudy'), run: () => chooseStudy('new') },
  ]
  return [
    ...screens,
    ...further,
    ...[undoing, redoing].filter((one) => one !== null),
    ...memo,
    ...people,
    ...working,
    ...studies,
    ...themes,
    ...languages,
  ]
}
