/**
 * What an Exchange administrator runs so that the application sends mail from one mailbox and keeps its calendar, and no
 * other (RBAC for Applications: learn.microsoft.com/exchange/permissions-exo/application-rbac). Reminders go by mail
 * only to people whom Teams does not let us reach; the calendar holds the places that people have on courses.
 */
export function exchangeLines(
  application: { readonly clientId: string; readonly principalId: string },
  mailbox: string,
): readonly string[] {
  const { clientId, principalId } = application
  const scope = 'Follow-Through mailbox'
  return [
    '',
    '# For reminders by mail, to people whom Teams does not let us reach, and for the events of people who have a place',
    '# on a course. Do not also consent to Mail.Send or Calendars.ReadWrite as application permissions in Entra: that',
    '# would open every mailbox.',
    'Connect-ExchangeOnline',
    `New-ServicePrincipal -AppId ${clientId} -ObjectId ${principalId} -DisplayName "Follow-Through"`,
    `New-ManagementScope -Name "${scope}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '${mailbox}'"`,
    `New-ManagementRoleAssignment -App ${principalId} -Role "Application Mail.Send" -CustomResourceScope "${scope}"`,
    `New-ManagementRoleAssignment -App ${principalId} -Role "Application Calendars.ReadWrite" -CustomResourceScope "${scope}"`,
    `Test-ServicePrincipalAuthorization -Identity ${principalId} -Resource ${mailbox}`,
    '',
    '# Invitations to exercises come from the coordinator’s own calendar, with the coordinator signed in, and need no such lines.',
    '',
  ]
}
