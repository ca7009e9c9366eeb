import { Grid3x3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis, CodeChoice } from '../../../../app/contract/comparison.ts'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { BasisLine } from '../comparison/basis-line.tsx'
import { EVERYTHING, type ScopeChoice } from '../comparison/scope.ts'
import { ScopeBar } from '../comparison/scope-bar.tsx'
import { RowsChoice } from './rows-choice.tsx'
import { SaveButtons, type SaveButtonsProps } from './save-buttons.tsx'

/** What is chosen alike for every matrix. */
export interface MatrixChoice {
  readonly scope: ScopeChoice
  readonly rows: CodeChoice
  /** Whether a category counts what its sub-codes hold. */
  readonly rollUp: boolean
}

interface MatrixFrameProps {
  readonly choice: MatrixChoice
  readonly onChange: (change: Partial<MatrixChoice>) => void
  /** The choices of this matrix alone: what it relates, and what its cells show. */
  readonly relation: ReactNode
  readonly figure: ReactNode
  /** Null while it is counted. */
  readonly matrix: { readonly basis: Basis; readonly rows: readonly unknown[] } | null
  readonly note: ReactNode
  readonly formats: SaveButtonsProps['formats']
  /** The grid, drawn where it has rows. */
  readonly children: ReactNode
}

/** What stands around a matrix: what is counted, on what it rests, how to read it and how to keep it. */
export function MatrixFrame(props: MatrixFrameProps) {
  const { choice, onChange, relation, figure, matrix, note, formats, children } = props
  const { t } = useTranslation('comparison')
  return (
    <>
      <div className="grid-fields codebook-controls">
        {relation}
        <RowsChoice
          rows={choice.rows}
          onChange={(rows) => onChange(rows.kind === 'categories' ? { rows, rollUp: true } : { rows })}
        />
        {figure}
        <ScopeBar choice={choice.scope} onChange={(changed) => onChange({ scope: { ...choice.scope, ...changed } })} />
      </div>
      <Checkbox isSelected={choice.rollUp} onChange={(rollUp) => onChange({ rollUp })}>
        {t('matrices.rollUp')}
      </Checkbox>
      {matrix !== null && <BasisLine basis={matrix.basis} />}
      {matrix !== null && matrix.rows.length === 0 && (
        <EmptyState
          icon={<Grid3x3 aria-hidden />}
          title={t('matrices.emptyTitle')}
          actions={<Button onPress={() => onChange({ scope: EVERYTHING })}>{t('matrices.everything')}</Button>}
        >
          {t('matrices.emptyAdvice')}
        </EmptyState>
      )}
      {matrix !== null && matrix.rows.length > 0 && (
        <>
          {children}
          <div className="row row-between">
            <p className="muted small grow">{note}</p>
            <SaveButtons formats={formats} />
          </div>
        </>
      )}
    </>
  )
}
