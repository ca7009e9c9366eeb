import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import type { ReactNode } from 'react'

interface TabsProps<Name extends string> {
  readonly label: string
  readonly tabs: readonly { readonly id: Name; readonly title: string; readonly content: ReactNode }[]
  readonly selected: Name
  readonly onSelect: (name: Name) => void
}

export function Tabs<Name extends string>({ label, tabs, selected, onSelect }: TabsProps<Name>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key)
        if (tab) onSelect(tab.id)
      }}
    >
      <TabList className="tab-list" aria-label={label}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
