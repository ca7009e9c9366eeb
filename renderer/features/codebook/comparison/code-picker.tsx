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
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { codebookOf, PATH_SEPARATOR, pathOf, treeOf, type CodeNode } from '../../../../domain/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'

export interface CodePickerProps {
  readonly title: string
  readonly codes: readonly CountedCode[]
  readonly onPick: (id: CodeId) => void
  readonly onClose: () => void
}

/** A code by a few letters of its path. */
export function CodePicker({ title, codes, onPick, onClose }: CodePickerProps) {
  const { t } = useTranslation('comparison')
  const [query, setQuery] = useState('')
  const options = useMemo(() => findCodes(codes, query), [codes, query])
  const take = (id: CodeId | undefined) => {
    if (id === undefined) return
    onClose()
    onPick(id)
  }
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal codebook-picker">
        <AriaDialog className="dialog palette" aria-label={title}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={title} {...{ autoFocus: true }}>
              <Input
                className="palette-input"
                placeholder={title}
                onKeyDown={(event) => {
                  const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null
                  if (event.key === 'Enter' && !isOnOption) take(options[0]?.id)
                }}
              />
            </SearchField>
            <ListBox
              className="listbox codebook-picker-list"
              aria-label={t('picker.codes')}
              items={options}
              selectionMode="none"
              renderEmptyState={() => <p className="palette-none muted">{t('picker.none')}</p>}
              onAction={(key) => take(options.find(({ id }) => id === key)?.id)}
            >
              {({ id, name, within, colour, codings }) => (
                <ListBoxItem id={id} textValue={name} className="option">
                  <span className={`swatch code-colour-${colour}`} aria-hidden />
                  <span className="grow codebook-picker-name">
                    {name} {within !== '' && <span className="muted small">{t('picker.within', { within })}</span>}
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

interface Option {
  readonly id: CodeId
  readonly name: string
  readonly within: string
  readonly colour: number
  readonly codings: number
}

/** The codes whose path holds every word typed; those whose own name begins with what was typed come first. */
function findCodes(codes: readonly CountedCode[], query: string): readonly Option[] {
  const codebook = codebookOf(codes)
  const known = new Map(codes.map((code) => [code.id, code]))
  const terms = fold(query)
    .split(/\s+/)
    .filter((term) => term !== '')
  const found = treeOf(codes)
    .flatMap(flatten)
    .flatMap((id): readonly Option[] => {
      const code = known.get(id)
      if (code === undefined) return []
      const path = pathOf(codebook, id)
      const whole = fold(path.join(' '))
      if (!terms.every((term) => whole.includes(term))) return []
      const within = path.slice(0, -1).join(PATH_SEPARATOR)
      return [{ id, name: code.name, within, colour: code.colour, codings: code.codings }]
    })
  const isAhead = ({ name }: Option) => fold(name).startsWith(fold(query).trim())
  return [...found.filter(isAhead), ...found.filter((option) => !isAhead(option))]
}

function flatten({ code, children }: CodeNode): readonly CodeId[] {
  return [code.id, ...children.flatMap(flatten)]
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[-_’']/g, ' ')
    .toLowerCase()
}
