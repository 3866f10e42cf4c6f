import type { Person } from '../../src/domain/roles.ts'
import { RemindersPage } from '../../src/tab/features/reminders/RemindersPage.tsx'
import type { Services } from '../../src/tab/ui/services.tsx'
import { secretary } from './register.ts'
import type { reminderScene } from './reminders.ts'
import { drawPage } from './tabScreen.tsx'

type Scene = Pick<
  ReturnType<typeof reminderScene>,
  'recommendations' | 'posts' | 'reports' | 'settings' | 'clock'
> &
  Partial<Services>

/** Draws the reminders' page over a scene on 16 June 2021, for the secretary unless another is given. */
export function drawReminders(scene: Scene, address = '#/reminders', me: Person = secretary) {
  return drawPage(<RemindersPage />, address, '2021-06-16', { ...scene, me })
}
