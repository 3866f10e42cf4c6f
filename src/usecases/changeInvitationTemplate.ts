import { type InvitationTemplate, invitationTemplateKey, readTemplate } from '../domain/invitationTemplate.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import type { SettingStore, Stored } from './ports.ts'

export type TemplateOutcome =
  | { readonly ok: true; readonly row: Stored<Setting> }
  | { readonly ok: false; readonly code: 'not-a-coordinator' | 'cannot-be' }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Setting> }

/**
 * Saves the words of the invitations to a type of exercise, for everybody. What was sent stays as it was sent: the
 * invited are told of new words only when somebody sends the change. Throws `M365Error`.
 * @param input.etag of the words as they were shown; null when nobody had set any
 */
export async function changeInvitationTemplate(
  deps: { readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'> },
  input: {
    readonly type: string
    readonly template: InvitationTemplate
    readonly etag: string | null
    readonly actor: Person
  },
): Promise<TemplateOutcome> {
  const { type, template, etag, actor } = input
  if (!mayInvite(actor)) return { ok: false, code: 'not-a-coordinator' }
  if (readTemplate(template) === null) return { ok: false, code: 'cannot-be' }
  const next: Setting = {
    key: invitationTemplateKey(type),
    value: JSON.stringify(template),
    changedBy: actor.objectId,
    changedByName: actor.name,
  }
  const there = await deps.settings.byKey(next.key)
  if (!there) {
    const { row, already } = await deps.settings.create(next)
    return already && row.value.value !== next.value
      ? { ok: false, code: 'changed-meanwhile', theirs: row }
      : { ok: true, row }
  }
  if (there.etag !== etag) return { ok: false, code: 'changed-meanwhile', theirs: there }
  const saved = await deps.settings.save(there, next)
  return saved.ok ? saved : { ok: false, code: 'changed-meanwhile', theirs: saved.theirs }
}
