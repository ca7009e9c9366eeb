import { ChevronsUpDown, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  useFilter,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { codebookOf, PATH_SEPARATOR, pathOf, treeOf, type CodeNode } from '../../../../domain/codebook/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { IconButton } from '../../../components/button.tsx'
import { useCodebook } from '../codebook.ts'
import { byName, type InstanceOption } from './instance-options.ts'
import { focusForm } from './side-choice.ts'

interface InstancePickerProps {
  readonly number: number
  readonly codeId: CodeId | null
  /** Those chosen already, which are not offered again. */
  readonly taken: readonly CodeId[]
  readonly isFinished: boolean
  readonly onPick: (code: CodeId | null) => void
  /** Takes the instance away with its field: those after it move up. */
  readonly onRemove: () => void
  /** The keyboard leaves the field, for this element where there is one. */
  readonly onLeave: (to: Element | null) => void
}

/** A category with its subcategory, found by typing a few letters of either. */
export function InstancePicker({ number, codeId, taken, isFinished, onPick, onRemove, onLeave }: InstancePickerProps) {
  const { t } = useTranslation('segments')
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  const options = byName(
    useOptions().filter(({ id, isRetired }) => id === codeId || !(isRetired || taken.includes(id))),
    typed,
  )
  /** As wherever a code is looked for: Enter takes the first that is shown where no arrow key has gone to another. */
  const takeFirst = () => {
    const first = options.find(({ path }) => contains(path, typed))
    if (typed.trim() !== '' && first !== undefined && first.id !== codeId) onPick(first.id)
  }
  const clear = () => {
    onRemove()
    focusForm()
  }
  return (
    <div className="instance">
      <ComboBox
        className="field grow"
        defaultItems={options}
        selectedKey={codeId}
        isDisabled={isFinished}
        menuTrigger="focus"
        onInputChange={setTyped}
        onBlur={({ relatedTarget }) => onLeave(relatedTarget)}
        onSelectionChange={(key) => {
          if (key !== codeId) onPick(options.find(({ id }) => id === key)?.id ?? null)
        }}
      >
        <Label className="visually-hidden">{t('instance', { number })}</Label>
        <div className="instance-field">
          <Input
            className="input"
            placeholder={t('instanceHint')}
            onKeyDown={(event) => {
              const isOnOption = event.currentTarget.hasAttribute('aria-activedescendant')
              if (event.key === 'Enter' && !isOnOption) takeFirst()
            }}
          />
          <AriaButton className="instance-open" aria-label={t('openInstances')}>
            <ChevronsUpDown aria-hidden />
          </AriaButton>
        </div>
        <Popover className="popover" offset={4}>
          <ListBox className="listbox">
            {(option: InstanceOption) => (
              <ListBoxItem id={option.id} textValue={option.path} className="option">
                <span className="option-text">
                  <span>{option.name}</span>
                  {option.within !== '' && <span className="option-description">{option.within}</span>}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {codeId !== null && !isFinished && (
        // By keyboard the field is emptied instead: the next press of Tab is for the next field, where one types.
        <IconButton label={t('removeInstance', { number })} icon={<X aria-hidden />} isOutOfTabOrder onPress={clear} />
      )}
    </div>
  )
}

/** Every code, those of the mismatch taxonomy first. */
function useOptions(): readonly InstanceOption[] {
  const { codes } = useCodebook()
  return useMemo(() => {
    const codebook = codebookOf(codes)
    const flat = (nodes: readonly CodeNode[]): readonly CodeNode[] =>
      nodes.flatMap((node) => [node, ...flat(node.children)])
    const all = flat(treeOf(codes)).map(({ code }) => {
      const path = pathOf(codebook, code.id)
      return {
        id: code.id,
        name: code.name,
        within: path.slice(0, -1).join(PATH_SEPARATOR),
        path: path.join(PATH_SEPARATOR),
        isRetired: code.retired,
        isOfTaxonomy: code.taxonomy === 'ml-mismatch',
      }
    })
    return [...all.filter((one) => one.isOfTaxonomy), ...all.filter((one) => !one.isOfTaxonomy)]
  }, [codes])
}
