import { Badge, Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { writeDate } from '../../../../../domain/calendarDays.ts'
import type { FoiAnswer, FoiTable } from '../../../../../domain/foiAnswers.ts'
import type { FoiPack } from '../../../../../domain/foiPack.ts'
import { hoursLimit } from '../../../../../domain/foiPack.ts'
import type { AnswerGrade } from '../../../../../domain/foiQuestions.ts'
import { foiTitle, sayEffort, sayHours, sayScope } from '../../../../../domain/foiWords.ts'
import { writeCount } from '../../../../../domain/smallNumbers.ts'
import type { PreparedPack } from '../../../../../usecases/prepareFoiPack.ts'
import { useServices } from '../../../../ui/services.tsx'
import { UnreadableRows } from '../../../../ui/UnreadableRows.tsx'
import { useShownFromTop } from '../../../../ui/useShownFromTop.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { useSaveAs } from '../useSaveAs.ts'
import { HoursBar } from './HoursBar.tsx'
import type { useFoi } from './useFoi.ts'

const grades: Readonly<
  Record<AnswerGrade, readonly [words: string, colour: 'success' | 'warning' | 'danger']>
> = {
  answered: ['Answered', 'success'],
  partly: ['Answered in part', 'warning'],
  'not-held': ['Not held', 'danger'],
}

/** The eighteen answers with their figures, how these were counted, and what is not held. */
export function PackView(props: {
  readonly foi: ReturnType<typeof useFoi>
  readonly prepared: PreparedPack
  readonly titleOf: (courseKey: string) => string
}) {
  const styles = useInformationStyles()
  const title = useShownFromTop()
  const { foi, prepared } = props
  const { pack, unreadable } = prepared
  return (
    <>
      <div className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={foi.back}>
          Change the request
        </Button>
        <WordButton pack={pack} />
      </div>
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {foiTitle(pack)}
      </h2>
      {sayScope(pack).map((line) => (
        <p key={line} className={styles.quiet}>
          {line}
        </p>
      ))}
      <UnreadableRows rows={unreadable} of="the completions" />
      <EarlierFigures {...props} />
      <InfoSection title="What would have to be searched for" about={sayEffort(pack)}>
        <HoursBar answers={pack.answers} limit={hoursLimit} total={pack.hours} />
      </InfoSection>
      {pack.answers.map((answer) => (
        <Answer key={answer.number} answer={answer} />
      ))}
    </>
  )
}

function WordButton({ pack }: { readonly pack: FoiPack }) {
  const { trainingDocuments } = useServices()
  const { saveAs, writing, failed } = useSaveAs()
  const styles = useInformationStyles()
  const name = `foi-answers-${pack.theme.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.docx`
  return (
    <div className={styles.actions}>
      {failed && (
        <MessageBar intent="error" politeness="assertive">
          <MessageBarBody>The file could not be written. Try again.</MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="primary"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={writing}
        onClick={() => void saveAs(name, () => trainingDocuments.foiWord(pack))}
      >
        {writing ? 'Writing…' : 'Word'}
      </Button>
    </div>
  )
}

function EarlierFigures({ foi, prepared: { usedAgain, differing } }: Parameters<typeof PackView>[0]) {
  const styles = useInformationStyles()
  if (usedAgain === null) return null
  return (
    <>
      <MessageBar intent={differing.length > 0 ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          The same courses and years were asked for before, and answered as of {writeDate(usedAgain)}. The
          figures are counted as of that day again.
          {differing.length > 0 &&
            ` They no longer agree with what was given out then, because rows were changed or deleted since: ${differing.join('; ')}.`}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={foi.read !== null} onClick={() => void foi.prepare(true)}>
          Count as of today instead
        </Button>
      </div>
    </>
  )
}

function Answer({ answer }: { readonly answer: FoiAnswer }) {
  const styles = useInformationStyles()
  const [words, colour] = grades[answer.grade]
  const { number, question, lines, table, counted, notHeld, hours, hoursFrom } = answer
  return (
    <InfoSection
      title={`${number}. ${question}`}
      actions={
        <Badge appearance="outline" color={colour}>
          {words}
        </Badge>
      }
    >
      {lines.length > 1 ? (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        lines.map((line) => (
          <p key={line} className={styles.text}>
            {line}
          </p>
        ))
      )}
      {table && <YearTable table={table} />}
      {counted !== '' && <p className={styles.small}>How it is counted: {counted}</p>}
      {notHeld !== '' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {notHeld}
            {hours === null ? '' : ` To find it: about ${sayHours(hours)} (${hoursFrom}).`}
          </MessageBarBody>
        </MessageBar>
      )}
    </InfoSection>
  )
}

function YearTable({ table: { heads, rows } }: { readonly table: FoiTable }) {
  const styles = useInformationStyles()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Course</th>
            {[...heads, 'All years'].map((head) => (
              <th key={head} scope="col" className={styles.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, counts, total }) => (
            <tr key={label}>
              <th scope="row" className={styles.name}>
                {label}
              </th>
              {counts.map((count, place) => (
                <td key={heads[place]} className={styles.number}>
                  {count === null ? 'not held' : writeCount(count)}
                </td>
              ))}
              <td className={styles.number}>{total === null ? 'withheld' : writeCount(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
