import { Tab, TabList } from '@fluentui/react-components'
import { useNavigation } from '../../ui/navigation.tsx'
import { DeliveryTab } from './DeliveryTab.tsx'
import { PreferencesTab } from './PreferencesTab.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { RulesTab } from './RulesTab.tsx'
import { RowNamesProvider } from './rowNames.tsx'

const tabs = [
  { key: 'delivery', label: 'Delivery', Part: DeliveryTab },
  { key: 'rules', label: 'Rules', Part: RulesTab },
  { key: 'mine', label: 'My preferences', Part: PreferencesTab },
] as const

/** Reminders: what went out and what did not, the rules they go by, and how each person wants to be told. */
export function RemindersPage() {
  const styles = useRemindersStyles()
  const { itemId, open } = useNavigation()
  const chosen = tabs.find(({ key }) => key === itemId) ?? tabs[0]
  return (
    <div className={styles.page}>
      <TabList
        className={styles.tabs}
        selectedValue={chosen.key}
        onTabSelect={(_event, { value }) => open('reminders', String(value), '')}
        aria-label="Parts of Reminders"
      >
        {tabs.map(({ key, label }) => (
          <Tab key={key} value={key} id={`reminders-${key}`} aria-controls="reminders-part">
            {label}
          </Tab>
        ))}
      </TabList>
      <div
        role="tabpanel"
        id="reminders-part"
        aria-labelledby={`reminders-${chosen.key}`}
        className={styles.stack}
      >
        <RowNamesProvider>
          <chosen.Part />
        </RowNamesProvider>
      </div>
    </div>
  )
}
