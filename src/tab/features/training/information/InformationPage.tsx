import { Tab, TabList } from '@fluentui/react-components'
import { mayReadInformation } from '../../../../domain/roles.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useServices } from '../../../ui/services.tsx'
import { BulletinTab } from './bulletin/BulletinTab.tsx'
import { DisputesTab } from './disputes/DisputesTab.tsx'
import { FiguresTab } from './figures/FiguresTab.tsx'
import { FoiTab } from './foi/FoiTab.tsx'
import { useInformationStyles } from './Information.styles.ts'
import { QualityTab } from './quality/QualityTab.tsx'

const tabs = [
  { key: 'figures', label: 'Figures', Part: FiguresTab },
  { key: 'quality', label: 'Feedback', Part: QualityTab },
  { key: 'bulletin', label: 'Bulletin', Part: BulletinTab },
  { key: 'disputes', label: 'Disputes', Part: DisputesTab },
  { key: 'foi', label: 'FOI answers', Part: FoiTab },
] as const

/** What is told about training: the figures of a quarter, feedback, bulletins, disputes, answers to questions. */
export function InformationPage() {
  const styles = useInformationStyles()
  const { me } = useServices()
  const { query, showAs } = useNavigation()
  if (!mayReadInformation(me))
    return (
      <Empty title="This is for those who run courses">
        Figures, bulletins and answers are prepared by coordinators. Your own training is under My training.
      </Empty>
    )
  const wanted = new URLSearchParams(query ?? '').get('show')
  const chosen = tabs.find(({ key }) => key === wanted) ?? tabs[0]
  return (
    <div className={styles.page}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={chosen.key}
        onTabSelect={(_event, { value }) => showAs(`show=${String(value)}`)}
        aria-label="Parts of Information"
      >
        {tabs.map(({ key, label }) => (
          <Tab key={key} value={key} id={`information-${key}`} aria-controls="information-part">
            {label}
          </Tab>
        ))}
      </TabList>
      <div
        role="tabpanel"
        id="information-part"
        aria-labelledby={`information-${chosen.key}`}
        className={styles.stack}
      >
        <chosen.Part />
      </div>
    </div>
  )
}
