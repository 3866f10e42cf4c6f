import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Select,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { countedHow } from '../../../../../domain/informationWords.ts'
import type { QuarterInformation } from '../../../../../usecases/readInformation.ts'
import { AskedGate } from '../../../../ui/AskedGate.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { useServices } from '../../../../ui/services.tsx'
import { UnreadableRows } from '../../../../ui/UnreadableRows.tsx'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { useCatalogueRows } from '../useCatalogueRows.ts'
import { useSaveAs } from '../useSaveAs.ts'
import { FigureTiles } from './FigureTiles.tsx'
import { sayQuarter } from './figureWords.ts'
import { GroupTable } from './GroupTable.tsx'
import { PlacesChart } from './PlacesChart.tsx'
import { TrendChart } from './TrendChart.tsx'
import { useFigures } from './useFigures.ts'

/** The management information of a quarter: to look at, and as a workbook to take away. */
export function FiguresTab() {
  const figures = useFigures()
  const styles = useInformationStyles()
  return (
    <>
      <div>
        <Field label="Quarter" className={styles.choice}>
          <Select value={figures.quarter.from} onChange={(_event, { value }) => figures.choose(value)}>
            {figures.quarters.map(({ from, short, name }) => (
              <option key={from} value={from}>
                {short} ({name})
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <AskedGate asked={figures.asked} what="the figures of the quarter">
        {(answer) => <Quarterly figures={figures} answer={answer} />}
      </AskedGate>
    </>
  )
}

function Quarterly(props: {
  readonly figures: ReturnType<typeof useFigures>
  readonly answer: QuarterInformation
}) {
  const { quarter } = props.figures
  const { now, trend, unreadable } = props.answer
  const { titleOf } = useCatalogueRows()
  if (now.all.runs === 0 && trend.every(({ information }) => information.all.runs === 0))
    return (
      <Empty title="No date was held in this quarter">
        Figures appear as soon as a date is over. Choose another quarter above.
      </Empty>
    )
  return (
    <>
      <UnreadableRows rows={unreadable} of="the dates and bookings" />
      <InfoSection
        title={`${quarter.name}, ${quarter.short}`}
        about={sayQuarter(now)}
        actions={<TakeAway {...props} />}
      >
        <FigureTiles all={now.all} />
      </InfoSection>
      <InfoSection
        title="Quarter by quarter"
        about="Of places says how full the rooms were; of registrations, how reliable bookings were."
      >
        <TrendChart trend={trend} quarter={quarter} />
      </InfoSection>
      {now.byCourse.length > 0 && (
        <InfoSection title="By course">
          <PlacesChart courses={now.byCourse} titleOf={titleOf} />
        </InfoSection>
      )}
      <InfoSection title="By agency">
        <GroupTable what="Agency" groups={now.byAgency} />
      </InfoSection>
      <InfoSection title="By borough">
        <GroupTable what="Borough" groups={now.byBorough} />
      </InfoSection>
      <HowCounted />
    </>
  )
}

function TakeAway(props: {
  readonly figures: ReturnType<typeof useFigures>
  readonly answer: QuarterInformation
}) {
  const { trainingDocuments } = useServices()
  const { titleOf } = useCatalogueRows()
  const { saveAs, writing, failed } = useSaveAs()
  const { quarter } = props.figures
  const name = `training-${quarter.from}-to-${quarter.to}.xlsx`
  return (
    <>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={writing}
        onClick={() => void saveAs(name, () => trainingDocuments.informationExcel(props.answer.now, titleOf))}
      >
        {writing ? 'Writing…' : 'Excel'}
      </Button>
      {failed && <Failure error={failed} />}
    </>
  )
}

function HowCounted() {
  return (
    <Accordion collapsible>
      <AccordionItem value="how">
        <AccordionHeader as="h2">How these figures are counted</AccordionHeader>
        <AccordionPanel>
          <FactList facts={countedHow} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
