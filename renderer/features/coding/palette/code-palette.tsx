import './code-palette.css'
import { ArchiveRestore, Plus } from 'lucide-react'
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
import { PATH_SEPARATOR } from '../../../../domain/codebook/codebook.ts'
import { useCodebook } from '../codebook.ts'
import { likelihoods } from './likely-codes.ts'
import type { NewCode } from './new-code.ts'
import { paletteOptions, type Option } from './palette-options.ts'
import { placeBeside } from './palette-place.ts'
import { useCodingScreen } from '../store.ts'

interface CodePaletteProps {
  /** The words that would be coded. */
  readonly words: string
  /** They, where they can be the name of a new code: chosen, and few. */
  readonly inVivo: string | null
  /** How far, in turns, this coder last used each code from here. */
  readonly near: ReadonlyMap<CountedCode['id'], number>
  /** Where they are in the window: the palette leaves them in view. */
  readonly beside: DOMRect | null
  readonly onApply: (code: CountedCode) => void
  /** Brings a retired code back and applies it. */
  readonly onRestore: (code: CountedCode) => void
  readonly onCreate: (plan: NewCode) => void
  readonly onClose: () => void
}

/** Any code by a few letters of its name, the likeliest first. A name that is not there can be created. */
export function CodePalette(props: CodePaletteProps) {
  const { t } = useTranslation('coding')
  return (
    <ModalOverlay
      className="scrim coding-palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Modal className="modal coding-palette" style={placeBeside(props.beside)}>
        <AriaDialog className="dialog" aria-label={t('paletteTitle')}>
          <Choice {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Choice({ words, inVivo, near, onApply, onRestore, onCreate, onClose }: CodePaletteProps) {
  const { t } = useTranslation('coding')
  const [{ query, shortened }, setTyped] = useState({ query: '', shortened: 0 })
  const { codes } = useCodebook()
  const recent = useCodingScreen((screen) => screen.recent.order)
  const likely = useMemo(() => likelihoods(codes, { recent, near, words }), [codes, recent, near, words])
  const options = useMemo(() => paletteOptions(codes, likely, query, inVivo), [codes, likely, query, inVivo])

  const take = (option: Option | undefined) => {
    if (option === undefined) return
    onClose()
    if (option.kind === 'code') onApply(option.code)
    else if (option.kind === 'retired') onRestore(option.code)
    else onCreate(option.plan)
  }
  return (
    <>
      <Autocomplete
        inputValue={query}
        onInputChange={(next) => {
          setTyped((before) => ({
            query: next,
            shortened: next.startsWith(before.query) ? before.shortened : before.shortened + 1,
          }))
        }}
      >
        <SearchField className="coding-palette-field" aria-label={t('paletteField')} {...{ autoFocus: true }}>
          <p className="coding-palette-words reading">{words}</p>
          <Input
            className="palette-input"
            placeholder={t('paletteField')}
            onKeyDown={(event) => {
              // Before an arrow key or a letter has gone to an option, Enter takes the first.
              const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null
              if (event.key === 'Enter' && !isOnOption) take(options[0])
              // At once, also with something typed, which a field for searching would only clear.
              if (event.key === 'Escape') onClose()
            }}
          />
        </SearchField>
        <ListBox
          // Deleting leaves no option chosen; a new list begins at its first, as at the start, so that Arrow Down goes on.
          key={shortened}
          className="listbox coding-palette-list"
          aria-label={t('codes')}
          items={options}
          selectionMode="none"
          {...{ autoFocus: 'first' as const }}
          shouldFocusWrap
          renderEmptyState={() => <p className="palette-none muted">{t('paletteNone')}</p>}
          onAction={(key) => take(options.find(({ id }) => id === key))}
        >
          {(option) => <PaletteOption option={option} />}
        </ListBox>
      </Autocomplete>
      <p className="coding-palette-hint small">{t('paletteHint')}</p>
    </>
  )
}

function PaletteOption({ option }: { readonly option: Option }) {
  const { t } = useTranslation('coding')
  if (option.kind === 'new') {
    const { parentPath, names } = option.plan
    const path = [...(parentPath === '' ? [] : [parentPath]), ...names].join(PATH_SEPARATOR)
    const name = t(option.isInVivo ? 'createInVivo' : 'createNamed', { name: path })
    return (
      <ListBoxItem id={option.id} textValue={name} className="option coding-option">
        <Plus size={14} aria-hidden />
        <span className="grow coding-name">{name}</span>
      </ListBoxItem>
    )
  }
  const { code, path } = option
  if (option.kind === 'retired') {
    const name = t('bringBack', { name: path === '' ? code.name : `${path}${PATH_SEPARATOR}${code.name}` })
    return (
      <ListBoxItem id={option.id} textValue={name} className="option coding-option">
        <ArchiveRestore size={14} aria-hidden />
        <span className="grow coding-name">{name}</span>
      </ListBoxItem>
    )
  }
  return (
    <ListBoxItem id={option.id} textValue={code.name} className="option coding-option">
      <span className={`swatch code-colour-${code.colour}`} aria-hidden />
      <span className="grow coding-option-text">
        <span className="coding-name">
          {path !== '' && <span className="coding-option-more">{`${path}${PATH_SEPARATOR}`}</span>}
          {code.name}
        </span>
        {code.definition !== '' && <span className="truncate coding-option-more">{code.definition}</span>}
      </span>
      {code.codings > 0 && (
        <span className="coding-option-more figures" aria-hidden>
          {code.codings}
        </span>
      )}
    </ListBoxItem>
  )
}
