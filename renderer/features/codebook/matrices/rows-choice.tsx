import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_ROWS, type CodeChoice } from '../../../../app/contract/comparison.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { holdsWords } from '../../../../domain/text/folded-text.ts'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useCodes } from '../../../components/known-codes.ts'

interface RowsChoiceProps {
  readonly rows: CodeChoice
  readonly onChange: (rows: CodeChoice) => void
}

const NUMBERS = [10, 20, 40, 60] as const

/** Which codes a matrix has rows for. */
export function RowsChoice({ rows, onChange }: RowsChoiceProps) {
  const { t } = useTranslation('comparison')
  const [isPicking, setPicking] = useState(false)
  const picked = rows.kind === 'picked' ? rows.codes : []
  const value = rows.kind === 'most-used' ? String(rows.number) : rows.kind
  return (
    <>
      <Select
        label={t('matrices.rows')}
        value={value}
        options={[
          ...NUMBERS.map((number) => ({ id: String(number), label: t('matrices.mostUsed', { count: number }) })),
          { id: 'categories', label: t('matrices.categories') },
          { id: 'all', label: t('matrices.all') },
          ...(picked.length === 0 ? [] : [{ id: 'picked', label: t('matrices.picked', { count: picked.length }) }]),
          { id: 'pick', label: t('matrices.pick') },
        ]}
        onChange={(id) => {
          const number = NUMBERS.find((one) => String(one) === id)
          if (number !== undefined) onChange({ kind: 'most-used', number })
          else if (id === 'categories' || id === 'all') onChange({ kind: id })
          else setPicking(true)
        }}
      />
      {isPicking && (
        <PickDialog
          picked={picked}
          onPick={(codes) => onChange({ kind: 'picked', codes: [...codes] })}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}

interface PickDialogProps {
  readonly picked: readonly CodeId[]
  readonly onPick: (codes: readonly CodeId[]) => void
  readonly onClose: () => void
}

function PickDialog({ picked, onPick, onClose }: PickDialogProps) {
  const { t } = useTranslation('comparison')
  const { codes, labelOf } = useCodes()
  const [chosen, setChosen] = useState<ReadonlySet<CodeId>>(new Set(picked))
  const [filter, setFilter] = useState('')
  const known = codes ?? []
  const shown = known.filter(({ id }) => holdsWords(filter, [labelOf(id)]))
  const choose = (id: CodeId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <Dialog
      title={t('matrices.pickTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => {
        onClose()
        onPick(known.map(({ id }) => id).filter((id) => chosen.has(id)))
      }}
      actions={
        <>
          <Button isDisabled={chosen.size === 0} onPress={() => setChosen(new Set())}>
            {t('matrices.pickNone')}
          </Button>
          <Button variant="primary" type="submit" isDisabled={chosen.size === 0 || chosen.size > MOST_ROWS}>
            {t('matrices.pickDone', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <TextField label={t('matrices.pickFilter')} value={filter} onChange={setFilter} type="search" takesFocus />
      <div className="matrices-pick-list">
        {shown.map((code) => (
          <Checkbox key={code.id} isSelected={chosen.has(code.id)} onChange={(isChosen) => choose(code.id, isChosen)}>
            {labelOf(code.id)} <span className="muted figures">{code.codings}</span>
          </Checkbox>
        ))}
      </div>
    </Dialog>
  )
}
