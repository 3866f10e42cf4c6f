/**
 * What an Exchange administrator would run so that the application reaches the calendar of one mailbox by itself, and
 * of no other (RBAC for Applications). Invitations are sent from the coordinator's own calendar today, so that none
 * of it is needed.
 */
export function exchangeLines(
  application: { readonly clientId: string; readonly principalId: string },
  mailbox: string,
): readonly string[] {
  const { clientId, principalId } = application
  const scope = 'Follow-Through organiser'
  return [
    '',
    '# Not needed today: invitations come from the coordinator’s own calendar, with the coordinator signed in.',
    '# Should the service ever organise events itself, these lines let it into one mailbox. Do not also consent to',
    '# Calendars.ReadWrite as an application permission in Entra: that would open every mailbox.',
    'Connect-ExchangeOnline',
    `New-ServicePrincipal -AppId ${clientId} -ObjectId ${principalId} -DisplayName "Follow-Through"`,
    `New-ManagementScope -Name "${scope}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '${mailbox}'"`,
    `New-ManagementRoleAssignment -App ${principalId} -Role "Application Calendars.ReadWrite" -CustomResourceScope "${scope}"`,
    `Test-ServicePrincipalAuthorization -Identity ${principalId} -Resource ${mailbox}`,
    '',
  ]
}
