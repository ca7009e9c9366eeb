import './versions.css'
import { Bookmark, History, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedVersion } from '../../../../app/contract/versions.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { catchFocus } from '../../../focus.ts'
import { navigate, useRoute } from '../../../navigation.ts'
import { useRead } from '../../../use-read.ts'
import { Comparison } from './comparison.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { isUnchanged, sidesOf, type Sides } from './side.ts'
import { VersionTable } from './version-table.tsx'

type Open =
  | { readonly kind: 'name' | 'import' }
  | { readonly kind: 'rename'; readonly version: ListedVersion }
  | { readonly kind: 'export'; readonly version: ListedVersion | null }

/**
 * The named versions of the codebook, what changed between two, and the ways in and out: `#/codebook/versions/FROM/TO`,
 * `#/codebook/versions/import`.
 */
export function VersionsPane() {
  const { t } = useTranslation('versions')
  const { args } = useRoute()
  const { value } = useRead('versions.list', {})
  const [opened, setOpen] = useState<Open | null>(null)
  if (value === null) return null
  const { versions, codes, sinceLast } = value
  const isAsked = args[1] === 'import'
  const open: Open | null = opened ?? (isAsked ? { kind: 'import' } : null)
  const close = () => {
    setOpen(null)
    if (isAsked) {
      navigate('codebook', 'versions')
      // It was not opened by a button of this screen, which could have the focus back.
      catchFocus(['#page-heading'])
    }
  }
  const compare = ({ before, after }: Sides) => navigate('codebook', 'versions', before, after)
  const sides = sidesOf(args, value)
  const isEmpty = versions.length === 0
  const buttons = (
    <>
      <Button
        variant={codes > 0 || !isEmpty ? 'default' : 'primary'}
        icon={<Upload aria-hidden />}
        onPress={() => setOpen({ kind: 'import' })}
      >
        {t('import')}
      </Button>
      {(codes > 0 || !isEmpty) && (
        <Button variant="primary" icon={<Bookmark aria-hidden />} onPress={() => setOpen({ kind: 'name' })}>
          {t('nameIt')}
        </Button>
      )}
    </>
  )
  return (
    <div className="stack versions">
      {isEmpty ? (
        <EmptyState icon={<History aria-hidden />} title={codes === 0 ? t('noCodes') : t('none')} actions={buttons}>
          {codes === 0 ? t('noCodesAdvice') : t('noneAdvice')}
        </EmptyState>
      ) : (
        <>
          <div className="row row-between">
            <p className="muted">{t('about')}</p>
            <div className="row">{buttons}</div>
          </div>
          <VersionTable
            versions={versions}
            codes={codes}
            sinceLast={sinceLast}
            onCompare={compare}
            onExport={(version) => setOpen({ kind: 'export', version })}
            onRename={(version) => setOpen({ kind: 'rename', version })}
          />
          {sides !== null && <Comparison versions={versions} sides={sides} onChange={compare} />}
        </>
      )}
      {open?.kind === 'name' && (
        <NameDialog
          codes={codes}
          unchangedSince={isUnchanged(sinceLast) ? (versions[0]?.name ?? null) : null}
          version={null}
          onClose={close}
        />
      )}
      {open?.kind === 'rename' && (
        <NameDialog codes={codes} unchangedSince={null} version={open.version} onClose={close} />
      )}
      {open?.kind === 'export' && <ExportDialog version={open.version} onClose={close} />}
      {open?.kind === 'import' && <ImportDialog onClose={close} />}
    </div>
  )
}
