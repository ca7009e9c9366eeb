import { ChevronsUpDown, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparisonSort } from '../../../../app/contract/comparison.ts'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { withSubCodes } from '../../../../domain/matrices/matrix-rows.ts'
import { attributeNames } from '../../../../domain/participant.ts'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Select } from '../../../components/select.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import { navigate, useRoute } from '../../../navigation.ts'
import { ask, useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { BasisLine } from './basis-line.tsx'
import { CodePicker } from '../../../components/code-picker.tsx'
import './comparison.css'
import { NothingCoded } from './nothing-coded.tsx'
import { Pager } from './pager.tsx'
import { PassageGroups } from './passage-groups.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { createChoice, EVERYTHING, useAskedScope, type ScopeChoice } from './scope.ts'
import { ScopeBar, useParticipants } from './scope-bar.tsx'
import { WayBack } from './way-back.tsx'
import { useAttributeName } from './use-attribute-name.ts'
import { useCodes } from '../../../components/known-codes.ts'

interface Choice {
  readonly scope: ScopeChoice
  readonly sort: ComparisonSort
  readonly groupBy: string | null
  readonly hasSubCodes: boolean
}

const useChoice = createChoice<Choice>({ scope: EVERYTHING, sort: 'transcript', groupBy: null, hasSubCodes: true })

const SORTS: readonly ComparisonSort[] = ['transcript', 'participant', 'length', 'time']
/** No attribute can be called so: an attribute's name is never empty. */
const NOT_GROUPED = ''

/** Constant comparison: all codings of a code side by side: `#/codebook/comparison/CODE_ID`, and where one came from. */
export function ComparisonPane() {
  const { args } = useRoute()
  const coderId = useSession((session) => session.coderId)
  const { codes } = useCodes()
  if (coderId === null) return <NothingCoded />
  if (codes === null) return null
  const code = codes.find(({ id }) => id === args[1]) ?? mostUsed(codes)
  if (code === undefined) return <NothingCoded />
  return <Comparison key={code.id} code={code} from={args.slice(2)} />
}

function mostUsed(codes: readonly CountedCode[]): CountedCode | undefined {
  return codes.toSorted((a, b) => b.codings - a.codings)[0]
}

interface ComparisonProps {
  readonly code: CountedCode
  /** The place on the Coding screen that one came from, as its address names it; empty where one came from elsewhere. */
  readonly from: readonly string[]
}

function Comparison({ code, from }: ComparisonProps) {
  const { t } = useTranslation('comparison')
  const nameOf = useAttributeName()
  const codes = useCodes()
  const [choice, change] = useChoice()
  const [page, setPage] = useState(0)
  const [open, setOpen] = useState<'code' | 'export' | null>(null)
  const scope = useAskedScope(choice.scope)
  const attributes = attributeNames(useParticipants())
  const family = withSubCodes(codes.codes ?? [], code.id)
  const members: readonly CodeId[] = choice.hasSubCodes ? family : [code.id]
  const groupBy = choice.groupBy !== null && attributes.includes(choice.groupBy) ? choice.groupBy : null
  const question = scope && { ...scope, codes: [...members], sort: choice.sort, groupBy }
  const { value } = useRead('comparison.read', question && { ...question, page, pageSize: groupBy === null ? 30 : 15 })
  const set = (changed: Partial<Choice>) => {
    setPage(0)
    change(changed)
  }
  return (
    <div className="stack">
      {from.length > 0 && <WayBack place={from} />}
      <div className="grid-fields codebook-controls">
        <div className="field">
          <span className="field-label">{t('code')}</span>
          <Button
            className="codebook-code-button"
            label={t('chooseCode', { name: codes.labelOf(code.id) })}
            onPress={() => setOpen('code')}
          >
            <span className={`swatch code-colour-${code.colour}`} aria-hidden />
            <span className="grow truncate">{codes.labelOf(code.id)}</span>
            <ChevronsUpDown size={14} aria-hidden />
          </Button>
        </div>
        <ScopeBar choice={choice.scope} onChange={(changed) => set({ scope: { ...choice.scope, ...changed } })} />
        <Select
          label={t('sort.label')}
          value={choice.sort}
          options={SORTS.map((id) => ({ id, label: t(`sort.${id}`) }))}
          onChange={(sort) => set({ sort })}
        />
        {attributes.length > 0 && (
          <Select
            label={t('groups.by')}
            value={groupBy ?? NOT_GROUPED}
            options={[
              { id: NOT_GROUPED, label: t('groups.notGrouped') },
              ...attributes.map((id) => ({ id, label: nameOf(id) })),
            ]}
            onChange={(id) => set({ groupBy: id === NOT_GROUPED ? null : id })}
          />
        )}
      </div>
      <div className="row row-between">
        <div className="row codebook-basis">
          {family.length > 1 && (
            <Checkbox isSelected={choice.hasSubCodes} onChange={(hasSubCodes) => set({ hasSubCodes })}>
              {t('withSubCodes', { count: family.length - 1 })}
            </Checkbox>
          )}
          {value !== null && <BasisLine basis={value.basis} />}
        </div>
        <Button
          icon={<Download aria-hidden />}
          isDisabled={value === null || value.basis.codings === 0}
          onPress={() => setOpen('export')}
        >
          {t('export.button')}
        </Button>
      </div>
      {code.definition !== '' && <p className="codebook-definition">{code.definition}</p>}
      {value?.basis.codings === 0 && (
        <EmptyState title={t('none.title', { name: codes.labelOf(code.id) })}>{t('none.advice')}</EmptyState>
      )}
      {value !== null && value.basis.codings > 0 && (
        <>
          <PassageGroups
            key={JSON.stringify([question, page])}
            groups={value.groups}
            codes={codes}
            saysCode={members.length > 1}
            titleOf={
              groupBy === null
                ? null
                : (group) =>
                    t('groups.title', { attribute: nameOf(groupBy), value: group.value ?? t('scope.notNoted') })
            }
          />
          <Pager page={Math.min(page, value.pages - 1)} pages={value.pages} onTurn={setPage} />
        </>
      )}
      {open === 'code' && codes.codes !== null && (
        <CodePicker
          title={t('picker.compare')}
          codes={codes.codes}
          onPick={(id) => navigate('codebook', 'comparison', id, ...from)}
          onClose={() => setOpen(null)}
        />
      )}
      {question !== null && value !== null && (
        <ExportDialog
          isOpen={open === 'export'}
          question={question}
          codings={value.basis.codings}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

interface ExportDialogProps {
  readonly isOpen: boolean
  readonly question: Omit<Parameters<typeof ask<'comparison.export'>>[1], 'format' | 'language'>
  readonly codings: number
  readonly onClose: () => void
}

/** Says what the file holds before it is written: people's own words. */
function ExportDialog({ isOpen, question, codings, onClose }: ExportDialogProps) {
  const { t } = useTranslation('comparison')
  const language = useLanguage()
  const save = (format: 'csv' | 'md') => {
    onClose()
    void ask('comparison.export', { ...question, format, language }).then((file) => file && saveFile(file))
  }
  return (
    <Dialog
      title={t('export.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => save('md')}>{t('export.markdown')}</Button>
          <Button variant="primary" onPress={() => save('csv')}>
            {t('export.csv')}
          </Button>
        </>
      }
    >
      <p>{t('export.contains', { count: codings })}</p>
    </Dialog>
  )
}
