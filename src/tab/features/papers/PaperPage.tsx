import { Button, MessageBar, MessageBarBody, Tab, TabList } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { writeDate } from '../../../domain/calendarDays.ts'
import type { Paper } from '../../../domain/paper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { useShownFromTop } from '../../ui/useShownFromTop.ts'
import { AfterCutOffNote } from './AfterCutOffNote.tsx'
import { BriefView } from './BriefView.tsx'
import { Downloads } from './Downloads.tsx'
import { FreezeSection } from './FreezeSection.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import { usePapersStyles } from './PapersPage.styles.ts'
import { namePaper, sayState } from './paperWords.ts'
import { SinceLast } from './SinceLast.tsx'
import type { PapersData } from './usePapers.ts'
import { type Printed, usePrintedPaper } from './usePrintedPaper.ts'

const views = ['since', 'paper', 'brief'] as const
type View = (typeof views)[number]

const viewLabels: Record<View, string> = {
  since: 'Since the last paper',
  paper: 'The paper',
  brief: 'One-page brief',
}

/** One paper: what has changed, how it will print, and the brief; with its files, and freezing. */
export function PaperPage({ paper, data }: { paper: Stored<Paper>; data: PapersData }) {
  const styles = usePapersStyles()
  const { open } = useNavigation()
  const heading = useShownFromTop()
  const printed = usePrintedPaper(paper.value, data)
  const { board, meetingDate, cutOff, marking } = paper.value
  return (
    <div className={styles.page}>
      <div className={styles.actions}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => open('papers', null, '')}>
          All papers
        </Button>
      </div>
      <div className={styles.top}>
        <div>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            {namePaper({ board, meetingDate })}
          </h2>
          <div className={styles.facts}>
            <span>{sayState(paper.value)}</span>
            <span>Register as at the end of {writeDate(cutOff)}</span>
            <strong>{marking}</strong>
          </div>
        </div>
        {printed.state === 'ready' && <Downloads printed={printed.paper} />}
      </div>
      {paper.value.state === 'draft' && (
        <>
          <UnreadableRows rows={data.unreadableRows} of="the register" />
          <FreezeSection paper={paper} printed={printed} data={data} />
        </>
      )}
      {printed.state === 'loading' && <Loading what="Putting the paper together" />}
      {printed.state === 'failed' && <Failure error={printed.error} onRetry={printed.retry} />}
      {printed.state === 'unreadable' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{printed.says}</MessageBarBody>
        </MessageBar>
      )}
      {printed.state === 'ready' && <PaperViews paper={paper} printed={printed} data={data} />}
    </div>
  )
}

interface PaperViewsProps {
  readonly paper: Stored<Paper>
  readonly printed: Extract<Printed, { state: 'ready' }>
  readonly data: PapersData
}

function PaperViews({ paper, printed, data }: PaperViewsProps) {
  const styles = usePapersStyles()
  const { query, showAs } = useNavigation()
  const asked = new URLSearchParams(query).get('view')
  const view = views.find((one) => one === asked) ?? 'since'
  return (
    <>
      <AfterCutOffNote paper={printed.paper} idOf={data.idOf} />
      <TabList
        className={styles.screenOnly}
        selectedValue={view}
        onTabSelect={(_event, tab) => showAs(`view=${String(tab.value)}`)}
        aria-label="Views of the paper"
      >
        {views.map((one) => (
          <Tab key={one} value={one} id={`paper-${one}`} aria-controls="paper-view">
            {viewLabels[one]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="paper-view" aria-labelledby={`paper-${view}`}>
        {view === 'since' && <SinceLast printed={printed.paper} idOf={data.idOf} />}
        {view === 'paper' && <PaperPreview paper={paper} printed={printed} data={data} />}
        {view === 'brief' && <BriefView printed={printed.paper} idOf={data.idOf} />}
      </div>
    </>
  )
}
