// Follow-Through in Azure: the service on Container Apps, its bot, an identity instead of secrets, a vault for the
// certificate where one is used all the same, and a log. docs/deploy.md says when to run it.
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(17)
@description('Beginning of every name, lower case letters, digits and hyphens.')
param name string = 'follow-through'

param location string = resourceGroup().location

@description('The Entra tenant whose people use the app.')
param tenantId string = tenant().tenantId

@description('Client id of the app registration (FT_CLIENT_ID).')
param clientId string

@description('Id of the Teams app in its manifest (FT_TEAMS_APP_ID).')
param teamsAppId string

@description('The SharePoint site with the lists, host:/sites/name (FT_SITE).')
param site string

@description('Where people and Teams reach the service, https://host (FT_SERVICE_ORIGIN).')
param serviceOrigin string

@description('The image of the service, e.g. contoso.azurecr.io/follow-through:0.1.0.')
param image string

@description('Name of the container registry in this resource group; empty for a public image.')
param registryName string = ''

@description('Address of the secret in the vault that holds the PEM with key and certificate; empty to sign in with the managed identity.')
param certificateSecretUri string = ''

var usesCertificate = !empty(certificateSecretUri)
var usesRegistry = !empty(registryName)
var certificateFolder = '/mnt/certificate'
var certificateSecret = 'client-certificate'
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource log 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-log'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${take(name, 10)}-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (usesRegistry) {
  name: usesRegistry ? registryName : 'none'
}

resource pullsImages 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (usesRegistry) {
  name: guid(resourceGroup().id, registryName, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: log.properties.customerId
        sharedKey: log.listKeys().primarySharedKey
      }
    }
  }
}

var settings = [
  { name: 'FT_TENANT_ID', value: tenantId }
  { name: 'FT_CLIENT_ID', value: clientId }
  { name: 'FT_TEAMS_APP_ID', value: teamsAppId }
  { name: 'FT_SITE', value: site }
  { name: 'FT_SERVICE_ORIGIN', value: serviceOrigin }
  { name: 'PORT', value: '8080' }
]
var credential = usesCertificate
  ? { name: 'FT_CLIENT_CERTIFICATE', value: '${certificateFolder}/${certificateSecret}' }
  : { name: 'FT_MANAGED_IDENTITY', value: identity.properties.clientId }

resource service 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
      }
      registries: usesRegistry ? [{ server: registry.properties.loginServer, identity: identity.id }] : []
      secrets: usesCertificate
        ? [{ name: certificateSecret, keyVaultUrl: certificateSecretUri, identity: identity.id }]
        : []
    }
    template: {
      containers: [
        {
          name: 'service'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(settings, [credential])
          probes: [
            { type: 'Liveness', httpGet: { path: '/health', port: 8080 }, periodSeconds: 30 }
            { type: 'Readiness', httpGet: { path: '/health', port: 8080 }, periodSeconds: 10 }
          ]
          volumeMounts: usesCertificate ? [{ volumeName: 'certificate', mountPath: certificateFolder }] : []
        }
      ]
      volumes: usesCertificate
        ? [
            {
              name: 'certificate'
              storageType: 'Secret'
              secrets: [{ secretRef: certificateSecret, path: certificateSecret }]
            }
          ]
        : []
      // One: the daily reminders start in the service. The ledger would keep a second one from sending twice.
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
  dependsOn: [
    readsSecrets
    pullsImages
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Follow-Through'
    endpoint: '${serviceOrigin}/api/messages'
    msaAppId: clientId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

// Names and addresses only; nothing here is secret.
output AZURE_SERVICE_HOST string = service.properties.configuration.ingress.fqdn
output AZURE_IDENTITY_OBJECT_ID string = identity.properties.principalId
output AZURE_IDENTITY_CLIENT_ID string = identity.properties.clientId
output AZURE_VAULT_NAME string = vault.name
