metadata description = 'Deletes the blobs of expired exports. The app sweeps them itself every hour; this is for what it never came to.'

@description('The storage account that holds the exports (AzureWebJobsStorage of the app).')
param storageAccountName string

@description('For how many days an export can be downloaded: the same as Access__ExportLifetimeDays.')
@minValue(1)
@maxValue(365)
param exportLifetimeDays int = 30

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

// A storage account has one policy, and its name is always this one. Other rules of the account belong into this list.
resource policy 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-expired-exports'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'exports/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  // The app renews the older blobs of an export whose time it prolongs, so none goes before its time.
                  daysAfterModificationGreaterThan: exportLifetimeDays + 1
                }
              }
            }
          }
        }
      ]
    }
  }
}
