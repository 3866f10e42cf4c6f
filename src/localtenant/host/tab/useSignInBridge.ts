import { useCallback, useRef, useState } from 'react'
import type { SignInMode } from '../address.ts'
import { type Person, type TenantSettings, tenantApi } from '../tenantApi.ts'
import { answerNestedAppAuth, type RefusalStatus } from './nestedAppAuth.ts'

/** A consent question that is open on the screen. */
export interface ConsentQuestion {
  readonly scope: string
  readonly answer: (agreed: boolean) => void
}

/** Answers the tab's sign-in for the chosen person, asking for consent where the mode says so. */
export function useSignInBridge(settings: TenantSettings, person: Person, mode: SignInMode) {
  const [question, setQuestion] = useState<ConsentQuestion>()
  const consented = useRef(new Set<string>())

  const ask = useCallback(
    (scope: string) =>
      new Promise<boolean>((resolve) => {
        setQuestion({
          scope,
          answer: (agreed) => {
            setQuestion(undefined)
            resolve(agreed)
          },
        })
      }),
    [],
  )

  const refuse = useCallback(
    async (interactive: boolean, scope: string): Promise<RefusalStatus | undefined> => {
      if (mode === 'offline') return 'NO_NETWORK'
      if (mode === 'usual' || consented.current.has(person.id)) return undefined
      if (!interactive) return 'USER_INTERACTION_REQUIRED'
      if (!(await ask(scope))) return 'USER_CANCEL'
      consented.current.add(person.id)
      return undefined
    },
    [ask, mode, person.id],
  )

  const nestedAppAuth = useCallback(
    (json: unknown) =>
      answerNestedAppAuth(
        {
          tenantId: settings.tenantId,
          account: { oid: person.id, username: person.userPrincipalName, name: person.displayName },
          mint: (clientId, scope) => tenantApi.token(person.id, clientId, scope),
          refuse,
        },
        json,
      ),
    [settings, person, refuse],
  )

  const authToken = useCallback(async () => {
    const scope = `api://${settings.clientId}/access_as_user`
    return (await tenantApi.token(person.id, settings.clientId, scope)).access_token
  }, [settings, person])

  return { nestedAppAuth, authToken, question }
}
