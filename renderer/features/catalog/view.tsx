import './catalog.css'
import type { TFunction } from 'i18next'
import { Quote, ShieldAlert, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { catchFocus } from '../../focus.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { EmptyMismatches } from './empty-mismatches.tsx'
import { ImportDialog, type Part } from './import-dialog.tsx'
import { IssuesPane } from './issues-pane.tsx'
import { gatherOpen, type OpenDisagreements } from './open-disagreements.ts'
import { MismatchesPane } from './mismatches-pane.tsx'
import { QuotesPane } from './quotes-pane.tsx'

const TABS = ['mismatches', 'issues', 'quotes'] as const
type Tab = (typeof TABS)[number]

function openSentence(open: Exclude<OpenDisagreements, { kind: 'none' }>, t: TFunction<'catalog'>): string {
  if (open.kind === 'many') {
    const transcripts = t('openTranscripts', { count: open.transcripts })
    return t('openIn', { count: open.disagreements, transcripts })
  }
  const { disagreements, transcript, round } = open.of
  return t('open', { count: disagreements, transcript, round })
}

/** The Catalog screen: `#/catalog`, `#/catalog/ITEM`, `#/catalog/quotes`, `#/catalog/import/issues`. */
export default function CatalogView() {
  const { t } = useTranslation('catalog')
  const { args } = useRoute()
  const { value: catalog } = useRead('catalog.read', {})
  const { value: issues } = useRead('catalog.qualityIssues', {})
  const coderId = useSession((session) => session.coderId)
  const { value: quotes } = useRead('quotes.list', coderId === null ? null : { coderId })
  const [chosen, setPart] = useState<{ readonly tab: Tab; readonly over: string } | null>(null)
  const [opened, setImporting] = useState<Part | null>(null)
  if (catalog === null || issues === null) return <Page title={t('title')}>{null}</Page>
  // An address such as #/catalog/Q02 or #/catalog/quotes names what is to be read first.
  const address = args.join('/')
  const open = gatherOpen(catalog.open)
  const named = TABS.find((tab) => args.includes(tab)) ?? (issues.some(({ id }) => id === args[0]) ? 'issues' : null)
  const usual = catalog.mismatches === 0 && issues.length > 0 ? 'issues' : 'mismatches'
  const shown = (chosen?.over === address ? chosen.tab : null) ?? named ?? usual
  const asked = args[0] !== 'import' ? null : args[1] === 'issues' ? 'issues' : 'mismatches'
  const importing = opened ?? asked
  const close = () => {
    setImporting(null)
    if (asked !== null) {
      navigate('catalog', asked)
      // It was not opened by a button of this screen, which could have the focus back.
      catchFocus(['#page-heading'])
    }
  }
  const importButton = (target: Part, variant: 'default' | 'primary') => (
    <Button variant={variant} icon={<Upload aria-hidden />} onPress={() => setImporting(target)}>
      {t(`import.${target}`)}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      description={[
        t('counted', {
          mismatches: t('mismatches', { count: catalog.mismatches }),
          instances: t('instances', { count: catalog.instances }),
          issues: t('issues', { count: issues.length }),
        }),
        ...(open.kind === 'none' ? [] : [openSentence(open, t)]),
      ].join('. ')}
      actions={shown === 'quotes' ? undefined : importButton(shown, 'default')}
      isFilled
    >
      <div className="catalog">
        <Tabs
          label={t('tabs.label')}
          selected={shown}
          onSelect={(tab) => setPart({ tab, over: address })}
          tabs={[
            {
              id: 'mismatches',
              title: t('tabs.mismatches'),
              content:
                catalog.mismatches === 0 ? (
                  <EmptyMismatches
                    open={open}
                    onReview={() => navigate('review')}
                    importButton={(variant) => importButton('mismatches', variant)}
                  />
                ) : (
                  <MismatchesPane catalog={catalog} first={args[0]} />
                ),
            },
            {
              id: 'issues',
              title: t('tabs.issues'),
              content:
                issues.length === 0 ? (
                  <EmptyState
                    icon={<ShieldAlert aria-hidden />}
                    title={t('empty.issues')}
                    actions={importButton('issues', 'primary')}
                  >
                    {t('empty.issuesAdvice')}
                  </EmptyState>
                ) : (
                  <IssuesPane issues={issues} first={args[0]} />
                ),
            },
            {
              id: 'quotes',
              title: t('tabs.quotes'),
              content:
                quotes === null || quotes.length === 0 ? (
                  <EmptyState
                    icon={<Quote aria-hidden />}
                    title={t('empty.quotes')}
                    actions={
                      <Button variant="primary" onPress={() => navigate('coding')}>
                        {t('quotes.goCoding')}
                      </Button>
                    }
                  >
                    {t('empty.quotesAdvice')}
                  </EmptyState>
                ) : (
                  <QuotesPane quotes={quotes} />
                ),
            },
          ]}
        />
      </div>
      {importing !== null && <ImportDialog part={importing} onClose={close} />}
    </Page>
  )
}
