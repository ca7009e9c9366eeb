import { useState, type ReactNode } from 'react'
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { NamedCode } from '../../../app/contract/memos.ts'
import { Button } from '../../components/button.tsx'
import { holdsWords } from '../../../domain/text/folded-text.ts'

export interface CodeChoiceProps {
  readonly label: string
  readonly icon: ReactNode
  readonly codes: readonly NamedCode[]
  readonly onChoose: (code: NamedCode) => void
  /** Shows the picture alone. */
  readonly isSmall?: boolean
}

/** A button that asks for a code, by a few letters of its path. */
export function CodeChoice({ label, icon, codes, onChoose, isSmall = false }: CodeChoiceProps) {
  const { t } = useTranslation('memos')
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const found = codes.filter(({ path }) => holdsWords(query, [path])).slice(0, MOST)
  const take = (code: NamedCode | undefined) => {
    if (code === undefined) return
    setOpen(false)
    onChoose(code)
  }
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setQuery('')
        setOpen(open)
      }}
    >
      <Button variant="quiet" icon={icon} {...(isSmall && { className: 'button-icon' })} label={label}>
        {isSmall ? null : label}
      </Button>
      <Popover className="popover memo-codes" offset={4} placement="bottom start">
        <Dialog className="dialog" aria-label={label}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={t('findCode')} {...{ autoFocus: true }}>
              <Input
                className="input"
                placeholder={t('findCode')}
                onKeyDown={(event) => {
                  const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null
                  if (event.key !== 'Enter' || isOnOption) return
                  event.preventDefault()
                  take(found[0])
                }}
              />
            </SearchField>
            <ListBox
              className="listbox memo-codes-list"
              aria-label={label}
              {...{ autoFocus: 'first' as const }}
              renderEmptyState={() => <p className="muted memo-codes-none">{t('noSuchCode')}</p>}
              onAction={(key) => take(found.find(({ id }) => id === key))}
            >
              {found.map(({ id, path, colour }) => (
                <ListBoxItem key={id} id={id} textValue={path} className="option">
                  <span className={`swatch code-colour-${colour}`} aria-hidden />
                  <span className="option-text">{path}</span>
                </ListBoxItem>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Codes shown at once: who looks for one types on. */
const MOST = 50
