import { useMemo } from 'react'
import { mayFollowReminders, mayManage } from '../../../domain/roles.ts'
import type { Setting } from '../../../domain/setting.ts'
import { type Rows, RowsGate, useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { Exceptions } from './Exceptions.tsx'
import { DaysOffSection, PolicySection, RulesSection } from './ForceSections.tsx'
import { asRead, type HeldRegister } from './heldRegister.ts'
import { PreviewPanel } from './PreviewPanel.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { SettingLog } from './SettingLog.tsx'
import { useForceDrafts } from './useForceDrafts.ts'
import { WordingSection } from './WordingSection.tsx'

const readersOnly =
  'The board secretary and administrators change these rules; you may read them. Your own wishes are under My preferences.'

/** The rules that reminders go by: everybody reads them, the secretary and administrators change them. */
export function RulesTab() {
  const services = useServices()
  const recommendations = useRows('recommendations', services.recommendations)
  const posts = useRows('posts', services.posts)
  const reports = useRows('reports', services.reports)
  const settings = useRows('settings', services.settings)
  const held = useMemo(
    (): HeldRegister => ({
      recommendations: asRead(recommendations.held),
      posts: asRead(posts.held),
      reports: asRead(reports.held),
      settings: asRead(settings.held),
    }),
    [recommendations.held, posts.held, reports.held, settings.held],
  )
  return (
    <RowsGate lists={[recommendations, posts, reports, settings]} what="the rules and the register">
      {() => <Rules held={held} settings={settings} />}
    </RowsGate>
  )
}

function Rules({ held, settings }: { held: HeldRegister; settings: Rows<Setting> }) {
  const styles = useRemindersStyles()
  const { me } = useServices()
  const refusal = mayManage(me) ? null : readersOnly
  const drafts = useForceDrafts(settings)
  return (
    <>
      {refusal && <p className={styles.quiet}>{refusal}</p>}
      <UnreadableRows rows={[...held.settings.unreadable, ...drafts.unreadable]} of="the settings" />
      {/* The preview reads what was sent to other people, which is not for everybody. */}
      {mayFollowReminders(me) && <PreviewPanel held={held} proposal={drafts.proposal} />}
      <PolicySection draft={drafts.force} refusal={refusal} />
      <Exceptions settings={settings} held={held} force={drafts.saved.policies.force} refusal={refusal} />
      <RulesSection draft={drafts.rules} posts={held.posts.rows} refusal={refusal} />
      <DaysOffSection draft={drafts.daysOff} refusal={refusal} />
      <WordingSection draft={drafts.wording} refusal={refusal} />
      <SettingLog settings={held.settings.rows} />
    </>
  )
}
