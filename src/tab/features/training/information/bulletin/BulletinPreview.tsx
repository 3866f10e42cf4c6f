import { Button, MessageBar, MessageBarBody, Tab, TabList } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import {
  type Bulletin,
  bulletinSummary,
  bulletinTitle,
  sayPlaces,
  sayRun,
} from '../../../../../domain/bulletin.ts'
import { bulletinMail } from '../../../../../domain/bulletinText.ts'
import { useServices } from '../../../../ui/services.tsx'
import { useInformationStyles } from '../Information.styles.ts'
import { useSaveAs } from '../useSaveAs.ts'
import { useBulletinStyles } from './Bulletin.styles.ts'

/** Lines of each part of a card; the card leaves the rest to its link. */
const cardLines = 6

/** The bulletin as it arrives: as a card, as a mail to partners, as Word. */
export function BulletinPreview({ bulletin }: { readonly bulletin: Bulletin }) {
  const styles = useInformationStyles()
  const { trainingDocuments } = useServices()
  const { saveAs, writing, failed } = useSaveAs()
  const [look, setLook] = useState<'card' | 'mail'>('card')
  return (
    <>
      <div className={styles.head}>
        <TabList
          size="small"
          selectedValue={look}
          onTabSelect={(_event, { value }) => setLook(value === 'mail' ? 'mail' : 'card')}
          aria-label="Preview as"
        >
          <Tab value="card">Card</Tab>
          <Tab value="mail">Mail</Tab>
        </TabList>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={writing}
          onClick={() =>
            void saveAs(`training-bulletin-${bulletin.day}.docx`, () =>
              trainingDocuments.bulletinWord(bulletin),
            )
          }
        >
          {writing ? 'Writing…' : 'Word'}
        </Button>
      </div>
      {failed && (
        <MessageBar intent="error" politeness="assertive">
          <MessageBarBody>The file could not be written. Try again.</MessageBarBody>
        </MessageBar>
      )}
      {look === 'card' ? <CardLook bulletin={bulletin} /> : <MailLook bulletin={bulletin} />}
    </>
  )
}

function MailLook({ bulletin }: { readonly bulletin: Bulletin }) {
  const styles = useBulletinStyles()
  const { quiet } = useInformationStyles()
  const { subject, text } = bulletinMail(bulletin, null)
  return (
    <div className={styles.sheet}>
      <p className={quiet}>Subject: {subject}</p>
      <pre className={styles.mail}>{text.replaceAll('\r\n', '\n')}</pre>
    </div>
  )
}

function CardLook({ bulletin }: { readonly bulletin: Bulletin }) {
  const styles = useBulletinStyles()
  const { quiet } = useInformationStyles()
  const later = bulletin.coming.filter(({ free }) => free === 0)
  return (
    <div className={styles.sheet}>
      <h3 className={styles.heading}>{bulletinTitle(bulletin)}</h3>
      <p className={quiet}>{bulletinSummary(bulletin)}</p>
      {bulletin.editorial !== '' && <p className={styles.line}>{bulletin.editorial}</p>}
      <Part
        heading="Free places"
        lines={bulletin.free.map((run) => [run.runKey, sayRun(run), sayPlaces(run)])}
      />
      <Part heading="Also coming" lines={later.map((run) => [run.runKey, sayRun(run), sayPlaces(run)])} />
      <Part heading="What changed" lines={bulletin.changes.map(({ text }) => [text, text, ''])} />
    </div>
  )
}

function Part(props: {
  readonly heading: string
  readonly lines: readonly (readonly [key: string, what: string, then: string])[]
}) {
  const styles = useBulletinStyles()
  const { quiet } = useInformationStyles()
  const more = props.lines.length - cardLines
  if (props.lines.length === 0) return null
  return (
    <>
      <h4 className={styles.part}>{props.heading}</h4>
      {props.lines.slice(0, cardLines).map(([key, what, then]) => (
        <p key={key} className={styles.line}>
          {what}
          {then !== '' && <span className={quiet}> – {then}</span>}
        </p>
      ))}
      {more > 0 && <p className={quiet}>and {more} more in Follow-Through</p>}
    </>
  )
}
