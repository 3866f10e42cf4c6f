/** Microsoft Graph's own application id, the same in every tenant. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000'
/** Microsoft Graph Command Line Tools: the public client with which administrators' scripts sign in. */
export const COMMAND_LINE_TOOLS_ID = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

/** Delegated permissions of Graph and their ids. https://learn.microsoft.com/graph/permissions-reference */
export const delegatedPermissions: Readonly<Record<string, string>> = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'User.ReadBasic.All': 'b340eb25-3456-403f-be2f-af7a0d370277',
  'People.Read': 'ba47897c-39ec-4d83-8086-ee8256fa737d',
  'Sites.Selected': 'f89c84ef-20d0-4b54-87e9-02e856d66d53',
  'Sites.Manage.All': '65e50fdc-43b7-4915-933e-e8138f11f40a',
  'Sites.FullControl.All': '5a54b8b3-347c-476d-8f8e-42d5c7424d29',
  'Calendars.ReadWrite': '1ec239c2-d7c9-4623-a91a-a9775856bb36',
  'Calendars.ReadWrite.Shared': '12466101-c9b8-439a-8589-dd09ee67e8e9',
  'Place.Read.All': 'cb8f45a0-5c2e-4ea1-b803-84b870a7d7ec',
  'TeamsActivity.Send': '7ab1d787-bae7-4d5d-8db6-37ea32df9186',
  'Application.Read.All': 'c79f8feb-a9db-4090-85f9-90d820caa0eb',
  'Application.ReadWrite.All': 'bdfbf15f-ee85-4955-8675-146e8e5296b5',
  'AppRoleAssignment.ReadWrite.All': '84bccea3-f856-4a8a-967b-dbe0a3d53a64',
  'DelegatedPermissionGrant.ReadWrite.All': '41ce6ca6-6826-4807-84f1-1c82854f7ee5',
}

/** Application permissions of Graph (its app roles) and their ids. */
export const applicationPermissions: Readonly<Record<string, string>> = {
  'Sites.Selected': '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
  'Sites.Manage.All': '0c0bf378-bf22-4481-8f81-9e89a9b4960a',
  'Sites.FullControl.All': 'a82116e5-55eb-4c41-a434-62fe8a61c773',
  'User.ReadBasic.All': '97235f07-e226-4f63-ace3-39588e11d3a1',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'Calendars.ReadWrite': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
  'Mail.Send': 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  'Place.Read.All': '913b9306-0ce1-42b8-9137-6a7df690a760',
  'TeamsActivity.Send': 'a267235f-af13-44dc-8385-c1dc93023186',
  'AppCatalog.Read.All': 'e12dae10-5a57-4817-b79d-dfbec5348930',
  'Chat.Read.WhereInstalled': '1c1b4c8e-3cc7-4c58-8470-9b92c9d5848b',
  'Chat.Read.All': '6b7d71aa-70aa-4810-a8d9-5d9fb2830017',
  'TeamsAppInstallation.ReadForUser.All': '9ce09611-f4f7-4abd-a629-a05450422a97',
  'TeamsAppInstallation.ReadWriteSelfForUser.All': '908de74d-f8b2-4d6b-a9ed-2a17b3b78179',
  'Application.Read.All': '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
  'Application.ReadWrite.All': '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
  'AppRoleAssignment.ReadWrite.All': '06b708a9-e830-4db3-a914-8e69da51d44f',
  'DelegatedPermissionGrant.ReadWrite.All': '8e8e4742-1d95-4f68-9d56-6ee75648c72a',
}

/** The name of a permission by its id. */
export const nameOfPermission = (of: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.entries(of).find(([, known]) => known === id)?.[0]
