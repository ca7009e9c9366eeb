import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Dialog as AriaDialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../app/contract/codes.ts'
import type { CodeId } from '../../domain/ids.ts'
import './code-picker.css'
import { findCodes } from './found-codes.ts'

export interface CodePickerProps {
  readonly title: string
  readonly codes: readonly CountedCode[]
  readonly onPick: (id: CodeId) => void
  readonly onClose: () => void
}

/** A code by a few letters of its path. */
export function CodePicker({ title, codes, onPick, onClose }: CodePickerProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const options = useMemo(() => findCodes(codes, query), [codes, query])
  const take = (id: CodeId | undefined) => {
    if (id === undefined) return
    onClose()
    onPick(id)
  }
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <AriaDialog className="dialog" aria-label={title}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={title} {...{ autoFocus: true }}>
              <Input
                className="palette-input"
                placeholder={title}
                onKeyDown={(event) => {
                  const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null
                  if (event.key === 'Enter' && !isOnOption) take(options[0]?.id)
                  if (event.key === 'Escape') onClose()
                }}
              />
            </SearchField>
            <ListBox
              className="listbox code-picker-list"
              aria-label={t('codePicker.codes')}
              items={options}
              selectionMode="none"
              {...{ autoFocus: 'first' as const }}
              renderEmptyState={() => <p className="palette-none muted">{t('codePicker.none')}</p>}
              onAction={(key) => take(options.find(({ id }) => id === key)?.id)}
            >
              {({ id, name, within, colour, codings }) => (
                <ListBoxItem id={id} textValue={name} className="option">
                  <span className={`swatch code-colour-${colour}`} aria-hidden />
                  <span className="grow code-picker-name">
                    {name} {within !== '' && <span className="muted small">{t('codePicker.within', { within })}</span>}
                  </span>
                  <span className="muted small figures">{codings}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
