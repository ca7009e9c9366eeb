import './segments.css'
import { memo, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { OpenTranscript } from '../use-transcript.ts'
import { QuotesPane } from './quotes-pane.tsx'
import { SegmentsPane } from './segments-pane.tsx'
import { showTab, useSideChoice, type SideTab } from './side-choice.ts'

interface SideTabsProps {
  readonly opened: OpenTranscript
  readonly codes: ReactNode
}

const TABS = ['codes', 'segments', 'quotes'] as const satisfies readonly SideTab[]

/** What stands beside the transcript: the codebook, the segments with their screening, the quotes. */
export const SideTabs = memo(function SideTabs({ opened, codes }: SideTabsProps) {
  const { t } = useTranslation('segments')
  const tab = useSideChoice((choice) => choice.tab)
  const contents: Readonly<Record<SideTab, ReactNode>> = {
    codes,
    segments: <SegmentsPane opened={opened} />,
    quotes: <QuotesPane opened={opened} />,
  }
  return (
    <Tabs
      className="side-tabs"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = TABS.find((one) => one === key)
        if (chosen !== undefined) showTab(chosen)
      }}
    >
      <TabList className="tab-list" aria-label={t('tabs.label')}>
        {TABS.map((one) => (
          <Tab key={one} id={one} className="tab">
            {t(`tabs.${one}`)}
          </Tab>
        ))}
      </TabList>
      {TABS.map((one) => (
        // The codebook keeps what is folded and filtered in it while another tab is shown.
        <TabPanel key={one} id={one} className="side-panel" shouldForceMount={one === 'codes'}>
          {contents[one]}
        </TabPanel>
      ))}
    </Tabs>
  )
})
