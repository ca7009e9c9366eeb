import './export.css'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { EXPORTS, type ExportKind } from '../../../app/contract/exports.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Page } from '../../components/page.tsx'
import { useLanguage, type Language } from '../../i18n/i18n.ts'
import { ExportFiles } from './export-files.tsx'
import { ExportOptions } from './export-options.tsx'
import { NO_GROUPING } from './grouping.ts'

/** The kinds of export: what each would write, and the buttons that write it. */
export default function ExportView() {
  const { t } = useTranslation('export')
  const spoken = useLanguage()
  const [kind, setKind] = useState<ExportKind>('descriptors')
  const [chosen, setChosen] = useState<Language | null>(null)
  const [roundId, setRound] = useState<RoundId | null>(null)
  const [grouping, setGrouping] = useState(NO_GROUPING)
  const language = chosen ?? spoken
  return (
    <Page title={t('title')} description={t('description')}>
      <Tabs
        className="export"
        orientation="vertical"
        selectedKey={kind}
        onSelectionChange={(key) => setKind(EXPORTS.find((one) => one === key) ?? kind)}
      >
        <TabList className="export-kinds" aria-label={t('kinds')}>
          {EXPORTS.map((one) => (
            <Tab key={one} id={one} className="export-kind">
              {t(`kind.${one}`)}
            </Tab>
          ))}
        </TabList>
        {EXPORTS.map((one) => (
          <TabPanel key={one} id={one} className="export-panel">
            <div className="stack-tight">
              <h2>{t(`kind.${one}`)}</h2>
              <p className="muted">{t(`about.${one}`)}</p>
            </div>
            <ExportOptions
              kind={one}
              language={language}
              onLanguage={setChosen}
              grouping={grouping}
              onGrouping={setGrouping}
              roundId={roundId}
              onRound={setRound}
            />
            <ExportFiles kind={one} language={language} grouping={grouping} roundId={roundId} />
          </TabPanel>
        ))}
      </Tabs>
    </Page>
  )
}
