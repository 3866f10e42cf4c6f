import type { App } from '@microsoft/teams.apps'
import { writeDaysLeft } from '../../domain/calendarDays.ts'
import { isM365Error } from '../../domain/m365Error.ts'
import { findDueForPerson } from '../../usecases/findDueForPerson.ts'
import type { PlanDeps } from '../../usecases/planReminderRun.ts'
import type { Clock, DeadlineLine } from '../../usecases/ports.ts'
import { oneLine } from '../cards/cardText.ts'
import { referenceOf } from '../cards/notification.ts'
import { failureFacts } from '../log.ts'
import type { PressDeps } from './answerPress.ts'
import { answerSubmit, replacement } from './cardHandlers.ts'
import { signedIn } from './signedIn.ts'

export interface MessageDeps extends PressDeps {
  readonly tenantId: string
  readonly clock: Pick<Clock, 'today'>
  due(): Promise<Omit<PlanDeps, 'ledger'>>
}

/** Most rows that a plain answer lists. */
const mostLines = 5

/** Answers what a person writes to the bot, in plain text: what is due for them. */
export function registerMessageHandlers(app: App, deps: MessageDeps): void {
  app.on('message', async ({ activity, api, send }) => {
    const person = signedIn(activity, deps.tenantId)
    if (typeof activity.value === 'object' && activity.value !== null) {
      const reply = await answerSubmit(deps, activity)
      if (reply.kind === 'card' && activity.replyToId)
        await api.conversations.updateActivity(
          activity.conversation.id,
          activity.replyToId,
          replacement(reply),
        )
      else await send(plain(reply.kind === 'card' ? 'Saved in the register.' : reply.sentence))
      return
    }
    await send(plain(person === null ? unknownPerson : await answerInWords(deps, person.objectId)))
  })
}

const unknownPerson = 'Teams did not say who you are, so there is nothing to show. Sign in to Teams again.'

const plain = (text: string) => ({ type: 'message' as const, textFormat: 'plain' as const, text })

async function answerInWords(deps: MessageDeps, objectId: string): Promise<string> {
  try {
    const today = await deps.clock.today()
    return dueInWords(await findDueForPerson(await deps.due(), { objectId, today }))
  } catch (thrown) {
    deps.log.error(failureFacts(thrown), 'a message could not be answered')
    const why = isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.'
    return `Your deadlines cannot be read just now. ${why} Nothing was changed.`
  }
}

/** What is due, in a few plain lines: references and titles, never the text of a recommendation. */
export function dueInWords(lines: readonly DeadlineLine[]): string {
  const where = 'Everything else is in the Follow-Through tab.'
  if (lines.length === 0) return `Nothing is asked of you just now. ${where}`
  const head = lines.length === 1 ? 'One deadline is yours:' : `${lines.length} deadlines are yours:`
  const listed = lines.slice(0, mostLines).map((line) => {
    const title = oneLine(line.reportTitle, 80)
    return `• ${referenceOf(line)}${title === '' ? '' : ` – ${title}`}, ${writeDaysLeft(line.daysLeft)}`
  })
  const rest = lines.length > mostLines ? [`… and ${lines.length - mostLines} more.`] : []
  return [head, ...listed, ...rest, where].join('\n')
}
