import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../components/kbd.tsx'
import { useCommands } from './commands.ts'

interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every screen, its tabs, its ways in, and every action of the frame, by name. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const commands = useCommands()
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <AriaDialog className="dialog" aria-label={t('frame.palette')}>
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
