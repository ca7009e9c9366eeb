import { useMemo, useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../../domain/codebook/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { foldSought, holdsWords } from '../../../../domain/text/folded-text.ts'

/** A choice of the picker: a code, or the top of the codebook. */
export type Picked = CodeId | 'top'

export interface CodePickerProps {
  readonly label: string
  readonly codes: readonly CountedCode[]
  /** Whether a code may be chosen. */
  readonly offers: (code: CountedCode) => boolean
  readonly hasTop?: boolean
  /** These are offered before the others. */
  readonly first?: ReadonlySet<CodeId>
  readonly picked: Picked | null
  readonly onPick: (picked: Picked) => void
}

interface Row {
  readonly id: Picked
  readonly text: string
  readonly within: string
  readonly colour: number | null
}

/** Any code by a few letters of its path. Each shows where it is: two may have one name. */
export function CodePicker({
  label,
  codes,
  offers,
  hasTop = false,
  first: preferred,
  picked,
  onPick,
}: CodePickerProps) {
  const { t } = useTranslation('codebook')
  const [query, setQuery] = useState('')
  const rows = useMemo(() => {
    const codebook = codebookOf(codes)
    const isPreferred = ({ id }: Row) => id !== 'top' && preferred?.has(id) === true
    const all: Row[] = codes.filter(offers).map((code) => {
      const path = pathOf(codebook, code.id)
      return { id: code.id, text: code.name, within: path.slice(0, -1).join(PATH_SEPARATOR), colour: code.colour }
    })
    all.sort((a, b) => `${a.within} ${a.text}`.localeCompare(`${b.within} ${b.text}`))
    const top: Row = { id: 'top', text: t('codes.top'), within: '', colour: null }
    return [...(hasTop ? [top] : []), ...all]
      .filter(({ text, within }) => holdsWords(query, [within, text]))
      .toSorted((a, b) => rankOf(a.text, query) - rankOf(b.text, query))
      .toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
  }, [codes, offers, hasTop, preferred, query, t])
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className="field" {...{ autoFocus: true }}>
        <Label className="field-label">{label}</Label>
        <Input
          className="input"
          placeholder={t('codes.pickHint')}
          onKeyDown={(event) => {
            const isOnRow = event.currentTarget.getAttribute('aria-activedescendant') !== null
            const [first] = rows
            if (event.key === 'Enter' && !isOnRow && first !== undefined) onPick(first.id)
          }}
        />
      </SearchField>
      <ListBox
        className="listbox codes-picker"
        aria-label={label}
        items={rows}
        selectionMode="single"
        disallowEmptySelection={picked !== null}
        selectedKeys={picked === null ? [] : [picked]}
        onSelectionChange={(keys) => {
          const chosen = rows.find(({ id }) => keys !== 'all' && keys.has(id))
          if (chosen !== undefined) onPick(chosen.id)
        }}
        renderEmptyState={() => <p className="codes-none muted">{t('codes.noneFound')}</p>}
      >
        {({ id, text, within, colour }) => (
          <ListBoxItem id={id} textValue={text} className="option codes-picker-row">
            {colour !== null && <span className={`swatch code-colour-${colour}`} aria-hidden />}
            <span>{text}</span>
            {within !== '' && <span className="small muted truncate">{t('codes.within', { path: within })}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

/** A name that begins so comes before one with a word that does, and that before any other. */
function rankOf(name: string, query: string): number {
  const typed = foldSought(query).trim()
  const folded = foldSought(name)
  if (folded.startsWith(typed)) return 0
  return folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)) ? 1 : 2
}
