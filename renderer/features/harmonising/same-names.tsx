import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Pair } from './pairs.ts'

interface SameNamesBarProps {
  readonly count: number
  readonly mayDecide: boolean
  readonly onAsk: () => void
}

/** Says how many pairs were given the very same name on machines of their own, and offers to decide them together. */
export function SameNamesBar({ count, mayDecide, onAsk }: SameNamesBarProps) {
  const { t } = useTranslation('harmonising')
  return (
    <div className="harmonising-same row row-between">
      <p className="grow">{t('same.some', { count })}</p>
      {mayDecide && (
        <Button shortcut="A" onPress={onAsk}>
          {t('same.ask', { count })}
        </Button>
      )}
    </div>
  )
}

interface SameNamesDialogProps {
  readonly pairs: readonly Pair[]
  readonly onClose: () => void
  readonly onMap: (pairs: readonly Pair[]) => void
}

/** Chooses which of the pairs of one name count as one, and decides them in one step. */
export function SameNamesDialog({ pairs, onClose, onMap }: SameNamesDialogProps) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = pairs.filter(({ key }) => !left.includes(key))
  const usesOf = ({ evidence }: Pair) =>
    [evidence?.code, evidence?.other].flatMap((code) =>
      (code?.uses ?? []).map(({ coder, codings }) => t('detail.use', { coder, n: codings })),
    )
  return (
    <FormDialog
      title={t('same.title')}
      submit={t('same.submit', { count: chosen.length })}
      isReady={chosen.length > 0}
      onSubmit={() => onMap(chosen)}
      onClose={onClose}
    >
      <p>{t('same.advice')}</p>
      <fieldset className="harmonising-same-pairs">
        <legend className="field-label">{t('same.pairs', { count: pairs.length })}</legend>
        {pairs.map((pair) => (
          <Checkbox
            key={pair.key}
            isSelected={!left.includes(pair.key)}
            onChange={(isTaken) => setLeft(isTaken ? left.filter((one) => one !== pair.key) : [...left, pair.key])}
          >
            {t('list.pair', { code: pair.name, other: pair.otherName })}
            <span className="harmonising-same-uses small muted figures">
              {[format.list(usesOf(pair)), t('list.shared', { count: pair.evidence?.turns ?? 0 })].join(' · ')}
            </span>
          </Checkbox>
        ))}
      </fieldset>
    </FormDialog>
  )
}
